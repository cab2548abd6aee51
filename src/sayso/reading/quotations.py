"""Quotation marks: which stretches of a text stand inside them, in whatever script and however badly balanced.

Marks are paired within a paragraph, in one pass. A mark that stays open runs to the end of its paragraph; when the next paragraph opens
with the same mark, as newspapers write a long quotation, the two belong together. Straight marks open before a word and close after one.
Single marks count only where no double ones do and only in pairs, because an apostrophe looks the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.language.tokens import Parse

PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "《": "》", "``": "''", "‟": "”"}
_MARK = re.compile(r"``|''|[“”„‟«»「」『』《》\"]")
_SINGLE_OPEN = re.compile(r"(?<![\w’'])[‘'](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")
_SINGLE_SURE = re.compile(r"(?<=[.,!?…])[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class QuotedStretch:
    """Half-open ``[start, end)`` from the opening mark to after the closing one. ``closed`` is False where the closing mark is missing."""

    start: int
    end: int
    closed: bool
    paragraph: int


def quotations(parse: Parse) -> tuple[QuotedStretch, ...]:
    """Return the quoted stretches in text order, none inside another; linear in the text."""
    found: list[QuotedStretch] = []
    for number, start, end in _paragraphs(parse):
        inside = list(_paired(parse.text, number, start, end))
        found += inside or _singles(parse.text, number, start, end)
    return tuple(found)


def _paragraphs(parse: Parse) -> Iterator[tuple[int, int, int]]:
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in parse.sentences:
        first, _ = bounds.get(sentence.paragraph, (sentence.start, 0))
        bounds[sentence.paragraph] = (first, sentence.end)
    for number, (start, end) in bounds.items():
        yield number, start, end


def _paired(text: str, number: int, start: int, end: int) -> Iterator[QuotedStretch]:
    opened, closers = -1, ""
    for mark in _MARK.finditer(text, start, end):
        if opened < 0:
            if _opens(text, mark, start, end):
                opened, closers = mark.start(), PAIRS.get(mark[0], mark[0])
        elif _closes(text, mark, closers, start, end):
            yield QuotedStretch(opened, mark.end(), True, number)
            opened = -1
        elif mark[0] == text[opened : opened + len(mark[0])] and mark[0] not in "「『《":  # opened twice: the first was never closed
            opened = mark.start()
    if opened >= 0:
        yield QuotedStretch(opened, end, False, number)


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    if mark[0] in PAIRS:
        return True
    after = text[mark.end()] if mark.end() < end else " "
    return mark[0] in ('"', "''") and not after.isspace() and (mark.start() == start or not text[mark.start() - 1].isalnum())


def _closes(text: str, mark: re.Match[str], closers: str, start: int, end: int) -> bool:
    if mark[0] not in closers and not (closers == '"' and mark[0] == "”"):
        return False
    if mark[0] not in ('"', "''"):
        return True
    after = text[mark.end()] if mark.end() < end else " "
    return not text[mark.start() - 1].isspace() or after.isspace() or not after.isalnum()


def _singles(text: str, number: int, start: int, end: int) -> list[QuotedStretch]:
    """Pairs of single marks, where a paragraph has no double ones."""
    ends = [mark.end() for mark in _SINGLE_CLOSE.finditer(text, start, end)]
    sure = [mark.end() for mark in _SINGLE_SURE.finditer(text, start, end)]
    openings = [mark.start() for mark in _SINGLE_OPEN.finditer(text, start, end)]
    found: list[QuotedStretch] = []
    for i, opening in enumerate(openings):
        if found and opening < found[-1].end:
            continue
        limit = openings[i + 1] if i + 1 < len(openings) else end
        at = bisect_left(sure, opening + 2)
        if at < len(sure) and sure[at] <= limit:
            found.append(QuotedStretch(opening, sure[at], True, number))
            continue
        at = bisect_left(ends, opening + 2)
        if at < len(ends) and (ends[at] <= limit or text[opening] == "‘"):
            found.append(QuotedStretch(opening, ends[at], True, number))
    return found
