"""How much of a day was meant: peers that answer "two years ago" with a day say more than the words do."""

from __future__ import annotations

import re
from datetime import date

_UNIT = re.compile(r"\b(year|decade|month|quarter|week)s?\b", re.IGNORECASE)


def as_fine_as(words: str, day: date) -> str:
    """The day as a TIMEX3 value, only as fine as the unit that the words name; without one, the day itself."""
    unit = _UNIT.search(words)
    if unit is None:
        return day.isoformat()
    return {
        "decade": day.isoformat()[:3],
        "year": day.isoformat()[:4],
        "quarter": quarter(day),
        "month": day.isoformat()[:7],
        "week": week(day),
    }[unit[1].lower()]


def quarter(day: date) -> str:
    """The quarter of a day: 1998-Q3."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def week(day: date) -> str:
    """The week of a day, as ISO 8601 counts them: 1998-W02."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"
