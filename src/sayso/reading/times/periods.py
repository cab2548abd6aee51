"""Stretches of the calendar: "this year", "the third quarter", "the 1990s", "last summer"."""

from __future__ import annotations

from datetime import timedelta

from sayso.reading.tense import Tense
from sayso.reading.times.calendar import shifted, week, years_off
from sayso.reading.times.context import Context
from sayso.reading.times.rule import Found, Match, RuleBook, date, duration
from sayso.reading.times.words import lookup, turn, unit

book = RuleBook()


@book.rule(
    "relative-unit",
    r"(?:(?P<mod>earlier|later|late|early){S})?(?P<the>the{S})?(?P<which>last|past|previous|this|current|next|coming|upcoming){S}(?P<unit>year|month|week|quarter|decade|century|weekend)",
)
def _relative_unit(match: Match, context: Context) -> Found | None:
    letter = unit(match["unit"])
    if context.is_title(match.start(), match.end()):
        return None
    if match["the"] and match["which"].lower() == "past" and match["unit"].lower() != "weekend":
        return duration(match, 1, letter)
    if context.day is None:
        return date(match, None, relative=True)
    count, mod = lookup("before", match["which"]), lookup("mods", match["mod"])
    if match["unit"].lower() == "weekend":
        return date(match, week(context.day + timedelta(weeks=count)) + "-WE", mod, relative=True)
    return date(match, shifted(context.day, count, letter), mod, relative=True)


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
    begins, which = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season], turn(match["which"])
    now = context.day.month if context.day else 1
    if which is not None:
        return years_off(which, begun=begins <= now, over=begins + 2 < now)
    return -(begins > now and context.tense(match.start(), match.end()) is Tense.PAST)


@book.rule("decade", r"(?:the{S})?(?:(?P<mod>early|late|mid)(?:{S}|-))?(?:(?P<years>(?:1[5-9]|20)\d)0['’]?s|['’`](?P<short>\d)0s)")
@book.rule("decade-in-words", r"the{S}(?:(?P<mod>early|late|mid)(?:{S}|-))?(?P<words>{DECADE})")
def _decade(match: Match, context: Context) -> Found:
    groups = match.groupdict()
    tens = groups.get("short") or lookup("decades", groups.get("words"))
    return date(match, groups.get("years") or f"19{tens}", lookup("mods", match["mod"]))


@book.rule("century", r"(?:the{S})?(?:(?P<mod>early|late|mid)(?:{S}|-))?(?P<number>\d{1,2})(?:st|nd|rd|th)[\s-]century")
def _century(match: Match, context: Context) -> Found:
    return date(match, f"{int(match['number']) - 1:02}", lookup("mods", match["mod"]))


@book.rule("weekend", r"the{S}weekend")
def _weekend(match: Match, context: Context) -> Found:
    """The last weekend, or the next where the verb looks ahead."""
    if context.day is None:
        return date(match, None, relative=True)
    ahead = context.tense(match.start(), match.end()) is Tense.FUTURE or context.day.weekday() > 4
    return date(match, week(context.day - timedelta(days=0 if ahead else 7)) + "-WE", relative=True)
