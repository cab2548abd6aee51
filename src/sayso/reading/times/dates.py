"""Dates that name a day, a month or a year: "12 June 2018", "Oct. 31", "the 18th", "in August".

A day that the calendar does not have ("31 June") is found, but has neither a value nor an anchor: it is never put right.
"""

from __future__ import annotations

import re

from sayso.language.tokens import Token
from sayso.model.time import TimeType
from sayso.reading.tense import Tense
from sayso.reading.times.calendar import iso_day, month_after, weekday_meant, year_meant, years_off
from sayso.reading.times.context import Context
from sayso.reading.times.rule import Found, Match, RuleBook, clock, date
from sayso.reading.times.words import any_of, first_number, lookup, number, table, turn

book = RuleBook()
_NAMES = ("PERSON", "ORG", "GPE", "FAC", "WORK_OF_ART", "PRODUCT")
_COUNTED = ("MONEY", "QUANTITY", "PERCENT")
_LISTED = re.compile(rf"(?<!\w){any_of(table('months'))},$")  # before the next month of a list


@book.rule("iso-date", r"(?P<day>\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d)?Z?)?")
def _iso(match: Match, context: Context) -> Found | None:
    value = iso_day(*map(int, match["day"].split("-")))
    return date(match, value)


@book.rule("slash-date", r"(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])/(?P<year>\d{4}|\d\d)")
def _slash(match: Match, context: Context) -> Found | None:
    year = int(match["year"]) + {2: 2000 if int(match["year"]) <= 50 else 1900}.get(len(match["year"]), 0)
    value = iso_day(year, int(match["month"]), int(match["day"]))
    return date(match, value)


@book.rule(
    "month-day-range",
    r"(?P<month>{MONTH}){S}(?P<first>{DAY})(?:\s?[-–]\s?|{S}(?:to|through|and|until){S})(?P<rest>(?P<second>{DAY})(?:,?{S}(?P<year>{YEAR}))?)",
)
def _range(match: Match, context: Context) -> list[Found] | None:
    """Two days of one month; the year after the second is that of both."""
    month, days = lookup("months", match["month"]), (first_number(match["first"]), first_number(match["second"]))
    year = int(match["year"]) if match["year"] else _year(match, context, month, days[0], None)
    values = [iso_day(year, month, day) for day in days] if year else [None, None]
    relative = None if match["year"] or (year and None in values) else "dct"
    return [
        Found(match.start(), match.end("first"), TimeType.DATE, values[0], None, relative),
        Found(match.start("rest"), match.end(), TimeType.DATE, values[1], None, relative),
    ]


@book.rule(
    "weekday-date",
    r"{WEEKDAY},?{S}(?:the{S})?(?:(?P<month>{MONTH}){S}(?P<day>{DAY})|(?P<day2>{DAY}){S}(?:of{S})?(?P<month2>{MONTH}))(?:,?{S}(?P<year>{YEAR}))?",
)
@book.rule("month-day-year", r"(?P<month>{MONTH}){S}(?P<day>{DAY}),?{S}(?P<year>{YEAR})")
@book.rule("day-month-year", r"(?:the{S})?(?P<day>{DAY}){S}(?:of{S})?(?P<month>{MONTH}),?{S}(?P<year>{YEAR})")
@book.rule("month-day", r"(?:(?P<which>last|this|next){S})?(?P<month>{MONTH}){S}(?:the{S})?(?P<day>{DAY})(?!\d|,\d{3})")
@book.rule("day-month", r"(?:the{S})?(?P<day>{DAY}){S}(?:of{S})?(?P<month>{MONTH})")
def _day(match: Match, context: Context) -> Found | None:
    groups = match.groupdict()
    name, day = groups["month"] or groups.get("month2") or "", first_number(groups["day"] or groups.get("day2") or "")
    month, given = lookup("months", name), groups.get("year")
    if name[0].islower():
        return None
    year = int(given) if given else _year(match, context, month, day, turn(groups.get("which")))
    if year is None:
        return date(match, None, relative=True)
    value = iso_day(year, month, day)
    return date(match, value, relative=bool(value) and not given)


def _year(match: Match, context: Context, month: int, day: int | None, which: int | None) -> int | None:
    if context.day is None:
        return None
    if which is not None:
        named, today = (month, day or 0), (context.day.month, context.day.day if day else 0)
        return context.day.year + years_off(which, begun=named <= today, over=named < today)
    at = (match.start(), match.end())
    return year_meant(context.day, month, day, context.tense(*at), own=context.hangs_on_verb(*at))


@book.rule("month-year", r"(?P<month>{MONTH})(?:,|{S}of)?{S}(?P<year>{YEAR})")
def _month_year(match: Match, context: Context) -> Found:
    return date(match, f"{match['year']}-{lookup('months', match['month']):02}")


@book.rule("month-of-relative-year", r"(?P<month>{MONTH})(?:{S}of)?{S}(?P<which>last|this|next){S}year")
def _month_of_year(match: Match, context: Context) -> Found:
    if context.day is None:
        return date(match, None, relative=True)
    return date(match, f"{context.day.year + lookup('before', match['which'])}-{lookup('months', match['month']):02}", relative=True)


