"""From the network's probabilities to what is heard in one window: who says what, and of each word how an event that it names stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sayso.language.encoder.roles import ATTITUDES, KINDS, MARKS, ROLES
from sayso.language.encoder.window import Ints, Window, distances, ties

Floats = NDArray[np.float32]
_START = MARKS.index("start")
_SOURCE, _CUE, _CONTENT = (ROLES.index(role) for role in ("source", "cue", "content"))


@dataclass(frozen=True, slots=True)
class Words:
    """A window's W words: their ``vectors`` [W, width] and, as probabilities, what they are.

    ``marks`` [W, 4] (``roles.MARKS``); of an event that a word names, its ``standing`` [W, 4] (``roles.STANDINGS``, sum 1) and the
    ``types`` [W, 15] it is filed under (``roles.TYPES``); whether a word is part of an event's ``sides`` [W, 2] (``roles.SIDES``).
    """

    vectors: Floats
    marks: Floats
    standing: Floats
    types: Floats
    sides: Floats


class Network(Protocol):
    """The two networks of the encoder, in training or shipped; all answers are probabilities."""

    def words(self, window: Window) -> Words:
        """Return what each word is."""
        ...

    def roles(self, words: Floats, anchors: Ints, distances: Ints, ties: Ints) -> tuple[Floats, Floats, Floats]:
        """Return each word's roles for each anchor [A, W, 4] (``roles.ROLES``), [A, 1 + attitudes]: is it a cue, and of which, and the kind
        of source each word would be of [A, W, 9] (``roles.KINDS``).
        """
        ...


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds, chosen on articles held out of training."""

    look: float = 0.15
    keep: float = 0.15  # what is less probable is not even proposed; agreement with the rules decides on the rest
    content: float = 0.5
    source: float = 0.4
    most: int = 24


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution of a window: the numbers of its words by role, how probable it is, and what kind its source is, if it has one."""

    anchor: int
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    attitude: str
    probability: float
    kind: tuple[str, float] | None


@dataclass(frozen=True, slots=True)
class Heard:
    """What is heard in a window: its attributions in the order of their cues, and of its words what ``Words`` says of events."""

    found: tuple[Found, ...]
    standing: Floats
    types: Floats
    sides: Floats


def hear(window: Window, network: Network, settings: Settings = Settings()) -> Heard:
    """Return what the network hears in a window."""
    words = network.words(window)
    return Heard(tuple(_find(window, words, network, settings)), words.standing, words.types, words.sides)


def _find(window: Window, words: Words, network: Network, settings: Settings) -> list[Found]:
    marks = words.marks
    anchors = np.flatnonzero(marks[:, _START] > settings.look)
    if not len(anchors):
        return []
    anchors = np.sort(anchors[np.argsort(-marks[anchors, _START], kind="stable")][: settings.most])
    tied = ties(window.heads.tolist(), window.features["deps"].tolist(), anchors.tolist())
    roles, cues, kinds = network.roles(words.vectors, anchors, distances(len(window), anchors), tied)
    rated = [_found(int(a), float(marks[a, _START]), roles[k], cues[k], kinds[k], settings) for k, a in enumerate(anchors)]
    return sorted(_choose(rated, settings), key=lambda f: f.anchor)


def _found(anchor: int, start: float, roles: Floats, cue: Floats, kinds: Floats, settings: Settings) -> Found:
    cues = np.flatnonzero((roles[:, _CUE] > 0.5) & (np.abs(np.arange(len(roles)) - anchor) <= 12)).tolist()
    source = _best_run(roles[:, _SOURCE], settings.source)
    return Found(
        anchor=anchor,
        source=source,
        cue=tuple(cues),
        content=tuple(np.flatnonzero(roles[:, _CONTENT] > settings.content).tolist()),
        attitude=ATTITUDES[int(cue[1:].argmax())],
        probability=float(np.sqrt(start * cue[0])),
        kind=_kind(kinds[list(source)]) if source else None,
    )


def _kind(kinds: Floats) -> tuple[str, float]:
    """The likeliest kind of a source by the mean over its words, with its probability."""
    mean = kinds.mean(0)
    best = int(mean.argmax())
    return KINDS[best], float(mean[best])


def _best_run(sure: Floats, least: float) -> tuple[int, ...]:
    """The unbroken run of words that holds the one most surely a source, or none."""
    top = int(sure.argmax())
    if sure[top] <= least:
        return ()
    first = last = top
    while first and sure[first - 1] > least:
        first -= 1
    while last + 1 < len(sure) and sure[last + 1] > least:
        last += 1
    return tuple(range(first, last + 1))


def _choose(rated: Sequence[Found], settings: Settings) -> list[Found]:
    """Those worth keeping, the surest first: none within another's cue, or with another's content unless it stands inside that."""
    kept: list[Found] = []
    cued: set[int] = set()
    for one in sorted(rated, key=lambda f: (-f.probability, f.anchor)):
        if one.probability < settings.keep or one.anchor in cued or any(_same(one, other) for other in kept):
            continue
        kept.append(one)
        cued |= set(one.cue)
    return kept


def _same(one: Found, other: Found) -> bool:
    a, b = set(one.content), set(other.content)
    if not a and not b:
        return abs(one.anchor - other.anchor) <= 3
    return 2 * len(a & b) > len(a | b) and not (one.anchor in b or other.anchor in a)
