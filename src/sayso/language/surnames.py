"""Surnames: which of a name's words are the family name, by which alone the person may be called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FAMILY_FIRST = {"CHN", "TWN", "KOR", "PRK", "VNM"}
_WESTERN_FIRST = {
    "joseph",
    "william",
    "john",
    "eugene",
    "mark",
    "james",
    "francisco",
    "timothy",
    "david",
    "wellington",
}  # in those countries too
_PARTICLES = {"al", "el", "de", "da", "von", "van", "der", "bin", "le", "di", "la", "del", "dos"}
_NUMBERS = {"jr", "ii", "iii", "vi", "xiv", "xvi"}
_NO_FAMILY = {"king", "queen", "pope", "emperor", "the"}


def surnames(words: Sequence[str], written: str, country: str) -> Iterator[tuple[str, ...]]:
    """Yield the family names of somebody from ``country``: "Xi", "Sisi" and "al Sisi", "Le Pen".

    ``words`` are those of the whole name as it is ``written``, hyphens apart.
    """
    cut = [word for word in words if word.lower() not in _NUMBERS]
    if len(cut) < 2 or cut[0].lower() in _NO_FAMILY:
        return
    hyphenated = re.search(r"-[a-z]", written) is not None and cut[1].lower() not in _PARTICLES
    if (country in _FAMILY_FIRST or hyphenated) and cut[0].lower() not in _WESTERN_FIRST:
        yield (cut[0],)
        return
    start = len(cut) - 1
    while start > 1 and cut[start - 1].lower() in _PARTICLES:
        start -= 1
    if start < len(cut) - 1:
        yield tuple(cut[start:])
    if start == len(cut) - 1 or cut[-2].islower():
        yield (cut[-1],)
