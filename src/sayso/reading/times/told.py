"""Times that count from one told before: "the next day", "that year", "the following month", "the day before the vote"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as Date

from sayso.reading.times.calendar import shifted, week
from sayso.reading.times.context import Context
from sayso.reading.times.rule import Found, Match, RuleBook, clock, date
from sayso.reading.times.words import lookup, table, unit

book = RuleBook()
FINENESS = {"D": 10, "W": 10, "M": 7, "Y": 4}  # characters of the date told that a unit needs


def from_told(found: Found, step: float, letter: str, part: str = "") -> Found:
    """Return the expression, to be counted from the date told last that is known finely enough."""

    def counted(told: Date) -> str | None:
        value = shifted(told, step, letter)
        return f"{value}T{part}" if value and part else value

    return replace(found, from_told=counted, fineness=FINENESS[letter])


@book.rule("told-day", r"(?:the{S}(?P<turn>next|following|previous|preceding|same)|that(?:{S}same)?){S}(?P<unit>day|{PART})")
def _told_day(match: Match, context: Context) -> Found:
    """The day told last, or the one before or after it, or a part of it."""
    part, step = lookup("parts", match["unit"]), lookup("steps", match["turn"]) or 0
    return from_told(clock(match, None) if part else date(match, None, relative=True), step, "D", part or "")


@book.rule(
    "told-unit",
    r"(?:the{S}(?P<turn>following|previous|preceding|same)|that(?:{S}same)?){S}(?P<unit>week|month|year)(?!{S}(?:last|next|this|before|ago|earlier|later))",
)
def _told_unit(match: Match, context: Context) -> Found | None:
    """The week, month or year told last, or its neighbour; where none was told, neighbours of the running one."""
    letter, step = unit(match["unit"]), lookup("steps", match["turn"]) or 0
    value = shifted(context.day, step, letter) if context.day and match["turn"] and step else None
    return from_told(date(match, value, relative=True), step, letter)


@book.rule("day-beside", r"the{S}day{S}(?P<way>before|after)")
def _day_beside(match: Match, context: Context) -> Found:
    """The day before or after what is told: with the date of it behind, anchoring joins the two."""
    return from_told(date(match, None, relative=True), lookup("steps", match["way"]), "D")


@book.rule(
    "running-unit", r"(?P<end>(?:the{S})?end{S}of{S})?the{S}(?P<unit>week|month)(?!{S}(?:of|before|after|that|ago|earlier|later|when|in)\b)"
)
def _running(match: Match, context: Context) -> Found | None:
    """The running week or month: "for the week", "by the end of the month"."""
    if not match["end"] and not context.before(match.start(), 12).endswith(tuple(table("before_year")["words"])):
        return None
    if context.day is None:
        return date(match, None, relative=True)
    value = week(context.day) if unit(match["unit"]) == "W" else context.day.isoformat()[:7]
    return date(match, value, "END" if match["end"] else None, relative=True)
