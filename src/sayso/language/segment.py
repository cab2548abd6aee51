"""Paragraphs: where a text may be cut before it is parsed.

Parsing a paragraph at a time keeps a headline from running into a byline, keeps memory flat, and lets equal paragraphs share a parse.
A text whose lines are wrapped at a fixed width is cut at blank lines only; otherwise each line is a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

LONGEST = 6_000  # characters a parser is given at once; longer paragraphs are cut at a space
_BLANK = re.compile(r"\n[^\S\n]*\n")
_LINE = re.compile(r"[^\n]+")
_ENDED = (".", "!", "?", '"', "”", "’", ")", ":", "。", "」", "]", "】")


def paragraphs(text: str, skip: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Return the half-open ``(start, end)`` of each paragraph, without the white space around it; none is longer than ``LONGEST``.

    ``skip`` holds stretches, in order and apart, that belong to no paragraph.
    """
    pieces = []
    for start, end in _split(text, _BLANK) if is_wrapped(text) else [m.span() for m in _LINE.finditer(text)]:
        for left, right in _without(start, end, skip):
            words = text[left:right]
            left += len(words) - len(words.lstrip())
            pieces += _short(text, left, left + len(words.strip()))
    return pieces


def is_wrapped(text: str) -> bool:
    """Say whether single newlines are mere line wraps: most lines that another follows stop mid-sentence, none long."""
    lines = text.split("\n")
    followed = [line.rstrip() for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(followed) < 3 or max(map(len, followed)) > 120:
        return False
    cut = sum(not line.endswith(_ENDED) and len(line) > 40 for line in followed)
    return cut > 0.6 * len(followed)


def _split(text: str, gap: re.Pattern[str]) -> list[tuple[int, int]]:
    bounds = [0, *(edge for found in gap.finditer(text) for edge in found.span()), len(text)]
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def _without(start: int, end: int, skip: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for left, right in skip:
        if left < end and start < right:
            if start < left:
                yield start, left
            start = max(start, right)
    if start < end:
        yield start, end


def _short(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > LONGEST:
        cut = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in (". ", "! ", "? ", "。"))
        if cut < 0:
            cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut + 1
        pieces.append((start, cut))
        while cut < end and text[cut].isspace():
            cut += 1
        start = cut
    if start < end:
        pieces.append((start, end))
    return pieces
