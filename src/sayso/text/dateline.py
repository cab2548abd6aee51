"""The article's own words on when and by whom it was published: "Published 12 May 2025", "SEOUL, Oct. 18 (Yonhap) --", "Original: https://...".

They are looked for at the head and at the foot only; a date in the body is the date of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.language.layout import Stretch
from sayso.language.lexicon import lexicon
from sayso.language.written import Written, written_dates
from sayso.model.article import BlockKind

HEAD, FOOT = 12, 20  # lines with something in them, from the top and from the bottom
LONGEST = 300  # characters of such a line
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ADDRESS = re.compile(r"https?://[^\s<>\"'「」【】（）]{4,2000}")
_CREDIT = re.compile(r"\(([^()\n]{2,40})\)")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\D{0,20}((?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line at the head or foot and where it starts."""

    start: int
    words: str


def edge_lines(text: str) -> list[Line]:
    """Return the first and last lines that hold something and are no longer than ``LONGEST``."""
    found = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    edges = found if len(found) <= HEAD + FOOT else [*found[:HEAD], *found[-FOOT:]]
    return [Line(start, text[start:end]) for start, end in edges if end - start <= LONGEST]


@cache
def _opening(key: str) -> re.Pattern[str]:
    return re.compile(r"\W{0,4}(?:" + "|".join(lexicon("published")[key]) + r")\b(?: on| at)?\s?[:：]?", re.IGNORECASE)


def publication_dates(lines: list[Line], key: str) -> Iterator[tuple[Written, int, int]]:
    """Yield the dates of lines that open with words of ``published.toml``'s list ``key``, and where date and words stand in the text."""
    for line in lines:
        for opening in _opening(key).finditer(line.words) if key == "updated" else filter(None, [_opening(key).match(line.words)]):
            date = next(written_dates(line.words[opening.end() : opening.end() + 40]), None)
            if date and date.start <= 24:
                yield date, line.start + opening.start(), line.start + opening.end() + date.end


def dateline_dates(text: str, stretches: tuple[Stretch, ...]) -> Iterator[tuple[Written, int, int]]:
    """Yield the dates that datelines, date-only lines and bylines give, and where these stand."""
    for stretch in stretches:
        if stretch.kind in (BlockKind.DATELINE, BlockKind.BYLINE):
            for date in written_dates(text[stretch.start : stretch.end]):
                yield date, stretch.start, stretch.end


def credit(text: str, stretches: tuple[Stretch, ...]) -> str | None:
    """Return the agency a dateline names in brackets: "Yonhap"."""
    for stretch in stretches:
        found = _CREDIT.search(text, stretch.start, stretch.end) if stretch.kind is BlockKind.DATELINE else None
        if found:
            return found[1].strip()
    return None


def original(lines: list[Line]) -> tuple[str, int, int] | None:
    """Return the address that the text names as its original's ("Original: https://..."), and where the line stands."""
    opening = re.compile(r"\W{0,4}(?:" + "|".join(lexicon("published")["original"]) + r")\s*[:：]?\s*", re.IGNORECASE)
    for line in lines:
        start = opening.match(line.words)
        found = _ADDRESS.match(line.words, start.end()) if start else None
        if found:
            address = found[0].rstrip(".,;:!?)]")
            return address, line.start, line.start + found.start() + len(address)
    return None


def copyright_year(lines: list[Line]) -> int | None:
    """Return the latest year of the copyright lines, which dates a dateline that leaves its year out."""
    years = [int(found[1]) for line in lines for found in _COPYRIGHT.finditer(line.words)]
    return max(years, default=None)
