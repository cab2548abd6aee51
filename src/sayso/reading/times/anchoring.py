"""Anchoring: what a relative expression counts from when that is not the publication date.

"Three days later" and "the next day" count from the date told last; "at 10 a.m." lies on the day its sentence names. A report on a quarter
compares it with the same quarter of the year before ("down from $5 million a year earlier"), and then calls it "the quarter".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.reading.tense import Tense
from sayso.reading.times.calendar import quarter
from sayso.reading.times.context import Context
from sayso.reading.times.rule import Found

_QUARTER = re.compile(r"\d{4}-Q\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T|$)")
_TOLD = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=T|$)")
_BESIDE = 16  # characters between a clock time and the day after it ("10:35 a.m. (0735 GMT) Friday")


def anchored(found: Sequence[Found], context: Context) -> list[Found]:
    """Return the expressions, in text order, those that hang on another one counted from it."""
    quarter_told, quarter_words = "", ""
    told: dict[int, tuple[str, str]] = {}  # the date told last that is known this finely, and its words
    now = quarter(context.day) if context.day else ""
    placed: list[Found] = []
    for index, one in enumerate(found):
        if one.from_quarter and quarter_told:
            one = replace(one, value=one.from_quarter(quarter_told), anchor=quarter_words)
        elif one.from_told and one.fineness in told:
            value, words = told[one.fineness]
            one = replace(one, value=one.from_told(date.fromisoformat(value + "-01-01"[len(value) - 4 :])), anchor=words)
        elif one.on_day:
            one = _on_its_day(one, (placed[-1:], found[index + 1 : index + 2]), context)
        placed.append(one)
        if one.from_quarter or (one.from_told and not one.value):
            continue
        if _QUARTER.fullmatch(one.value or "") and _is_over(one, now, context):
            quarter_told, quarter_words = one.value or "", context.text[one.start : one.end]
        elif (date_told := _TOLD.match(one.value or "")) and not one.on_day:
            words = context.text[one.start : one.end]
            told |= {fineness: (date_told.group(), words) for fineness in (4, 7, 10) if fineness <= len(date_told.group())}
    return placed


def _is_over(told: Found, now: str, context: Context) -> bool:
    """Say whether a quarter is reported on; that of a fiscal year may bear the number of the running one."""
    value = told.value or ""
    return value < now or (value == now and context.tense(told.start, told.end) is not Tense.FUTURE)


def _on_its_day(clock: Found, beside: tuple[Sequence[Found], Sequence[Found]], context: Context) -> Found:
    """A clock time without a day, on the day right after it or else the one before it in its sentence."""
    before, after = beside
    tokens = context.parse.within(clock.start, clock.end)
    near = [one for one in after if one.start - clock.end <= _BESIDE]
    near += [one for one in before if tokens and one.start >= tokens[0].sent.start]
    for one in near:
        if clock.value and one.value and not one.on_day and _DAY.match(one.value):
            return replace(clock, value=one.value[:10] + clock.value[10:], anchor=context.text[one.start : one.end])
    return clock
