"""Search terms: the words a claim is found by. The same words in the same form go into every backend's index and out of every query.

A word is a run of letters and digits without case or accents. Fields that hold several names keep them apart, so that no phrase runs
from one into the next. What is no text (standing, type, dates) becomes one word each, of the field ``tags``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 100  # characters of a word that count; PostgreSQL takes no lexeme over 2 kB
_MOST = 2000  # words of a field that count; PostgreSQL knows no position in a text beyond 16,383
APART = "·"  # no word: what stands between two names

FIELDS = ("words", "who", "through", "about", "place", "outlet", "tags")
TEXT_FIELDS = ("words", "who", "through", "about")  # where a word without a field is looked for


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of one claim, field by field, in the order of ``FIELDS``."""

    fields: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, names: Mapping[str, Iterable[str]], tags: Iterable[str]) -> Terms:
        """Return the terms of texts by field, and of tags that are words already."""
        texts = tuple(spread(names.get(field, ())) for field in FIELDS[:-1])
        return cls((*texts, tuple(dict.fromkeys(tags))))


def words(text: str) -> list[str]:
    """Return the words of a text.

    >>> words("Café-goers, U.S. 2025")
    ['cafe', 'goers', 'u', 's', '2025']
    """
    if text.isascii():  # nothing to take off, and most texts are
        return [word[:_LONGEST] for word in _WORD.findall(text.casefold())]
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter))
    return [word[:_LONGEST] for word in _WORD.findall(unicodedata.normalize("NFKC", plain).casefold())]


def spread(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the words of several texts, kept apart."""
    spaced: list[str] = []
    for text in dict.fromkeys(texts):
        spaced += [APART, *words(text)] if spaced else words(text)
    return tuple(spaced[:_MOST])


def tag(name: str, value: str) -> str:
    """Return the one word that stands for a value of a field that is no text.

    >>> tag("standing", "denied")
    'standing0denied'
    """
    return f"{name}0{''.join(words(value))}"
