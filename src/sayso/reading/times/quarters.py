"""Quarters of years, and the years they make up: "the third quarter", "the fiscal year", "the year ended March 31"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date as Date
from datetime import timedelta

from sayso.reading.tense import Tense
from sayso.reading.times.calendar import iso_day, quarter, year_before, year_meant
from sayso.reading.times.context import Context
from sayso.reading.times.rule import Found, Match, RuleBook, date, duration
from sayso.reading.times.words import first_number, lookup, table

book = RuleBook()


@book.rule(
    "quarter",
    r"(?:(?:the|its|this){S})?(?:(?P<before>{YEAR}|(?:last|this){S}year['’]s){S})?(?P<ago>year-(?:ago|earlier){S})?(?:fiscal(?:{S}|-))?(?P<which>first|second|third|fourth)(?:{S}fiscal)?(?:{S}|-)quarter(?:(?:{S}of|,)?{S}(?P<after>(?:fiscal{S})?{YEAR}|(?:last|this|next){S}year))?",
)
def _quarter(match: Match, context: Context) -> Found:
    """A quarter without a year is the last one that was over or under way, or the next where the verb looks ahead."""
    number, named = lookup("ordinals", match["which"]), match["before"] or match["after"] or ""
    if digits := re.search(r"\d{4}", named):
        return date(match, f"{digits.group()}-Q{number}")
    if context.day is None:
        return date(match, None, relative=True)
    now, year = (context.day.month - 1) // 3 + 1, context.day.year
    if named:
        year += lookup("before", named.split()[0])
    elif context.tense(match.start(), match.end()) is Tense.FUTURE:
        year += number < now - 1  # results of the quarter just over are still to come
    else:
        year -= number > now
    return date(match, f"{year - bool(match['ago'])}-Q{number}", relative=True)


@book.rule(
    "quarter-ending",
    r"(?:the{S})?quarter(?={S}(?:that{S})?(?:ended|ending|ends){S}(?P<month>{MONTH}){S}(?P<day>{DAY})(?:,?{S}(?P<year>{YEAR}))?)",
)
def _quarter_ending(match: Match, context: Context) -> Found | None:
    """The calendar quarter in which the middle of three months lies that end on a day told."""
    day = _end(match, context)
    return date(match, quarter(day - timedelta(days=45)), relative=True) if day else None


def _end(match: Match, context: Context) -> Date | None:
    month, day = lookup("months", match["month"]), first_number(match["day"])
    if not match["year"] and context.day is None:
        return None
    ahead = "ending" in context.text[match.end() : match.end() + 16]
    year = int(match["year"]) if match["year"] else year_meant(context.day or Date.max, month, day, None if ahead else Tense.PAST)
    value = iso_day(year, month, day)
    return Date.fromisoformat(value) if value else None


@book.rule(
    "latest-quarter",
    r"the{S}(?:(?P<which>latest|current|most{S}recent|previous){S})(?:quarter|period)|the{S}quarter(?:{S}(?P<ago>a{S}year{S}(?:ago|earlier)))?",
)
def _latest_quarter(match: Match, context: Context) -> Found:
    if context.day is None:
        return date(match, None, relative=True)
    if (match["which"] or "").lower() == "current":
        return date(match, quarter(context.day), relative=True)
    if match["ago"]:
        return replace(date(match, quarter(context.day, -5), relative=True), from_quarter=year_before)
    return replace(date(match, quarter(context.day, -1), relative=True), from_quarter=str)


@book.rule("quarter-of-year", r"(?:the{S})?(?:{YEAR}|last{S}year['’]s){S}(?:quarter|period)")
@book.rule(
    "same-quarter",
    r"(?:the{S})?(?:same|corresponding|comparable|similar){S}(?:quarter|period)(?:{S}of)?{S}(?:{YEAR}|(?:the{S})?last{S}year|(?:a|the){S}year{S}(?:ago|earlier|before))",
)
def _same_quarter(match: Match, context: Context) -> Found:
    """The quarter that a text tells of, in another year: "the 1988 period", "the same quarter last year"."""
    digits = re.search(r"\d{4}", match.group())
    year = digits.group() if digits else str(context.day.year - 1) if context.day else None
    return replace(date(match, year, relative=not digits), from_quarter=lambda told: f"{year}{told[4:]}" if digits else year_before(told))


@book.rule("fiscal-year", r"(?:the{S})?fiscal{S}(?:year{S})?(?P<year>{YEAR})")
def _fiscal(match: Match, context: Context) -> Found:
    return date(match, match["year"])


@book.rule(
    "year-ending",
    r"(?:the|its|their|a){S}(?:fiscal{S}|financial{S})?year(?={S}(?:that{S})?(?:ended|ending|ends){S})",
)
def _year_ending(match: Match, context: Context) -> Found:
    """Twelve months up to a day that is told: "the year ended March 31"."""
    return duration(match, 1, "Y")


@book.rule(
    "running-fiscal-year",
    r"(?:(?:the|its|their|this){S})?"
    r"(?:(?P<which>current|last|latest|previous|next|coming){S})?(?:fiscal|financial){S}year",
)
def _running_fiscal(match: Match, context: Context) -> Found:
    """A fiscal year without a number: the calendar year that holds the most of it, as far as can be told."""
    return date(match, str(context.day.year + lookup("before", match["which"] or "this")) if context.day else None, relative=True)


@book.rule("the-year", r"(?P<the>the{S}(?:full{S})?year)(?!{S}(?:{YEAR}|{COUNT}{S}))|(?:the{S})?(?:year's|year){S}end")
def _the_year(match: Match, context: Context) -> Found | None:
    """The year of publication: "for the year", "by the year's end"."""
    if match["the"] and not context.before(match.start(), 12).endswith(tuple(table("before_year")["words"])):
        return None
    value = str(context.day.year) if context.day else None
    return date(match, value, None if match["the"] else "END", relative=True)


@book.rule("year-end", r"(?:the{S})?year-end")
def _year_end(match: Match, context: Context) -> Found:
    """The day on which the books are closed: the last of this year, "since year-end" that of the year before."""
    if context.day is None:
        return date(match, None, relative=True)
    over = context.before(match.start(), 6).endswith("since")
    return date(match, f"{context.day.year - over}-12-31", relative=True)
