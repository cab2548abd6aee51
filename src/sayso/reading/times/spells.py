"""How long, how often, how long ago: "48 hours", "every Friday", "three days later"."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.model.time import TimeType
from sayso.reading.times.calendar import quarter, shifted, year_before
from sayso.reading.times.context import Context
from sayso.reading.times.rule import Found, Match, RuleBook, clock, date, duration, period
from sayso.reading.times.words import any_of, lookup, number, table, unit

book = RuleBook()


@book.rule(
    "ago",
    r"(?:{ABOUT})(?:a{S})?(?P<count>{COUNT}|several|many|a{S}few|a{S}couple{S}of){S}(?:or{S}so{S})?(?P<unit>{UNITS}){S}(?:or{S}(?:so|more){S})?(?P<way>ago|earlier|before|later|hence|after|from{S}now|prior)",
)
def _ago(match: Match, context: Context) -> Found | None:
    """So long before or after now. "Before" and "after" count from something else: then it is only a duration."""
    count, letter, way = number(match["count"]), unit(match["unit"]), " ".join(match["way"].lower().split())
    if count is None:
        return date(match, "PAST_REF") if way == "ago" else None
    if way in ("before", "after") or letter.startswith("T"):
        return Found(match.start(), match.end("unit"), TimeType.DURATION, period(count, letter))
    if context.day is None:
        return date(match, None, relative=True)
    back = way in ("ago", "earlier", "prior")
    if letter == "D" and way in ("earlier", "later", "prior"):
        step = int(-count if back else count)
        return replace(date(match, None), from_day=lambda told: shifted(told, step, "D"))
    found = date(match, shifted(context.day, -count if back else count, letter), relative=True)
    return replace(found, from_quarter=year_before) if back and letter == "Y" and count == 1 else found


@book.rule("year-earlier", r"(?:(?:the|a){S})?year-(?:ago|earlier)(?:{S}(?P<what>quarter|period))?")
def _year_earlier(match: Match, context: Context) -> Found:
    if context.day is None:
        return date(match, None, relative=True)
    of_quarter = (match["what"] or "").lower() == "quarter"
    value = quarter(context.day, -5) if of_quarter else str(context.day.year - 1)
    return replace(date(match, value, relative=True), from_quarter=year_before)


@book.rule(
    "bounded-duration",
    r"(?:each{S}of{S})?(?:the{S})?(?:past|last|next|coming|first|previous|latest|final|following|preceding){S}(?P<count>{COUNT}|few|several|couple{S}of|many)(?:-|{S})(?:(?:full|more|straight|consecutive){S})?(?P<unit>{UNITS})",
)
def _bounded(match: Match, context: Context) -> Found:
    return duration(match, number(match["count"]), unit(match["unit"]))


@book.rule(
    "duration",
    r"(?P<about>{ABOUT})(?:the{S})?(?P<count>{COUNT}|several|many|few|a{S}few|a{S}couple{S}of)(?P<join>-|{S})(?:(?:more|full|straight|consecutive|additional|whole|extra|further|trading|working|long){S})?(?P<unit>{UNITS})(?:-long)?",
)
def _duration(match: Match, context: Context) -> Found | None:
    """So long; but an age is not a duration, "three-quarters" is a fraction, and "$5 a year" a rate."""
    count, letter, one = number(match["count"]), unit(match["unit"]), match["count"].lower() in ("a", "an")
    if re.match(r"[\s-]old\b", context.text[match.end() : match.end() + 5]) or (letter == "Q" and (one or match["join"] == "-")):
        return None
    if one and letter == "TS":
        return None
    if one and _is_rate(match, context):
        return Found(match.start(), match.end(), TimeType.SET, period(1, letter))
    return duration(match, count, letter, lookup("approximately", match["about"].strip()) or None)


def _is_rate(match: Match, context: Context) -> bool:
    before, head = context.token_before(match.start()), context.head(match.start(), match.end())
    if before is None or head is None:
        return False
    return (before.tag in ("CD", "NN", "NNS") and head.dep == "npadvmod") or before.lower in ("twice", "once", "times")


@book.rule(
    "vague-duration",
    r"(?:recent|coming|past|some|the{S}past|the{S}coming){S}(?P<unit>seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries)",
)
def _vague(match: Match, context: Context) -> Found:
    return duration(match, None, unit(match["unit"]))


@book.rule("bare-plural", r"(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)(?:(?P<ago>{S}ago)|(?P<long>-long))?")
def _bare(match: Match, context: Context) -> Found | None:
    if match["ago"]:
        return date(match, "PAST_REF")
    before = context.before(match.start(), 14)
    return duration(match, None, unit(match["unit"])) if match["long"] or before.endswith(tuple(table("before_spell")["words"])) else None


@book.rule(
    "every",
    r"(?:every|each)(?:{S}(?P<count>{COUNT}|other))?{S}(?P<unit>{WEEKDAY}|{SEASON}|morning|afternoon|evening|{UNITS})",
)
def _every(match: Match, context: Context) -> Found:
    words = match["unit"]
    if (weekday := lookup("weekdays", words)) is not None:
        value = f"XXXX-WXX-{weekday + 1}"
    elif season := lookup("seasons", words):
        value = f"XXXX-{season}"
    elif part := lookup("parts", words):
        value = "P1D" if words.lower() == "night" else f"XXXX-XX-XXT{part}"
    else:
        value = period(2 if (match["count"] or "").lower() == "other" else number(match["count"] or "1"), unit(words))
    return Found(match.start(), match.end(), TimeType.SET, value)


@book.rule("set", any_of(table("sets")))
def _set(match: Match, context: Context) -> Found:
    return Found(match.start(), match.end(), TimeType.SET, lookup("sets", match.group()))


@book.rule("reference", any_of(table("references")))
def _reference(match: Match, context: Context) -> Found | None:
    """Now, lately, soon: times that are only before, around or after the moment of writing."""
    token = context.head(match.start(), match.end())
    if token is not None and token.dep == "mark":
        return None
    if match.group().lower() == "soon" and context.text[match.end() : match.end() + 3].lower() == " as":
        return None
    inside = match.start() + (3 if match.group().lower().startswith("in ") else 0)
    return Found(inside, match.end(), TimeType.DATE, lookup("references", match.group()))


@book.rule("relative-day", r"(?:(?:earlier|later|late|early){S})?(?P<word>today|yesterday|tomorrow|tonight)(?:{S}(?P<part>{PART}))?")
def _relative_day(match: Match, context: Context) -> Found:
    part = "NI" if match["word"].lower() == "tonight" else lookup("parts", match["part"])
    if context.day is None:
        return clock(match, None) if part else date(match, None, relative=True)
    day = shifted(context.day, {"yesterday": -1, "tomorrow": 1}.get(match["word"].lower(), 0), "D")
    return clock(match, f"{day}T{part}") if part else date(match, day, relative=True)


@book.rule("relative-part", r"(?:(?:earlier|later|late|early){S})?(?P<which>this|last){S}(?P<part>{PART})")
def _relative_part(match: Match, context: Context) -> Found:
    if context.day is None:
        return clock(match, None)
    return clock(match, f"{shifted(context.day, -(match['which'].lower() == 'last'), 'D')}T{lookup('parts', match['part'])}")


@book.rule(
    "told-day",
    r"the{S}(?P<turn>next|following|previous|preceding|same){S}day",
)
def _told_day(match: Match, context: Context) -> Found:
    """The day told last, or the one before or after it."""
    step = lookup("steps", match["turn"]) or 0
    return replace(date(match, None), from_day=lambda told: shifted(told, step, "D"))
