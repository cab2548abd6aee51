"""Counting on the calendar: days, weeks, months, quarters, and which year is meant where none is named."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.reading.tense import Tense

# Days that a reading against the tense of its own verb is held to be farther off, against that of a verb farther up, and one ahead where
# the tense says nothing.
AGAINST_OWN, AGAINST_TENSE, AHEAD = 360, 150, 20


def iso_day(year: int, month: int, day: int) -> str | None:
    """Return the ISO day, None when the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def month_after(day: date, count: int) -> tuple[int, int]:
    """Return year and month, ``count`` months after the month of ``day``."""
    index = day.year * 12 + day.month - 1 + count
    return index // 12, index % 12 + 1


def week(day: date) -> str:
    """Return the ISO week of a day, as TIMEX3 writes it."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def quarter(day: date, count: int = 0) -> str:
    """Return the calendar quarter, ``count`` quarters after that of ``day``."""
    index = day.year * 4 + (day.month - 1) // 3 + count
    return f"{index // 4:04}-Q{index % 4 + 1}"


def year_before(value: str) -> str:
    """Return the same quarter of the year before, both as TIMEX3 writes them."""
    return f"{int(value[:4]) - 1:04}{value[4:]}"


def shifted(day: date, count: float, unit: str) -> str | None:
    """Return the value ``count`` units from ``day``, as fine as the unit; None when the calendar ends before it."""
    whole = int(count)
    try:
        if unit == "D":
            return (day + timedelta(days=whole)).isoformat()
        if unit == "W":
            return week(day + timedelta(weeks=whole))
    except OverflowError:
        return None
    if unit == "M":
        year, month = month_after(day, whole)
        return f"{year:04}-{month:02}" if 0 < year < 10000 else None
    if unit == "Q":
        return quarter(day, whole)
    per = {"Y": 1, "E": 10, "C": 100}[unit]
    index, width = day.year // per + whole, {"Y": 4, "E": 3, "C": 2}[unit]
    return f"{index:0{width}}" if 0 < index * per < 10000 else None


def year_later(day: date) -> date | None:
    """Return the same day a year later; None for the 29th of February and where the calendar ends."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return None


def years_off(turn: int, *, begun: bool, over: bool) -> int:
    """Return how many years off the last, this or the next of what comes once a year is (a ``turn`` of -1, 0 or 1).

    ``begun`` and ``over`` say whether this year's has begun and has ended; what is under way is neither the last nor the next.
    """
    return -(not over) if turn < 0 else int(begun) if turn > 0 else 0


def year_meant(today: date, month: int, day: int | None, tense: Tense | None, *, own: bool = True) -> int:
    """Return the year of a month or a day of a month that names none: the nearest that goes with the tense, of its ``own`` verb or not."""
    farther = AGAINST_OWN if own else AGAINST_TENSE

    def cost(year: int) -> float:
        gap = (year - today.year) * 365 + (month - today.month) * 30.4 + ((day - today.day) if day else 0)
        against = (tense is Tense.PAST and gap > 0) or (tense is Tense.FUTURE and gap < 0)
        unsure = tense in (None, Tense.PRESENT, Tense.PERFECT) and gap > 0
        return abs(gap) + farther * against + AHEAD * unsure

    return min((today.year - 1, today.year, today.year + 1), key=cost)


def weekday_meant(today: date, weekday: int, tense: Tense | None, turn: int | None = None) -> date:
    """Return the day that a weekday means: the last, this or the next (a ``turn`` of -1, 0, 1), or the nearest that goes with the tense."""
    ahead, behind = (weekday - today.weekday()) % 7, (today.weekday() - weekday) % 7
    if turn:
        return today + timedelta(days=(ahead or 7) if turn > 0 else -(behind or 7))
    return today + timedelta(days=ahead if turn == 0 or tense is Tense.FUTURE else -behind)
