"""Search terms and queries in PostgreSQL's text search: one vector for all fields, each word with its field's letter before it."""

from __future__ import annotations

from sayso.ledger.query import AnyTag, Phrase, Query, Term
from sayso.ledger.rows import EVERY
from sayso.ledger.terms import APART, FIELDS, Terms

_LETTERS = dict(zip(FIELDS, "whtapos", strict=True))
_FURTHEST = 16383  # PostgreSQL knows no greater position


def vector(terms: Terms) -> str:
    """Return the terms of a claim as a tsvector. Between two fields lies a gap, so no phrase runs from one into the next."""
    places: dict[str, list[int]] = {}
    place = 0
    for field, words in zip(FIELDS, terms.fields, strict=True):
        place += 1
        for word in words:
            place += 1
            if word != APART:
                places.setdefault(f"{_LETTERS[field]}/{word}", []).append(min(place, _FURTHEST))
    return " ".join(f"'{word}':{','.join(map(str, found))}" for word, found in places.items())


def asked(query: Query) -> str:
    """Return a query as a tsquery: every word quoted, so that none can be an operator."""
    wanted = [_term(term) for term in query.terms if not term.negated] or [f"'{_LETTERS['tags']}/{EVERY}'"]
    return " & ".join((*wanted, *(f"!{_term(term)}" for term in query.terms if term.negated)))


def _term(term: Term) -> str:
    match term.match:
        case Phrase(fields, words, prefix):
            return f"({' | '.join(_phrase(_LETTERS[field], words, prefix) for field in fields)})"
        case AnyTag(words):
            return "(" + " | ".join(f"'{_LETTERS['tags']}/{word}'" for word in words) + ")"


def _phrase(letter: str, words: tuple[str, ...], prefix: bool) -> str:
    whole = " <-> ".join(f"'{letter}/{word}'" for word in words)
    return f"({whole}:*)" if prefix else f"({whole})"
