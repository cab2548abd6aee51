"""The words of time, and the patterns they make.

Patterns are written with ``{NAMES}`` for classes of words ("{MONTH}{S}{D}") and compiled once. Every repetition is bounded and no two
neighbours can match the same characters, so that matching is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from sayso.language.lexicon import lexicon


def table(name: str) -> dict[str, Any]:
    """Return one table of the lexicon of times."""
    words: dict[str, Any] = lexicon("times")[name]
    return words


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}").replace("'", "['’]") for word in ordered) + ")"


@cache
def _classes() -> dict[str, str]:
    numbers = table("numbers")
    named = any_of(word for word in numbers if word not in table("articles"))
    halves = any_of(table("halves"))
    large = any_of(word for word, value in numbers.items() if value >= 100)
    return {
        "MONTH": any_of(table("months")),
        "WEEKDAY": any_of(table("weekdays")),
        "ORDINAL": any_of(table("ordinals")),
        "PART": any_of(table("parts")),
        "SEASON": any_of(table("seasons")),
        "DECADE": any_of(table("decades")),
        "COUNT": rf"(?:\d{{1,4}}(?:\.\d)?|(?:an?\s(?={large}))?{named}(?:[-\s]{named}){{0,3}}|an?)(?:\s{halves})?",
        "UNITS": r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|quarters?|years?|decades?|centur(?:y|ies))",
        "ABOUT": rf"(?:{any_of(table('approximately'))}\s{{1,3}})?",
        "YEAR": r"(?:1[5-9]\d\d|20\d\d)",
        "HUNDREDS": any_of(word for word, value in numbers.items() if 18 <= value <= 20),
        "TENS": any_of(word for word, value in numbers.items() if 20 <= value < 100),
        "TEENS": any_of(word for word, value in numbers.items() if 10 <= value < 20),
        "ONES": any_of(word for word, value in numbers.items() if value < 10 and word not in table("articles")),
        "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
        "S": r"\s{1,6}",
    }


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern with ``{NAMES}``; it matches whole words only, hyphenated ones not, but for "mid-"."""
    for name, words in _classes().items():
        pattern = pattern.replace("{" + name + "}", words)
    return re.compile(rf"(?<!\w)(?<![^dD]-)(?:{pattern})(?!\w)", re.IGNORECASE)


def lookup(name: str, words: str | None) -> Any:
    """Return what a table says of these words, in any case and spacing; None for none."""
    return table(name).get(" ".join(words.lower().split())) if words else None


def turn(words: str | None) -> int | None:
    """Return -1 for "last" and "this past", 0 for "this", 1 for "next" and "this coming"; None where no such word stands.

    >>> turn("this past"), turn("this"), turn("next"), turn("the"), turn(None)
    (-1, 0, 1, None, None)
    """
    named = (words or "").lower().split()[-1:]
    found: int | None = table("before").get(named[0]) if named and named[0] != "the" else None
    return found


def number(words: str) -> float | None:
    """Return the number that words or digits name, None when they name none ("several")."""
    plain = " ".join(words.lower().replace("-", " ").split())
    if plain in table("few"):
        return float(table("few")[plain])
    for half, part in table("halves").items():
        if plain.endswith(half) and (whole := number(plain.removesuffix(half))):
            return whole + float(part)
    if re.fullmatch(r"\d+(\.\d+)?", plain):
        return float(plain)
    total = 0.0
    for word in plain.split():
        value = table("numbers").get(word)
        if value is None:
            return None
        total = max(total, 1) * value if value >= 100 else total + value
    return total


def unit(words: str) -> str:
    """Return the TIMEX3 letter of a unit of time ("weeks": W; clock units begin with T)."""
    word = words.lower()
    units = table("units")
    singular = "century" if word == "centuries" else word.removesuffix("s") if word not in units else word
    letter: str = units[singular]
    return letter


def first_number(words: str) -> int:
    """Return the digits that words begin with ("18th": 18)."""
    found = re.match(r"\d+", words)
    return int(found.group()) if found else 0
