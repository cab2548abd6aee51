"""From dateparser's moments to TIMEX3: whether the words are a time at all, and how much of the moment they mean."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from precision import as_fine_as

_LEAD = re.compile(r"(?:(?:on|in|at|of|by|since|until|to|from|and|for|the|about)\s+|[\s,]+)*", re.IGNORECASE)
_CLOCK = re.compile(r"\d:\d\d|\d\s?[ap]\.?m\b")
_MONTH = re.compile(
    r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_DAY_OF_MONTH = re.compile(r"\b\d{1,2}(st|nd|rd|th)?\b")
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_DAY = re.compile(r"\b(today|yesterday|tomorrow|tonight)\b|\d[/-]\d\d?[/-]\d", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(last|next|this|past|in|later|earlier)\b.*\b(day|week|month|year|decade)s?\b|\bago\b", re.IGNORECASE)
_LAST = re.compile(r"\blast\b", re.IGNORECASE)
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_NUMBERS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_SPAN = re.compile(rf"({'|'.join(_NUMBERS)}|\d+)[\s-](second|minute|hour|day|week|month|year|decade)s?", re.IGNORECASE)


def trimmed(words: str) -> tuple[int, str]:
    """How many characters of prepositions and articles stand before the words, and the words without them and without blanks after."""
    lead = _LEAD.match(words)
    left = lead.end() if lead else 0
    return left, words[left:].rstrip(" ,.-")


def prefers(words: str) -> str:
    """Which of dateparser's preferences suits the words: news means the weekday past, but a month of the year that it is, unless "last"."""
    return "current_period" if _MONTH.search(words) and not _LAST.search(words) else "past"


def value(words: str, when: datetime, base: datetime) -> tuple[str, str] | None:
    """Type and value, as fine as the words are; nothing where the words name no time."""
    if words.lower() == "now":
        return "DATE", "PRESENT_REF"
    if span := _SPAN.fullmatch(words):
        return "DURATION", _length(span[1].lower(), span[2].lower())
    if _CLOCK.search(words):
        return "TIME", when.strftime("%Y-%m-%dT%H:%M")
    if _MONTH.search(words):
        return "DATE", when.strftime("%Y-%m-%d" if _DAY_OF_MONTH.search(words) else "%Y-%m")
    if _WEEKDAY.search(words):
        return "DATE", _weekday(when, base).strftime("%Y-%m-%d")
    if _DAY.search(words):
        return "DATE", when.strftime("%Y-%m-%d")
    if _RELATIVE.search(words):
        return "DATE", as_fine_as(words, when.date())
    return ("DATE", when.strftime("%Y")) if _YEAR.fullmatch(words) else None


def _weekday(when: datetime, base: datetime) -> datetime:
    """The day itself where dateparser, asked for the past, goes a whole week back from it."""
    return base if base - when == timedelta(days=7) else when


def _length(count: str, unit: str) -> str:
    """A length of time: dateparser takes "three days" for the day three days before, which here is the stretch itself."""
    number = _NUMBERS.get(count) or int(count)
    if unit == "decade":
        number, unit = 10 * number, "year"
    return f"P{'T' if unit in {'second', 'minute', 'hour'} else ''}{number}{unit[0].upper()}"
