"""Rules: a named pattern, and what its words mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date as Date

from sayso.model.time import TimeType
from sayso.reading.times.context import Context
from sayso.reading.times.words import compiled

Match = re.Match[str]
YEARS = {"E": 10, "C": 100}  # in a decade, in a century
SMALLER = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}  # what the half of a unit is counted in


@dataclass(slots=True)
class Found:
    """An expression before it becomes a noun: ``value`` is None where it hangs on an unknown publication date.

    ``from_quarter`` and ``from_told`` make its value from the quarter or the date that a text told of last, where it counts from one;
    ``fineness`` is how many characters of that date it needs (a year 4, a month 7, a day 10). ``on_day`` marks a clock time without a day.
    """

    start: int
    end: int
    type: TimeType
    value: str | None
    mod: str | None = None
    anchor: str | None = None
    rule: str = ""
    from_quarter: Callable[[str], str] | None = None
    from_told: Callable[[Date], str | None] | None = None
    fineness: int = 10
    on_day: bool = False


Meaning = Callable[[Match, Context], "Sequence[Found] | Found | None"]


@dataclass
class RuleBook:
    """The rules of one subject, in the order in which they were written; the first wins where two match the same words."""

    rules: list[tuple[str, re.Pattern[str], Meaning]] = field(default_factory=list)

    def rule(self, name: str, pattern: str) -> Callable[[Meaning], Meaning]:
        """Enter a function as the meaning of a pattern with ``{NAMES}``; the rule is then called ``times.name``."""

        def enter(meaning: Meaning) -> Meaning:
            self.rules.append((f"times.{name}", compiled(pattern), meaning))
            return meaning

        return enter

    def find(self, context: Context, only: frozenset[str] | None) -> Iterator[Found]:
        """Yield every expression that a rule finds, overlapping ones too."""
        for name, pattern, meaning in self.rules:
            if only is not None and name not in only:
                continue
            for match in pattern.finditer(context.text):
                got = meaning(match, context)
                for found in [got] if isinstance(got, Found) else got or ():
                    found.rule = name
                    yield found


def date(match: Match, value: str | None, mod: str | None = None, *, relative: bool = False) -> Found:
    """Return the whole match as a DATE; ``relative`` when it was counted from the publication date."""
    return Found(match.start(), match.end(), TimeType.DATE, value, mod, "dct" if relative else None)


def clock(match: Match, value: str | None, *, relative: bool = True) -> Found:
    """Return the whole match as a TIME."""
    return Found(match.start(), match.end(), TimeType.TIME, value, None, "dct" if relative else None)


def duration(match: Match, count: float | None, unit: str, mod: str | None = None) -> Found:
    """Return the whole match as a DURATION of so many units; an unknown count is X."""
    return Found(match.start(), match.end(), TimeType.DURATION, period(count, unit), mod)


def period(count: float | None, unit: str) -> str:
    """Return an ISO 8601 period; what ISO has no letter for, such as quarters and decades, is counted in months and years.

    >>> period(48, "TH"), period(None, "Y"), period(2, "E"), period(5.5, "TH")
    ('PT48H', 'PXY', 'P20Y', 'PT5H30M')
    """
    if unit == "Q":
        count, unit = count and count * 3, "M"
    if count is not None and unit in YEARS:
        count, unit = count * YEARS[unit], "Y"
    if count is not None and count % 1 and unit in SMALLER:
        many, letter = SMALLER[unit]
        return f"{'PT' if unit[0] == 'T' else 'P'}{int(count)}{unit[-1]}{count % 1 * many:g}{letter}"
    shown = "X" if count is None else f"{count:g}"
    return f"PT{shown}{unit[1:]}" if unit.startswith("T") else f"P{shown}{unit}"
