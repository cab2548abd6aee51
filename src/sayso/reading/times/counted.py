"""So long before or after: "five years ago", "three days later", "a year earlier"."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.time import TimeType
from sayso.reading.times.calendar import quarter, shifted, year_before
from sayso.reading.times.context import Context
from sayso.reading.times.rule import YEARS, Found, Match, RuleBook, date, period
from sayso.reading.times.told import FINENESS, from_told
from sayso.reading.times.words import number, unit

book = RuleBook()
_NOW = ("ago", "hence", "from now")  # counted from the moment of writing, never from what was told


@book.rule(
    "ago",
    r"(?:{ABOUT})(?:a{S})?(?P<count>{COUNT}|several|many|a{S}few|a{S}couple{S}of){S}(?:or{S}so{S})?(?P<unit>{UNITS}){S}(?:or{S}(?:so|more){S})?"
    r"(?P<way>ago|earlier|before|later|hence|after|from{S}now|prior)(?P<than>{S}than)?",
)
def _ago(match: Match, context: Context) -> Found | None:
    """So long before or after now. "Before" and "after" count from something else: then it is only a duration."""
    count, letter, way = number(match["count"]), unit(match["unit"]), " ".join(match["way"].lower().split())
    if count is not None and letter in YEARS:
        count, letter = count * YEARS[letter], "Y"
    if count is None:
        return date(match, "PAST_REF") if way == "ago" else None
    if way in ("before", "after") or match["than"] or letter.startswith("T"):
        return Found(match.start(), match.end("unit"), TimeType.DURATION, period(count, letter))
    if context.day is None:
        return date(match, None, relative=True)
    back = way in ("ago", "earlier", "prior")
    step = -count if back else count
    found = date(match, shifted(context.day, step, letter) if letter != "D" or way in _NOW else None, relative=True)
    if back and letter == "Y" and count == 1:
        return replace(found, from_quarter=year_before)
    return from_told(found, step, letter) if way not in _NOW and letter in FINENESS else found


@book.rule("year-earlier", r"(?:(?:the|a){S})?year-(?:ago|earlier)(?:{S}(?P<what>quarter|period))?")
def _year_earlier(match: Match, context: Context) -> Found:
    if context.day is None:
        return date(match, None, relative=True)
    of_quarter = (match["what"] or "").lower() == "quarter"
    value = quarter(context.day, -5) if of_quarter else str(context.day.year - 1)
    return replace(date(match, value, relative=True), from_quarter=year_before)
