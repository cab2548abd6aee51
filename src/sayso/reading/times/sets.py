"""How often: "every Friday", "each July", "daily"."""

from __future__ import annotations

from sayso.model.time import TimeType
from sayso.reading.times.context import Context
from sayso.reading.times.rule import Found, Match, RuleBook, period
from sayso.reading.times.words import any_of, lookup, number, table, unit

book = RuleBook()


@book.rule(
    "every",
    r"(?:every|each)(?:{S}(?P<count>{COUNT}|other))?{S}(?P<unit>{WEEKDAY}|{MONTH}|{SEASON}|morning|afternoon|evening|{UNITS})",
)
def _every(match: Match, context: Context) -> Found:
    words = match["unit"]
    if (weekday := lookup("weekdays", words)) is not None:
        value = f"XXXX-WXX-{weekday + 1}"
    elif month := lookup("months", words):
        value = f"XXXX-{month:02}"
    elif season := lookup("seasons", words):
        value = f"XXXX-{season}"
    elif part := lookup("parts", words):
        value = "P1D" if words.lower() == "night" else f"XXXX-XX-XXT{part}"
    else:
        value = period(2 if (match["count"] or "").lower() == "other" else number(match["count"] or "1"), unit(words))
    return Found(match.start(), match.end(), TimeType.SET, value)


@book.rule("set", any_of(table("sets")))
def _set(match: Match, context: Context) -> Found | None:
    """How often; but a daily that has a name is a newspaper, and so is one that is called so."""
    after = context.parse.within(match.end() + 1, match.end() + 2)
    if after and (after[0].pos == "PROPN" or (match.group()[0].isupper() and after[0].text[0].isupper())):
        return None
    if context.is_title(match.start(), match.end()):
        return None
    return Found(match.start(), match.end(), TimeType.SET, lookup("sets", match.group()))
