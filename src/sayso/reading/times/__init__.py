"""Times: the expressions of an article, with the values that TIMEX3 gives them (Pustejovsky et al. 2003).

Rules are patterns over the text, each with a name; the parse is asked only for the tense that decides a direction and for what a word is.
Of expressions that overlap, the longest stands. Without a publication date, what hangs on it has no value: none is invented.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterable
from dataclasses import replace
from datetime import date as Date
from datetime import timedelta

from sayso.errors import UsageError
from sayso.language.tokens import Parse
from sayso.model.moment import Moment
from sayso.model.time import TimeExpression
from sayso.reading.times import clocks, counted, dates, holidays, periods, quarters, references, sets, spells, terms, told
from sayso.reading.times.anchoring import anchored
from sayso.reading.times.context import Context
from sayso.reading.times.joining import joined
from sayso.reading.times.rule import Found

_SUBJECTS = (dates, periods, quarters, counted, references, spells, sets, holidays, clocks, terms, told)


def times(parse: Parse, dct: Moment | None, *, only: frozenset[str] | None = None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a text in order, none overlapping; ``dct`` is when the article was published.

    Where that is known only as a stretch ("2025-10"), what is relative has the value it has on the stretch's first day and on its last.
    """
    first, last = _days(dct)
    found = _found(Context(parse, first), only)
    if first != last:
        found = _agreed(found, _found(Context(parse, last), only))
    return tuple(_noun(parse, one) for one in found)


def _found(context: Context, only: frozenset[str] | None) -> list[Found]:
    found = [expression for subject in _SUBJECTS for expression in subject.book.find(context, only)]
    apart = anchored(joined(_apart(found), context), context)
    return _apart(clocks.widened(kept, context.text) for kept in apart)


def _days(dct: Moment | None) -> tuple[Date | None, Date | None]:
    """The first and the last day on which an article may have been published, None and None where either is unknown."""
    if dct is None or dct.earliest is None or dct.latest is None:
        return None, None
    return dct.earliest.date(), (dct.latest - timedelta(microseconds=1)).date()


def _agreed(first: Iterable[Found], last: Iterable[Found]) -> list[Found]:
    """The expressions of two readings, with the values in which both agree."""
    values = {(one.start, one.end): one.value for one in last}
    return [one if values.get((one.start, one.end)) == one.value else replace(one, value=None, anchor="dct") for one in first]


def _apart(found: Iterable[Found]) -> list[Found]:
    """The expressions that stand when the longest is taken first, in text order."""
    taken: list[tuple[int, int]] = []
    kept = []
    for one in sorted(found, key=lambda found: found.start - found.end):
        at = bisect(taken, (one.start, one.end))
        if (at and taken[at - 1][1] > one.start) or (at < len(taken) and taken[at][0] < one.end):
            continue
        insort(taken, (one.start, one.end))
        kept.append(one)
    return sorted(kept, key=lambda found: found.start)


def _noun(parse: Parse, found: Found) -> TimeExpression:
    span = parse.cut(found.start, found.end)
    return TimeExpression(span, found.type, found.value, found.rule, found.mod, found.anchor, _moment(found.value))


def _moment(value: str | None) -> Moment | None:
    try:
        return Moment.parse(value) if value and value[0].isdigit() else None
    except UsageError:  # a value that is no stretch of the calendar, such as 24:00
        return None
