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


@dataclass(slots=True)
class Found:
    """An expression before it becomes a noun: ``value`` is None where it hangs on an unknown publication date.

    ``from_quarter`` and ``from_day`` make its value from the quarter or the day that a text told of last, where it counts from one;
    ``on_day`` marks a clock time that names no day.
    """

    start: int
    end: int
    type: TimeType
    value: str | None
    mod: str | None = None
    anchor: str | None = None
    rule: str = ""
    from_quarter: Callable[[str], str] | None = None
    from_day: Callable[[Date], str | None] | None = None
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
    """Return an ISO 8601 period.

    >>> period(48, "TH"), period(None, "Y")
    ('PT48H', 'PXY')
    """
    shown = "X" if count is None else f"{count:g}"
    return f"PT{shown}{unit[1:]}" if unit.startswith("T") else f"P{shown}{unit}"
