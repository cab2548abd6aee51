"""Times: the expressions of an article, with the values that TIMEX3 gives them (Pustejovsky et al. 2003).

Rules are patterns over the text, each with a name; the parse is asked only for the tense that decides a direction and for what a word is.
Of expressions that overlap, the longest stands. Without a publication date, what hangs on it has no value: none is invented.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterable

from sayso.errors import UsageError
from sayso.language.tokens import Parse
from sayso.model.moment import Moment
from sayso.model.time import TimeExpression
from sayso.reading.times import clocks, counted, dates, holidays, periods, quarters, references, sets, spells, told
from sayso.reading.times.anchoring import anchored
from sayso.reading.times.context import Context
from sayso.reading.times.joining import joined
from sayso.reading.times.rule import Found

_SUBJECTS = (dates, periods, quarters, counted, references, spells, sets, holidays, clocks, told)


def times(parse: Parse, dct: Moment | None, *, only: frozenset[str] | None = None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a text in order, none overlapping; ``dct`` is when the article was published."""
    day = dct.earliest.date() if dct and dct.day and dct.earliest else None
    context = Context(parse, day)
    found = [expression for subject in _SUBJECTS for expression in subject.book.find(context, only)]
    apart = anchored(joined(_apart(found), context), context)
    return tuple(_noun(parse, widened) for widened in _apart(clocks.widened(kept, parse.text) for kept in apart))


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
