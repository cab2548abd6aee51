"""Written dates: the days that datelines and publication lines spell out, with a time and zone where they stand beside them.

Only whole dates and a month with a day; what a sentence calls "last week" is the reader's business (``sayso.reading.times``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso.language.lexicon import lexicon

YEARS = range(1800, 2101)  # that a news text may be dated by


@dataclass(frozen=True, slots=True)
class Written:
    """A date at ``[start, end)``. ``year`` is None where the text leaves it out; ``clock`` is ``T09:40Z`` or "" (no time given)."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    clock: str = ""

    @property
    def value(self) -> str | None:
        """The TIMEX3 value (``2025-05-12T09:40Z``), or None without a year."""
        return f"{self.year:04}-{self.month:02}-{self.day:02}{self.clock}" if self.year else None


def written_dates(text: str) -> Iterator[Written]:
    """Yield the dates that stand in ``text``, in order; impossible ones are left out. Linear in the text."""
    for found in _pattern().finditer(text):
        year, month, day = _parts(found)
        if not _exists(year, month, day):
            continue
        clock, end = _clock(text, found.end())
        yield Written(found.start(), end, year, month, day, clock)


@cache
def _months() -> dict[str, int]:
    names = enumerate(lexicon("published")["months"], start=1)
    return {name: number for number, spellings in names for name in spellings.split("|")}


@cache
def _pattern() -> re.Pattern[str]:
    month = "(?:" + "|".join(sorted(_months(), key=len, reverse=True)) + r")\b\.?"
    return re.compile(
        r"(?<![\w/-])(?:"
        r"(?P<y1>\d{4})(?P<mark>[-/.])(?P<m1>\d{1,2})(?P=mark)(?P<d1>\d{1,2})(?!\d)"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m2>{month})(?:,? (?P<y2>\d{{4}})(?![\d:]))?"
        rf"|(?P<m3>{month}) ?(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,? ?(?P<y3>\d{{4}})(?![\d:]))?"
        r"|(?P<d4>\d{1,2})[./](?P<m4>\d{1,2})[./](?P<y4>\d{4})(?!\d)"
        r")",
        re.IGNORECASE,
    )


@cache
def _time() -> re.Pattern[str]:
    zones = "|".join(sorted(lexicon("published")["zones"], key=len, reverse=True))
    return re.compile(
        r"(?:,? (?:at )?| ?[|·•–-] ?|T)(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?::\d\d(?:\.\d{1,9})?)?"
        rf"(?: ?(?P<half>[ap])\.?m\b\.?)?(?: ?(?P<zone>(?:(?:UTC|GMT) ?)?(?P<offset>[+-]\d\d?:?(?:\d\d)?)|{zones}|Z)(?!\w))?",
        re.IGNORECASE,
    )


def _parts(found: re.Match[str]) -> tuple[int | None, int, int]:
    if found["y1"]:
        return int(found["y1"]), int(found["m1"]), int(found["d1"])
    if found["y4"]:
        first, second = int(found["d4"]), int(found["m4"])
        # 12/05/2025 is May here and December there: only a day over 12 decides it
        return int(found["y4"]), *((second, first) if first > 12 or first == second else (first, second) if second > 12 else (0, 0))
    number = "2" if found["m2"] else "3"
    year = found[f"y{number}"]
    return int(year) if year else None, _months()[found[f"m{number}"].lower().rstrip(".")], int(found[f"d{number}"])


def _exists(year: int | None, month: int, day: int) -> bool:
    try:
        date(2000 if year is None else year, month, day)  # 2000 has a 29 February
    except ValueError:
        return False
    return year is None or year in YEARS


def _clock(text: str, at: int) -> tuple[str, int]:
    """The time of day right after a date, as TIMEX3 writes it, and where it ends."""
    found = _time().match(text, at)
    if not found:
        return "", at
    hour, minute = int(found["hour"]), int(found["minute"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    if hour > 23 or minute > 59:
        return "", at
    return f"T{hour:02}:{minute:02}{_zone(found)}", found.end()


def _zone(found: re.Match[str]) -> str:
    if found["offset"]:
        sign, digits = found["offset"][0], found["offset"][1:].replace(":", "")
        return f"{sign}{digits[:2] if len(digits) != 1 else '0' + digits}:{digits[2:] or '00'}"
    return lexicon("published")["zones"].get(found["zone"].upper(), "Z") if found["zone"] else ""
