"""Parts of speech and lemmas, each worked out once: spaCy's own rules, remembered by word, tag and dependency.

The last two components of spaCy's pipeline go through every token in Python, a quarter of its time, though all but a few of their patterns
look at one token alone. So a token is given to them when its like is first seen, and from then on costs a look-up. The result is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

LATE = ("attribute_ruler", "lemmatizer")  # of the pipeline: what is done here instead
_PAIRS = {"ai": ("n't", "nt"), "gon": ("na",), "got": ("ta",), "let": ("'s",), "c'm": ("on",), "y": ("all",), "y'": ("all",)}
_AFTER_EXPLETIVE = ("is", "are", "was", "were", "'s", "'re")
_REMEMBERED = 300_000

Key = tuple[int, int, int]
Word = tuple[str, str]


class Lemmas:
    """Gives each token of a document its part of speech and lemma."""

    def __init__(self, pipeline: Language) -> None:
        self._vocab = pipeline.vocab
        self._components = [pipeline.get_pipe(name) for name in LATE]
        self._known: dict[Key, Word] = {}

    def __len__(self) -> int:
        return len(self._known)

    def of(self, doc: Doc) -> Sequence[Word]:
        """Return (part of speech, lemma) of each token of a parsed document."""
        if _has_pair(doc):
            return [(t.pos_, t.lemma_) for t in self.worked_out(doc)]
        if len(self._known) > _REMEMBERED:
            self._known = {}
        keys: list[Key] = [(t.orth, t.tag, t.dep) for t in doc]
        new = [t for t, key in zip(doc, keys, strict=True) if key not in self._known]
        if new:
            self._learn(new)
        return [self._known[key] for key in keys]

    def _learn(self, new: Sequence[Token]) -> None:
        """Work out tokens never seen before, side by side in a document of their own."""
        from spacy.tokens import Doc

        tokens = list({(t.orth, t.tag, t.dep): t for t in new}.values())
        alone = Doc(
            self._vocab,
            words=[t.text for t in tokens],
            tags=[t.tag_ for t in tokens],
            deps=[t.dep_ for t in tokens],
            heads=list(range(len(tokens))),
        )
        for t in self.worked_out(alone):
            self._known[t.orth, t.tag, t.dep] = (t.pos_, t.lemma_)

    def worked_out(self, doc: Doc) -> Doc:
        """Return the document after spaCy's own components have gone through every token of it."""
        for component in self._components:
            doc = component(doc)
        return doc


def _has_pair(doc: Doc) -> bool:
    """Say whether one of the few patterns of two tokens could match: "ain't", "let's", "there is"."""
    after: tuple[str, ...] = ()
    for t in doc:
        if after and t.lower_ in after:
            return True
        after = _AFTER_EXPLETIVE if t.dep_ == "expl" else _PAIRS.get(t.lower_, ())
    return False