@book.rule("month", r"(?:(?P<which>last|this|next|this{S}past|this{S}coming){S})?(?:(?:early|mid|late)-)?(?P<month>{MONTH})")
def _month(match: Match, context: Context) -> Found | None:
    if not _is_month(match, context):
        return None
    if context.day is None:
        return date(match, None, relative=True)
    month = lookup("months", match["month"])
    return date(match, f"{_year(match, context, month, None, turn(match['which']))}-{month:02}", relative=True)


def _is_month(match: Match, context: Context) -> bool:
    """Say whether a month's name is one here: not "may", not "March on", not somebody called April."""
    name, token = match["month"], context.head(match.start("month"), match.end("month"))
    if name[0].islower() or token is None or token.ent in _NAMES:
        return False
    if name.lower() in table("ambiguous_months") and not match["which"]:
        before = context.before(match.start(), 12)
        if name.lower() in context.surnames():
            return before.endswith(tuple(table("before_month_alone")["words"]))
        return before.endswith(tuple(table("before_month"))) or bool(_LISTED.search(before)) or _says_which(token)
    return len(name) > 4 or token.pos in ("PROPN", "NOUN", "NUM")


def _says_which(month: Token) -> bool:
    """Say whether a month tells which of its kind is meant: "the June meeting", "a March report"."""
    noun = month.head
    return noun.i == month.i + 1 and noun.pos == "NOUN" and noun.text.islower() and month.pos == "PROPN"


@book.rule(
    "weekday",
    r"(?:(?P<which>last|this|next|this{S}past|this{S}coming|past|coming|the){S})?(?P<weekday>{WEEKDAY})(?P<plural>s)?(?:{S}(?P<part>{PART}))?",
)
def _weekday(match: Match, context: Context) -> Found | None:
    token = context.head(match.start("weekday"), match.end("weekday"))
    if context.before(match.start(), 8).endswith(tuple(table("named_weekdays")["words"])):
        return None
    if match["weekday"][0].islower() or (token is not None and token.ent in _NAMES):
        return None
    weekday, part = lookup("weekdays", match["weekday"]), lookup("parts", match["part"])
    if match["plural"]:
        return Found(match.start(), match.end(), TimeType.SET, f"XXXX-WXX-{weekday + 1}" + (f"T{part}" if part else ""))
    if context.day is None:
        return date(match, None, relative=True)
    at = (match.start(), match.end())
    tense = Tense.FUTURE if context.is_timetable(*at) else context.tense(*at)
    day = weekday_meant(context.day, weekday, tense, turn(match["which"]))
    return clock(match, f"{day.isoformat()}T{part}") if part else date(match, day.isoformat(), relative=True)


@book.rule("ordinal-day", r"the{S}(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))")
def _ordinal(match: Match, context: Context) -> Found | None:
    """A day of an unnamed month ("on the 18th"): after a preposition of time, and with no noun that it could count."""
    before, after = context.token_before(match.start()), context.parse.within(match.end(), match.end() + 2)
    if before is None or before.lower not in table("before_day")["words"]:
        return None
    if after and after[0].pos in ("NOUN", "PROPN", "ADJ", "NUM") and after[0].lower not in table("after_day")["words"]:
        return None
    if context.day is None:
        return date(match, None, relative=True)
    day, future = first_number(match["day"]), context.tense(match.start(), match.end()) is Tense.FUTURE
    turn = (future and day < context.day.day) - (not future and day > context.day.day)
    value = iso_day(*month_after(context.day, turn), day)
    return date(match, value, relative=bool(value))


@book.rule("year", r"(?:the{S}year{S})?(?P<year>{YEAR})")
def _bare_year(match: Match, context: Context) -> Found | None:
    """Four digits that could be a year and count nothing."""
    after = context.text[match.end() : match.end() + 16]
    if re.match(r"[.,]\d|%|-?\s?[a-z]+", after) and re.match(rf"-?\s?(?:{'|'.join(table('counted')['words'])})\b|[.,]\d|%", after):
        return None
    if context.text[max(0, match.start() - 1) : match.start()] in ("$", "£", "€", "#", "/", "¥") or re.search(
        r"\d[.,]$", context.text[max(0, match.start() - 3) : match.start()]
    ):
        return None
    token = context.head(match.start("year"), match.end("year"))
    counts = token is not None and (token.ent in _COUNTED or (token.ent == "CARDINAL" and token.dep == "nummod"))
    return None if counts else date(match, match["year"])


@book.rule(
    "year-in-words",
    r"(?:the{S}year{S}|(?P<month>{MONTH}){S})?(?P<century>{HUNDREDS})[\s-](?P<rest>{TENS}(?:[\s-]{ONES})?|{TEENS})|the{S}year{S}(?P<round>two{S}thousand)",
)
def _year_in_words(match: Match, context: Context) -> Found | None:
    """A year as it is spoken: "nineteen ninety-one"."""
    if match["round"]:
        return date(match, "2000")
    after = context.parse.within(match.end(), match.end() + 2)
    counts = after and after[0].pos in ("NOUN", "PROPN") and after[0].tag in ("NNS", "NNPS")
    value = f"{number(match['century']):02.0f}{number(match['rest']):02.0f}"
    return None if counts else date(match, f"{value}-{lookup('months', match['month']):02}" if match["month"] else value)
