"""Times told by the moment of writing alone: "today", "this morning", "now", "recently", "some day"."""

from __future__ import annotations

from sayso.model.time import TimeType
from sayso.reading.tense import Tense
from sayso.reading.times.calendar import shifted
from sayso.reading.times.context import Context
from sayso.reading.times.rule import Found, Match, RuleBook, clock, date
from sayso.reading.times.words import any_of, lookup, table

book = RuleBook()


@book.rule("reference", any_of(table("references")))
def _reference(match: Match, context: Context) -> Found | None:
    """Now, lately, soon: times that are only before, around or after the moment of writing."""
    token = context.head(match.start(), match.end())
    if (token is not None and token.dep == "mark") or context.text[match.end() : match.end() + 1] == "-":
        return None
    if match.group().lower() == "soon" and _is_not_ahead(match, context):
        return None
    inside = match.start() + (3 if match.group().lower().startswith("in ") else 0)
    return Found(inside, match.end(), TimeType.DATE, lookup("references", match.group()))


@book.rule("attributive-reference", any_of(table("attributive_references")))
def _attributive(match: Match, context: Context) -> Found | None:
    """Current: an adjective that sets its noun around the moment of writing."""
    token = context.head(match.start(), match.end())
    if token is None or token.dep != "amod" or token.head.pos not in ("NOUN", "PROPN") or token.head.lemma in table("units"):
        return None
    return date(match, lookup("attributive_references", match.group()))


@book.rule("some-day", r"one{S}day|some{S}?day")
def _some_day(match: Match, context: Context) -> Found | None:
    """A day to come that is not known, where the verb looks ahead."""
    return date(match, "FUTURE_REF") if context.tense(match.start(), match.end()) is Tense.FUTURE else None


def _is_not_ahead(soon: Match, context: Context) -> bool:
    """Say whether "soon" is no time to come: "as soon as", "soon became"."""
    return context.text[soon.end() : soon.end() + 3].lower() == " as" or context.tense(soon.start(), soon.end()) is Tense.PAST


@book.rule(
    "relative-day",
    r"(?:(?:earlier|later|late|early){S})?(?:(?:mid|early|late)-?(?P<mid>{PART}){S})?(?P<word>today|yesterday|tomorrow|tonight)(?:{S}(?P<part>{PART}))?",
)
def _relative_day(match: Match, context: Context) -> Found | None:
    if context.is_title(match.start(), match.end()):
        return None
    part = "NI" if match["word"].lower() == "tonight" else lookup("parts", match["part"] or match["mid"])
    if context.day is None:
        return clock(match, None) if part else date(match, None, relative=True)
    day = shifted(context.day, {"yesterday": -1, "tomorrow": 1}.get(match["word"].lower(), 0), "D")
    return clock(match, f"{day}T{part}") if part else date(match, day, relative=True)


@book.rule("relative-part", r"(?:(?:earlier|later|late|early){S})?(?P<which>this|last){S}(?P<part>{PART})")
def _relative_part(match: Match, context: Context) -> Found:
    if context.day is None:
        return clock(match, None)
    return clock(match, f"{shifted(context.day, -(match['which'].lower() == 'last'), 'D')}T{lookup('parts', match['part'])}")
