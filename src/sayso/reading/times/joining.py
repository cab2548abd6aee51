"""Joining: neighbours that name one time together: "5 p.m. EST, Nov. 6", "the day before last Tuesday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.model.time import TimeType
from sayso.reading.times.calendar import shifted, year_later
from sayso.reading.times.context import Context
from sayso.reading.times.rule import Found
from sayso.reading.times.words import lookup

_DAY = 10  # characters of a day's value
_RANGES = {"to", "through", "until", "till", "-", "–"}
_LINKS = {"", ",", "on", ", on"}  # between a clock time and its day


def joined(found: Sequence[Found], context: Context) -> list[Found]:
    """Return the expressions, in text order, with neighbours that are one time made one."""
    made: list[Found] = []
    for one in found:
        if made:
            one = _after(made[-1], one, context)
        if made and (both := _both(made[-1], one, context)):
            made[-1] = both
        else:
            made.append(one)
    return [one for one in made if one.rule != "times.day-beside" or _stands_alone(one, context)]


def _after(first: Found, second: Found, context: Context) -> Found:
    """The second end of a range ("from today through Nov. 17"), a year or a week later where it was read as lying before the first."""
    between = context.text[first.end : second.start].lower().strip()
    days = [_day_of(one) for one in (first, second)]
    if between not in _RANGES or second.anchor != "dct" or days[0] is None or days[1] is None or days[0] <= days[1]:
        return second
    later = days[1] + timedelta(days=7) if second.rule == "times.weekday" else year_later(days[1])
    return replace(second, value=later.isoformat()) if later and later >= days[0] else second


def _day_of(one: Found) -> date | None:
    try:
        return date.fromisoformat(one.value) if one.value and one.type is TimeType.DATE else None
    except ValueError:  # a month, a quarter, PAST_REF
        return None


def _both(first: Found, second: Found, context: Context) -> Found | None:
    if second.type is not TimeType.DATE or not second.value or len(second.value) != _DAY or not second.value[5:7].isdigit():
        return None
    between = " ".join(context.text[first.end : second.start].lower().split())
    if first.on_day and first.value and between in _LINKS:
        return replace(first, end=second.end, value=second.value + first.value[_DAY:], anchor=second.anchor, on_day=False)
    if first.rule == "times.day-beside" and not between and first.end < second.start:
        step = lookup("steps", context.text[first.start : first.end].split()[-1])
        return replace(second, start=first.start, value=shifted(date.fromisoformat(second.value), step, "D"))
    return None


def _stands_alone(beside: Found, context: Context) -> bool:
    """The day before what is not dated has no date; without anything behind it, it is counted from the day told last."""
    behind = context.text[beside.end : beside.end + 2].lstrip()
    return not behind[:1].isalnum()
