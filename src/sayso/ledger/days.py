"""Stretches of days as search words, so that "overlaps" becomes "has one of these words".

A stretch is cut into the fewest whole days, months, years, decades, centuries and millennia. What is kept goes in under each of its pieces
and, marked as *within*, under everything that holds a piece. Two stretches overlap exactly when a piece of the one is, holds or lies
within a piece of the other; so a query asks for its own pieces in either form, and for what holds them. Both sides stay a handful of
words, however long the stretch (a segment tree, Bentley 1977, over the calendar).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sayso.model.moment import Moment

_FIRST, _LAST = date.min, date.max
_LEVELS = "mcdy"  # millennium, century, decade, year: a year's number less three, two, one and no digits


def kept_words(name: str, moment: Moment) -> list[str]:
    """Return the words that a stretch is kept under."""
    found: list[str] = []
    for piece in _pieces(moment):
        found.append(f"{name}0{piece}")
        found += [f"{name}0in{above}" for above in _above(piece)]
    return list(dict.fromkeys(found))


def asked_words(name: str, moment: Moment) -> list[str]:
    """Return the words of which what overlaps a stretch has at least one."""
    found: list[str] = []
    for piece in _pieces(moment):
        found += [f"{name}0{piece}", f"{name}0in{piece}"]
        found += [f"{name}0{above}" for above in _above(piece)]
    return list(dict.fromkeys(found))


def _pieces(moment: Moment) -> Iterator[str]:
    """The fewest pieces of calendar that make up the days a moment touches; the largest piece that fits, from the first day on."""
    day, end = _days(moment)
    while day <= end:
        for piece, last in _starting(day):
            if last <= end:
                yield piece
                break
        if last == _LAST:
            return
        day = last + timedelta(days=1)


def _days(moment: Moment) -> tuple[date, date]:
    """The first and the last day, both inside; open ends reach as far as the calendar."""
    first = moment.earliest.date() if moment.earliest else _FIRST
    last = _day_before(moment.latest) if moment.latest else _LAST
    return first, max(first, last)


def _day_before(end: datetime) -> date:
    return (end - timedelta(microseconds=1)).date() if end > datetime.min else _FIRST


def _starting(day: date) -> Iterator[tuple[str, date]]:
    """The pieces that begin on a day, with their last day, the largest first; the day itself always."""
    if (day.month, day.day) == (1, 1):
        for digits, level in zip((3, 2, 1, 0), _LEVELS, strict=True):
            width = 10**digits
            if day.year % width == 0 or day.year == 1:
                last = day.year - day.year % width + width - 1
                yield _year(level, day.year), date(last, 12, 31)
    if day.day == 1:
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1) if (day.year, day.month) != (9999, 12) else None
        yield f"n{day.year:04}{day.month:02}", following - timedelta(days=1) if following else _LAST
    yield f"t{day.year:04}{day.month:02}{day.day:02}", day


def _year(level: str, year: int) -> str:
    return f"{level}{year:04}"[: 2 + _LEVELS.index(level)]


def _above(piece: str) -> Iterator[str]:
    """Everything that holds a piece, the smallest first."""
    kind, digits = piece[0], piece[1:]
    if kind == "t":
        yield f"n{digits[:6]}"
    for level in reversed(_LEVELS):
        width = 1 + _LEVELS.index(level)
        if len(digits) > width:
            yield f"{level}{digits[:width]}"
