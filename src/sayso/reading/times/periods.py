"""Stretches of the calendar: "this year", "the third quarter", "the 1990s", "last summer"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from sayso.reading.tense import Tense
from sayso.reading.times.calendar import quarter, shifted, week, year_before
from sayso.reading.times.context import Context
from sayso.reading.times.rule import Found, Match, RuleBook, date, duration
from sayso.reading.times.words import lookup, table, unit

book = RuleBook()


@book.rule(
    "relative-unit",
    r"(?:(?P<mod>earlier|later|late|early){S})?(?P<the>the{S})?(?P<which>last|past|previous|this|current|next|coming|upcoming|following){S}(?P<unit>year|month|week|quarter|decade|century|weekend)",
)
def _relative_unit(match: Match, context: Context) -> Found | None:
    letter = unit(match["unit"])
    if match["the"] and match["which"].lower() == "past" and match["unit"].lower() != "weekend":
        return duration(match, 1, letter)
    if context.day is None:
        return date(match, None, relative=True)
    count, mod = lookup("before", match["which"]), lookup("mods", match["mod"])
    if match["unit"].lower() == "weekend":
        return date(match, week(context.day + timedelta(weeks=count)) + "-WE", mod, relative=True)
    return date(match, shifted(context.day, count, letter), mod, relative=True)


@book.rule(
    "quarter",
    r"(?:(?:the|its|this){S})?(?:(?P<before>{YEAR}|(?:last|this){S}year['’]s){S})?(?:fiscal{S})?(?P<which>first|second|third|fourth)(?:{S}fiscal)?(?:{S}|-)quarter(?:(?:{S}of|,)?{S}(?P<after>(?:fiscal{S})?{YEAR}|(?:last|this|next){S}year))?",
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
    return date(match, f"{year}-Q{number}", relative=True)


@book.rule("latest-quarter", r"the{S}(?:(?P<which>latest|current|most{S}recent|previous){S})(?:quarter|period)|the{S}quarter")
def _latest_quarter(match: Match, context: Context) -> Found:
    if context.day is None:
        return date(match, None, relative=True)
    if (match["which"] or "").lower() == "current":
        return date(match, quarter(context.day), relative=True)
    return replace(date(match, quarter(context.day, -1), relative=True), from_quarter=str)


@book.rule("half", r"(?:the{S})?(?P<which>first|second|last){S}half{S}of{S}(?P<year>{YEAR}|(?:last|this|next|the){S}year)")
def _half(match: Match, context: Context) -> Found:
    number = 1 if match["which"].lower() == "first" else 2
    if match["year"].isdigit():
        return date(match, f"{match['year']}-H{number}")
    if context.day is None:
        return date(match, None, relative=True)
    return date(match, f"{context.day.year + lookup('before', match['year'].split()[0])}-H{number}", relative=True)


@book.rule(
    "season",
    r"(?:(?P<early>early|late|mid)(?:{S}|-))?(?:(?P<which>last|this|next|the|this{S}past|this{S}coming){S})?(?:(?P<mid>early|late|mid)(?:{S}|-))?(?P<season>{SEASON})(?:(?:{S}of)?{S}(?P<year>{YEAR}))?",
)
def _season(match: Match, context: Context) -> Found | None:
    token = context.head(match.start("season"), match.end("season"))
    if token is None or token.pos not in ("NOUN", "PROPN") or token.ent in ("ORG", "PERSON"):
        return None
    alone = not match["which"] and not match["year"]
    if alone and match["season"].lower() in ("spring", "fall") and not context.before(match.start(), 5).endswith((" in", " by", " of")):
        return None
    code, mod = lookup("seasons", match["season"]), lookup("mods", match["early"] or match["mid"])
    if match["year"]:
        return date(match, f"{match['year']}-{code}", mod)
    if context.day is None:
        return date(match, None, mod, relative=True)
    return date(match, f"{context.day.year + _turn(match, context, code)}-{code}", mod, relative=True)


def _turn(match: Match, context: Context, season: str) -> int:
    """By how many years a season without one lies from the publication year."""
    begins, which = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season], (match["which"] or "").lower()
    now = context.day.month if context.day else 1
    if which == "last" or "past" in which:
        return -(begins + 2 >= now)
    if which == "next" or "coming" in which:
        return int(begins <= now)
    past = context.tense(match.start(), match.end()) is Tense.PAST
    return -(past and begins > now and which != "this")


@book.rule("decade", r"(?:the{S})?(?:(?P<mod>early|late|mid)(?:{S}|-))?(?:(?P<years>(?:1[5-9]|20)\d)0['’]?s|['’`](?P<short>\d)0s)")
@book.rule("decade-in-words", r"the{S}(?:(?P<mod>early|late|mid)(?:{S}|-))?(?P<words>{DECADE})")
def _decade(match: Match, context: Context) -> Found:
    groups = match.groupdict()
    tens = groups.get("short") or lookup("decades", groups.get("words"))
    return date(match, groups.get("years") or f"19{tens}", lookup("mods", match["mod"]))


@book.rule("century", r"(?:the{S})?(?:(?P<mod>early|late|mid)(?:{S}|-))?(?P<number>\d{1,2})(?:st|nd|rd|th)[\s-]century")
def _century(match: Match, context: Context) -> Found:
    return date(match, f"{int(match['number']) - 1:02}", lookup("mods", match["mod"]))


@book.rule("fiscal-year", r"(?:the{S})?fiscal{S}(?:year{S})?(?P<year>{YEAR})")
def _fiscal(match: Match, context: Context) -> Found:
    return date(match, match["year"])


@book.rule("the-year", r"(?P<the>the{S}(?:full{S})?year)(?!{S}(?:{YEAR}|{COUNT}{S}))|(?:the{S})?(?:year-end|(?:year's|year){S}end)")
def _the_year(match: Match, context: Context) -> Found | None:
    """The year of publication: "for the year", "by year-end"."""
    if match["the"] and not context.before(match.start(), 12).endswith(tuple(table("before_year")["words"])):
        return None
    value = str(context.day.year) if context.day else None
    return date(match, value, None if match["the"] else "END", relative=True)


@book.rule("weekend", r"the{S}weekend")
def _weekend(match: Match, context: Context) -> Found:
    """The last weekend, or the next where the verb looks ahead."""
    if context.day is None:
        return date(match, None, relative=True)
    ahead = context.tense(match.start(), match.end()) is Tense.FUTURE or context.day.weekday() > 4
    return date(match, week(context.day - timedelta(days=0 if ahead else 7)) + "-WE", relative=True)


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
