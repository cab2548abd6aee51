"""How long: "48 hours", "the past three months", "two to three weeks", "decades-long"."""

from __future__ import annotations

import re

from sayso.model.time import TimeType
from sayso.reading.times.context import Context
from sayso.reading.times.rule import Found, Match, RuleBook, date, duration, period
from sayso.reading.times.words import any_of, lookup, number, table, unit

book = RuleBook()
_RANGE = r"(?:[\s-](?:to|or)[\s-]{COUNT})?"  # the longer of two: the shorter is taken


@book.rule(
    "bounded-duration",
    r"(?:each{S}of{S})?(?:the{S})?(?:past|last|next|coming|first|previous|latest|final|following|preceding){S}"
    r"(?P<count>{COUNT}|few|several|couple{S}of|many)" + _RANGE + r"(?:-|{S})(?:(?:full|more|straight|consecutive){S})?(?P<unit>{UNITS})",
)
def _bounded(match: Match, context: Context) -> Found:
    return duration(match, number(match["count"]), unit(match["unit"]))


@book.rule(
    "duration",
    r"(?P<about>{ABOUT})(?:the{S})?(?P<count>{COUNT}|several|many|few|a{S}few|a{S}couple{S}of|(?:a|two){S}dozen)"
    + _RANGE
    + r"(?P<join>-|{S})(?:(?:more|full|straight|consecutive|additional|whole|extra|further|trading|working|long){S})?"
    r"(?P<unit>{UNITS})(?:-long|(?P<half>{S}and{S}a{S}half))?|(?P<single>day|week|month|year|decade)-?long",
)
def _duration(match: Match, context: Context) -> Found | None:
    """So long; but an age is not a duration, "three-quarters" is a fraction, and "$5 a year" a rate."""
    if match["single"]:
        return duration(match, 1, unit(match["single"]))
    if match["unit"][0].isupper() and context.is_title(match.start("unit"), match.end("unit")):
        return None
    count, letter, one = number(match["count"]), unit(match["unit"]), match["count"].lower() in ("a", "an")
    if count is not None and match["half"]:
        count += 0.5
    if _is_age(match, context) or (letter == "Q" and (one or match["join"] == "-")):
        return None
    if one and letter == "TS":
        return None
    if one and _is_rate(match, context):
        return Found(match.start(), match.end(), TimeType.SET, period(1, letter))
    return duration(match, count, letter, lookup("approximately", match["about"].strip()) or None)


def _is_age(match: Match, context: Context) -> bool:
    """Say whether a spell is how old somebody is ("a 12-year-old boy", "is 40 years old"); how many weeks old a truce is, is a spell."""
    if not re.match(r"[\s-]old\b", context.text[match.end() : match.end() + 5]):
        return False
    after = context.parse.within(match.end() + 5, match.end() + 6)
    of_thing = after and after[0].pos == "NOUN" and after[0].lemma not in table("people")["words"]
    return not of_thing or match["join"] != "-" or unit(match["unit"]) == "Y"


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


@book.rule(
    "bare-plural",
    r"(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)"
    r"(?:(?P<ago>{S}ago)|(?P<long>-long)|(?={S}(?P<of>of|that{S}followed){S}))?",
)
def _bare(match: Match, context: Context) -> Found | None:
    if match["ago"]:
        return date(match, "PAST_REF")
    before = context.before(match.start(), 14)
    spell = match["long"] or match["of"] or before.endswith(tuple(table("before_spell")["words"]))
    return duration(match, None, unit(match["unit"])) if spell else None


@book.rule("vague-while", any_of(table("whiles")))
def _while(match: Match, context: Context) -> Found:
    """So long that nobody says how long."""
    return Found(match.start(), match.end(), TimeType.DURATION, "PXX")
