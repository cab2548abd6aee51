"""From Recognizers-Text's resolutions to TIMEX3: their "timex" is close to one, but for stretches of time and for dates it leaves open."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from precision import as_fine_as, quarter, week

_STRETCH = re.compile(r"\(([^,]+),([^,]+),(P[^)]+)\)")
_CALENDAR = re.compile(r"\d{4}(-\d\d|-W\d\d(-WE)?|-(SP|SU|FA|WI))?")
_DAY_LEFT_OPEN = re.compile(r"XXXX-(\d\d-\d\d|WXX-\d)")
_VERBS = {"may", "march", "fall", "spring", "sat", "sun"}
_NUMBERS = set("one two three four five six seven eight nine ten eleven twelve".split())
_PART_OF_DAY = re.compile(r"T(MO|MI|AF|EV|NI|DT)")


def mistaken(words: str) -> bool:
    """Whether the words, as they are written, are a verb or a number that the model takes for a month, a season or an hour."""
    return words in _VERBS or set(words.split()) <= _NUMBERS


def value(words: str, kind: str, readings: Sequence[Mapping[str, str]], published: date) -> tuple[str, str]:
    """Type and value of an expression; where the model gives none, the value is empty."""
    if not readings:
        return {"duration": "DURATION", "set": "SET"}.get(kind, "DATE"), ""
    reading = _meant(readings, published)
    timex = reading.get("timex", "")
    if kind in {"duration", "set"}:
        return kind.upper(), timex
    if timex == "PRESENT_REF":
        return "DATE", timex
    if kind == "daterange":
        return _range_of_days(reading, timex, published)
    if kind == "date":
        return "DATE", as_fine_as(words, date.fromisoformat(reading["value"])) if "value" in reading else timex
    return _time_of_day(reading, timex, published)


def _day(reading: Mapping[str, str]) -> str:
    return (reading.get("value") or reading.get("start") or reading.get("end") or "")[:10]


def _meant(readings: Sequence[Mapping[str, str]], published: date) -> Mapping[str, str]:
    """Of a month's readings the one in the year that it is, of a weekday's the latest not after publication; else the first."""
    if readings[0].get("timex", "").startswith(("XXXX-0", "XXXX-1")):
        return next((reading for reading in readings if _day(reading)[:4] == str(published.year)), readings[0])
    return max((reading for reading in readings if "" < _day(reading) <= published.isoformat()), key=_day, default=readings[0])


def _range_of_days(reading: Mapping[str, str], timex: str, published: date) -> tuple[str, str]:
    if _CALENDAR.fullmatch(timex) or not {"start", "end"} & reading.keys():
        return "DATE", timex
    start, stretch = date.fromisoformat(_day(reading)), _STRETCH.fullmatch(timex)
    if stretch and published.isoformat() in {reading.get("start"), reading.get("end")}:
        return "DURATION", stretch[3]
    if stretch:
        return "DATE", _named(start, stretch[3])
    if _DAY_LEFT_OPEN.fullmatch(timex):
        return "DATE", week(start) if {"start", "end"} <= reading.keys() else start.isoformat()
    return "DATE", start.isoformat()[: len(timex)]


def _named(start: date, length: str) -> str:
    """The calendar's name for a stretch that begins on a day, or that day where it has none."""
    if start.day == 1 and length == "P3M" and start.month % 3 == 1:
        return quarter(start)
    if start.day == 1 and length == "P6M" and start.month in {1, 7}:
        return f"{start.year}-H{1 if start.month == 1 else 2}"
    if (start.month, start.day) == (1, 1) and length in {"P1Y", "P10Y", "P100Y"}:
        return start.isoformat()[: {"P1Y": 4, "P10Y": 3, "P100Y": 2}[length]]
    return start.isoformat()


def _time_of_day(reading: Mapping[str, str], timex: str, published: date) -> tuple[str, str]:
    """A clock time, a part of the day, or a stretch of hours up to now."""
    stretch = _STRETCH.fullmatch(timex)
    if stretch and reading.get("start", "")[:10] != reading.get("end", "")[:10]:
        return "DURATION", stretch[3]
    if _PART_OF_DAY.search(timex):
        day = reading.get("start", "")[:10] if "-" in reading.get("start", "") else published.isoformat()
        return "TIME", day + timex[timex.index("T") :]
    moment = reading.get("value") or reading.get("start") or ""
    day, _, clock = moment.rpartition(" ")
    return "TIME", f"{day or published.isoformat()}T{clock[:5]}" if clock else timex
