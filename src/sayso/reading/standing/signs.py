"""Signatures by word, from the lexicon ``standing.toml``: looked up by part of speech and lemma, with particle or preposition."""

from __future__ import annotations

from functools import cache

from sayso.language.lexicon import lexicon
from sayso.model.event import Certainty
from sayso.reading.standing.stance import Signature

KINDS = ("verb", "object", "subject", "noun", "adjective", "beside", "adverb", "modal", "mark", "preposition", "attitude")


@cache
def _table(kind: str) -> dict[str, Signature]:
    made: dict[str, Signature] = {}
    for name, row in lexicon("standing")[kind].items():
        asserted = row["asserted"]
        rule = f"standing.{kind}-{name}"
        signature = Signature(rule, asserted, row.get("negated", asserted), Certainty(row.get("certainty", "CT")))
        for word in row["words"].split():
            made.setdefault(word, signature)
    return made


def sign(kind: str, *words: str, only: frozenset[str] | None = None) -> Signature | None:
    """Return the signature of the first of these words that has one in the table ``kind`` and may fire."""
    table = _table(kind)
    found = next((table[word] for word in words if word in table), None)
    return found if found and (only is None or found.rule in only) else None


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the lexicon's closed classes."""
    return frozenset(lexicon("standing")["words"][name].split())
