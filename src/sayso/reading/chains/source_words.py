"""The lexicon of sources (``sources.toml``): which nouns are people without a name, offices, organisations, documents."""

from __future__ import annotations

from functools import cache
from typing import Any

from sayso.language.lexicon import lexicon


@cache
def table(name: str) -> dict[str, Any]:
    """Return one table of the lexicon."""
    found: dict[str, Any] = lexicon("sources")[name]
    return found


@cache
def words(key: str) -> frozenset[str]:
    """Return one list of the lexicon's heads or words as a set."""
    data = lexicon("sources")
    return frozenset(data["heads"].get(key) or data["words"].get(key) or ())


@cache
def titles() -> frozenset[str]:
    """Return the words that stand before a person's name."""
    groups = lexicon("persons")["titles"]
    return frozenset(word.strip() for group in groups.values() for word in group.split(";")) | words("titles")


@cache
def first_names() -> frozenset[str]:
    """Return first names, in lower case."""
    return frozenset(lexicon("sources")["words"]["given"].split())
