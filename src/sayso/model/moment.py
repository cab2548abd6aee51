"""Moments: dates that know their precision, compared as intervals.

A value is written as TIMEX3 writes it (Pustejovsky et al. 2003: ``2025-W42``, ``2025-FA``, ``199``, ``2025-09-30TEV``) or, for
an interval, as EDTF does (ISO 8601-2: ``2025-10-31/2025-11-01``, ``../2025-10-18`` for "before").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sayso.errors import UsageError


class Precision(StrEnum):
    """How fine a moment is known."""

    MINUTE = "minute"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    UNKNOWN = "unknown"


PARTS_OF_DAY = {"MO": (5, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 23), "NI": (19, 29), "DT": (8, 18)}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}
HALVES_AND_QUARTERS = {"H1": (1, 6), "H2": (7, 6), "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3)}

_SHAPE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:T(?:(?P<clock>\d\d(?::\d\d(?::\d\d)?)?)|(?P<part>MO|MI|AF|EV|NI|DT)))?(?P<zone>Z|[+-]\d\d:?\d\d)?"
    r"|(?P<week>\d{4}-W\d\d)(?:-(?P<weekend>WE))?|(?P<month>\d{4}-\d\d)|(?P<part_year>\d{4})-(?P<piece>[HQ][1-4]|SP|SU|FA|AU|WI)"
    r"|(?P<year>\d{4})|(?P<decade>\d{3})X?|(?P<century>\d\d)(?:XX)?"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time ``[earliest, latest)`` in the article's own clock, and how it was written.

    ``earliest`` or ``latest`` is None where the stretch is open; ``zone`` is an offset such as ``+09:00``, where one is known.
    """

    value: str
    precision: Precision
    earliest: datetime | None = None
    latest: datetime | None = None
    zone: str | None = None

    @classmethod
    def parse(cls, value: str) -> Moment:
        """Read a TIMEX3 or EDTF value; raise UsageError when it names no stretch of time.

        >>> Moment.parse("2025-10").latest.isoformat()
        '2025-11-01T00:00:00'
        """
        if "/" in value:
            return cls._interval(value)
        found = _SHAPE.fullmatch(value)
        if not found:
            raise UsageError(f"{value!r} names no date; expected one such as 2025, 2025-10 or 2025-10-18")
        try:
            precision, earliest, latest = _stretch(found)
        except (ValueError, OverflowError) as error:
            raise UsageError(f"{value!r} is not in the calendar ({error}); expected a date such as 2025-10-18") from error
        return cls(value, precision, earliest, latest, found["zone"])

    @classmethod
    def _interval(cls, value: str) -> Moment:
        first, _, last = value.partition("/")
        earliest = None if first in ("", "..") else cls.parse(first).earliest
        latest = None if last in ("", "..") else cls.parse(last).latest
        if first == "..":  # "before": up to the start of the named day
            latest = cls.parse(last).earliest
        return cls(value, Precision.INTERVAL, earliest, latest)

    @property
    def day(self) -> str | None:
        """The ISO day this moment lies in, or None when it is not known to the day."""
        if self.earliest is None or self.latest is None or self.latest - self.earliest > timedelta(days=1):
            return None
        return self.earliest.date().isoformat()

    def overlaps(self, other: Moment) -> bool:
        """Say whether the two stretches could be the same time; open ends reach without limit."""
        starts_in_time = self.earliest is None or other.latest is None or self.earliest < other.latest
        return starts_in_time and (other.earliest is None or self.latest is None or other.earliest < self.latest)

    def before(self, other: Moment) -> bool:
        """Say whether this stretch ends before ``other`` begins."""
        return self.latest is not None and other.earliest is not None and self.latest <= other.earliest


def _months(year: int, month: int, count: int) -> tuple[datetime, datetime]:
    index = year * 12 + month - 1 + count
    return datetime(year, month, 1), datetime(index // 12, index % 12 + 1, 1)


def _stretch(found: re.Match[str]) -> tuple[Precision, datetime, datetime]:
    if found["day"]:
        return _within_day(found)
    if found["week"]:
        monday = datetime.strptime(f"{found['week']}-1", "%G-W%V-%u")
        first, days = (monday + timedelta(days=5), 2) if found["weekend"] else (monday, 7)
        return Precision.WEEK, first, first + timedelta(days=days)
    if found["month"]:
        year, month = map(int, found["month"].split("-"))
        return Precision.MONTH, *_months(year, month, 1)
    if found["piece"]:
        year, piece = int(found["part_year"]), found["piece"]
        if piece in SEASONS:
            return Precision.SEASON, *_months(year, SEASONS[piece], 3)
        return Precision.QUARTER, *_months(year, *HALVES_AND_QUARTERS[piece])
    if found["year"]:
        return Precision.YEAR, *_months(int(found["year"]), 1, 12)
    if found["decade"]:
        return Precision.DECADE, *_months(int(found["decade"]) * 10, 1, 120)
    return Precision.CENTURY, *_months(int(found["century"]) * 100, 1, 1200)


def _within_day(found: re.Match[str]) -> tuple[Precision, datetime, datetime]:
    day = datetime.fromisoformat(found["day"])
    if found["part"]:
        first, last = PARTS_OF_DAY[found["part"]]
        return Precision.PART_OF_DAY, day + timedelta(hours=first), day + timedelta(hours=last)
    if found["clock"]:
        hour, minute = [int(piece) for piece in found["clock"].split(":")[:2]] + ([0] if ":" not in found["clock"] else [])
        start = day + timedelta(hours=hour, minutes=minute)
        return Precision.MINUTE, start, start + (timedelta(minutes=1) if ":" in found["clock"] else timedelta(hours=1))
    return Precision.DAY, day, day + timedelta(days=1)
