"""Times of day: "10 p.m. Wednesday", "noon", "14:02 GMT"; and a part of a day joined to its date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date as Date

from sayso.model.time import TimeType
from sayso.reading.tense import Tense
from sayso.reading.times.calendar import shifted, week, weekday_meant
from sayso.reading.times.context import Context
from sayso.reading.times.rule import Found, Match, RuleBook, clock
from sayso.reading.times.words import any_of, lookup, number, table

book = RuleBook()
_DAY = r"(?:{S}(?:on{S})?(?P<day>{WEEKDAY}|today|yesterday|tomorrow))?"


@book.rule(
    "clock",
    r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?{S}?(?P<half>a\.m\.?|p\.m\.?|am|pm)(?:{S}(?:EST|EDT|GMT|UTC|ET|PST|PDT|CET|CEST|BST|KST|JST|local{S}time))?"
    + _DAY,
)
def _clock(match: Match, context: Context) -> Found:
    hour = int(match["hour"]) % 12 + 12 * match["half"].lower().startswith("p")
    return _at(match, context, f"{hour:02}:{match['minute'] or '00'}")


@book.rule("clock-24", r"(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d){S}(?P<zone>GMT|UTC|CET|CEST|KST|JST|local{S}time|hours)" + _DAY)
def _clock_24(match: Match, context: Context) -> Found:
    return _at(match, context, f"{match['hour']}:{match['minute']}" + "Z" * (match["zone"].upper() in ("GMT", "UTC")))


@book.rule(
    "clock-in-words",
    r"(?P<hour>1[0-2]|[1-9]|{ONES}|ten|eleven|twelve)(?:{S}o['’]clock(?:{S}in{S}the{S}(?P<part>morning|afternoon|evening)|{S}at{S}(?P<night>night))?"
    r"|{S}in{S}the{S}(?P<part2>morning|afternoon|evening)|{S}at{S}(?P<night2>night))" + _DAY,
)
def _clock_in_words(match: Match, context: Context) -> Found | None:
    """ "Four in the morning", "seven o'clock": in the morning where nothing else is said."""
    if not context.before(match.start(), 12).endswith(tuple(table("before_clock")["words"])):
        return None
    late = (match["part"] or match["part2"] or match["night"] or match["night2"] or "morning").lower() != "morning"
    return _at(match, context, f"{int(number(match['hour']) or 0) % 12 + 12 * late:02}:00")


@book.rule("noon", r"(?P<word>noon|midnight)" + _DAY)
def _noon(match: Match, context: Context) -> Found | None:
    """Twelve o'clock; but "high noon" is a showdown."""
    if context.before(match.start(), 6).endswith("high"):
        return None
    return _at(match, context, "12:00" if match["word"].lower() == "noon" else "24:00")


def _at(match: Match, context: Context, time: str) -> Found:
    if context.day is None:
        return clock(match, None)
    return replace(clock(match, f"{_day(match, context, context.day)}T{time}"), on_day=not match["day"])


def _day(match: Match, context: Context, today: Date) -> str | None:
    word = (match["day"] or "").lower()
    weekday = lookup("weekdays", word)
    if weekday is not None:
        at = (match.start(), match.end())
        tense = Tense.FUTURE if context.is_timetable(*at) else context.tense(*at)
        return weekday_meant(today, weekday, tense).isoformat()
    return shifted(today, {"yesterday": -1, "tomorrow": 1}.get(word, 0), "D")


_WEEK_OF = re.compile(r"(?:the\s{1,3})?week\s{1,3}of\s{1,3}$", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:(?:early|late)\s)?(?:the\s{1,3})?(?P<part>morning|afternoon|evening|night)\s{1,3}of\s{1,3}(?:\w{6,9},?\s)?$", re.IGNORECASE
)
_AFTER = re.compile(r"\s{1,3}(?P<part>morning|afternoon|evening|night)(?!\w)", re.IGNORECASE)
_MOD = re.compile(rf"(?<!\w){any_of(table('mods'))}[\s-]{{1,3}}$", re.IGNORECASE)


def widened(found: Found, text: str) -> Found:
    """Join what stands beside a date to it: a part of the day ("the evening of September 30"), or a modifier ("the end of 1994")."""
    if found.type is not TimeType.DATE or not (found.value or "")[:2].isdigit():
        return found
    is_day = len(found.value or "") == 10 and "W" not in (found.value or "")
    if is_day and (before := _WEEK_OF.search(text[max(0, found.start - 24) : found.start])):
        value = week(Date.fromisoformat(found.value or ""))
        return replace(found, start=found.start - len(before.group()), value=value)
    if is_day and (before := _BEFORE.search(text[max(0, found.start - 40) : found.start])):
        value = f"{found.value}T{lookup('parts', before['part'])}"
        return Found(found.start - len(before.group()), found.end, TimeType.TIME, value, None, found.anchor, found.rule)
    if is_day and (after := _AFTER.match(text, found.end)):
        value = f"{found.value}T{lookup('parts', after['part'])}"
        return Found(found.start, after.end(), TimeType.TIME, value, None, found.anchor, found.rule)
    if mod := _MOD.search(text[max(0, found.start - 24) : found.start]):
        words = mod.group().strip("- \n\t")
        return Found(found.start - len(mod.group()), found.end, found.type, found.value, lookup("mods", words), found.anchor, found.rule)
    return found
