"""Training examples: the windows of articles with marked attributions, as numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from sayso.language.encoder.roles import ATTITUDES, KINDS, MARKS, ROLES
from sayso.language.encoder.window import Ints, Quote, Window, window
from sayso.language.encoder.wordpieces import WordPieces
from sayso.language.tokens import Parse, Token
from sayso.reading.chains.kinds import listed_kind
from sayso.reading.chains.sources import head_of
from sayso.reading.cue_words import listed, shown_by
from sayso.reading.quotations import quotations
from sayso.reading.windows import quote_states, windows

IGNORE = -100
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution of a window: the word it is anchored to, each word's role [W], its attitude, and its source's kind.

    Where nobody marked the attitude it is what the lexicon says of the cue, and IGNORE where the lexicon is silent or something negates it;
    likewise the kind, which is IGNORE for pronouns, since they tell nothing of whom they mean.
    """

    anchor: int
    roles: Ints
    attitude: int
    kind: int


@dataclass(frozen=True, slots=True)
class Coded:
    """What is known of a window's events, IGNORE where nobody told.

    ``standing`` [W], ``sides`` [W, 2], ``shown`` [W, T]: the types by word. Where the whole alone is known, ``types`` are groups of columns
    of ``TYPES``, with 1 where one of the group shows somewhere in the window and 0 where none does.
    """

    standing: Ints
    sides: Ints
    shown: Ints
    types: tuple[tuple[tuple[int, ...], int], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its words, its attributions if anybody marked them, whether those inside others are marked too, and its events."""

    window: Window
    words: tuple[str, ...]
    entities: tuple[str, ...]
    golds: tuple[Gold, ...]
    nested: bool
    attributed: bool = True
    coded: Coded | None = None
    marks: Ints = field(init=False)  # [W, 4]; IGNORE where nobody can know

    def __post_init__(self) -> None:
        marks = _marks(len(self.words), self.golds, self.nested)
        object.__setattr__(self, "marks", marks if self.attributed else np.full_like(marks, IGNORE))


def examples(row: Row, parse: Parse, cut: WordPieces) -> Iterator[Example]:
    """Yield the windows of an article; an attribution goes with the window of its anchor, what lies outside is cut off."""
    states = quote_states(parse, quotations(parse))
    for tokens in windows(parse):
        start, end = tokens[0].start, tokens[-1].end
        own = [a for a in row["attributions"] if start <= (a["cue"] or a["source"])[0][0] < end]
        yield example(tokens, states[tokens[0].i : tokens[-1].i + 1], own, cut, nested=row.get("nested", False))


def example(tokens: Sequence[Token], states: Sequence[Quote], rows: Sequence[Row], cut: WordPieces, *, nested: bool) -> Example:
    """The tokens of one window with the attributions that are anchored in it."""
    golds = [gold for row in rows if (gold := _gold(row, tokens)) is not None]
    return Example(window(tokens, states, cut), tuple(t.text for t in tokens), tuple(t.ent for t in tokens), tuple(golds), nested)


def _gold(row: Row, tokens: Sequence[Token]) -> Gold | None:
    roles = np.zeros(len(tokens), np.int64)
    for role in ("content", "source", "cue"):  # a cue or source that stands inside its own content keeps its role
        for start, end in row[role]:
            for k, token in enumerate(tokens):
                if token.start < end and start < token.end:
                    roles[k] = ROLES.index(role)
    anchors = np.flatnonzero(roles == ROLES.index("cue" if row["cue"] else "source"))
    if not len(anchors):
        return None
    attitude = row.get("attitude") or _listed([tokens[k] for k in np.flatnonzero(roles == ROLES.index("cue")).tolist()])
    source = [tokens[k] for k in np.flatnonzero(roles == ROLES.index("source")).tolist()]
    return Gold(int(anchors[0]), roles, ATTITUDES.index(attitude) if attitude else IGNORE, _kind(row, source))


def _kind(row: Row, source: Sequence[Token]) -> int:
    if all(token.pos == "PRON" for token in source):
        return IGNORE
    listed = listed_kind(head_of(source)) if "chain" not in row else None
    kind = row["chain"][0]["kind"] if "chain" in row else listed.value if listed else None
    return KINDS.index(kind) if kind else IGNORE


def _listed(cue: Sequence[Token]) -> str | None:
    if any(token.lower in listed("words", "negations") for token in cue):
        return None
    shown = shown_by(cue)
    return shown.value if shown else None


def _marks(size: int, golds: Sequence[Gold], nested: bool) -> Ints:
    marks = np.zeros((size, len(MARKS)), np.int64)
    for gold in golds:
        for column, mark in enumerate(MARKS):
            if mark in ROLES:
                marks[gold.roles == ROLES.index(mark), column] = 1
    if not nested:
        marks[marks[:, MARKS.index("content")] == 1, : MARKS.index("content")] = IGNORE
    for gold in golds:
        for column, mark in enumerate(MARKS[:-1]):
            if mark in ROLES:
                marks[gold.roles == ROLES.index(mark), column] = 1
        marks[gold.anchor, MARKS.index("start")] = 1
    return marks
