"""Spot: names and role nouns in a phrase, and where the phrase's head part ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.language.gazetteer import Gazetteer, Name, Piece, Role, Sort, listed
from sayso.language.lexicon import lexicon
from sayso.language.offices import held
from sayso.reading.actors.holders import by_surname, means


@dataclass(frozen=True, slots=True)
class Hit:
    """A name, a role noun or a known person over the pieces ``[start, end)``."""

    start: int
    end: int
    name: Name | None = None
    role: Role | None = None
    person: str | None = None
    elect: bool = False  # somebody who will hold the office: "president-elect"


_SMALL = (
    "breaks",
    "articles",
    "former",
    "once",
    "elect",
    "indefinite",
    "definite",
    "bounds",
    "towards",
    "sent",
    "officials",
    "offices",
    "places",
    "honorifics",
)


@cache
def small_words() -> dict[str, frozenset[str]]:
    """Return the little words of ``sectors.toml`` by what they do: ``breaks``, ``articles``, ``former`` and so on."""
    table = lexicon("sectors")
    return {key: frozenset(listed(table[key])) for key in _SMALL}


def spot(cut: Sequence[Piece], month: str | None, book: Gazetteer) -> Iterator[Hit]:
    """Yield what is known in these pieces from left to right, the longest first, none overlapping."""
    at = 0
    while at < len(cut):
        hit = _name_at(cut, at, month, book) or _role_at(cut, at, book) or _surname_at(cut, at, month, book)
        if hit is None:
            at += 1
            continue
        role = _role_at(cut, at, book)
        hit = role if role and role.end > hit.end else hit
        yield hit
        at = hit.end


def head_end(cut: Sequence[Piece], hits: Sequence[Hit]) -> int:
    """Return where the head part of the phrase stops: at the first preposition or comma that stands in no name."""
    inside = {place for hit in hits for place in range(hit.start, hit.end)}
    breaks = small_words()["breaks"]
    return next((place for place, piece in enumerate(cut) if place and piece.key in breaks and place not in inside), len(cut))


def country_in(hits: Sequence[Hit]) -> str | None:
    """Return the first country that a country, people, seat or place name gives, or None."""
    return next((hit.name.country for hit in hits if hit.name and hit.name.sort in _LANDS), None)


_LANDS = {Sort.COUNTRY, Sort.PEOPLE, Sort.SEAT, Sort.PLACE}


def _name_at(cut: Sequence[Piece], at: int, month: str | None, book: Gazetteer) -> Hit | None:
    name = book.match(cut, at)
    if name is None:
        return None
    end = at + len(name.pieces)
    if name.sort is Sort.PERSON:
        return Hit(at, end, person=name.name) if means(name.name, month, book, titled=_role_before(cut, at, book)) else None
    term = held(name.terms, month) if name.terms else None
    if name.terms and not term:
        return None
    return Hit(at, end, name=replace(name, country=term.country or None, sector=term.sector or None) if term else name)


def _role_at(cut: Sequence[Piece], at: int, book: Gazetteer) -> Hit | None:
    role = book.role(cut, at)
    if role is None:
        return None
    end = at + role[1]
    elect = end < len(cut) and cut[end].key in small_words()["elect"]
    return Hit(at, end + elect, role=role[0], elect=elect)


def _surname_at(cut: Sequence[Piece], at: int, month: str | None, book: Gazetteer) -> Hit | None:
    """A surname stands at the end of a phrase, and with no first name before it that nobody known bears."""
    titled = _role_before(cut, at, book) or (at > 0 and cut[at - 1].key in small_words()["honorifics"])
    if at and cut[at - 1].written[0].isupper() and not titled:
        return None
    for end in (at + 2, at + 1):
        if end <= len(cut) and (end == len(cut) or not cut[end].written[0].isupper()):
            name = by_surname(cut[at:end], month, book, titled=titled)
            if name:
                return Hit(at, end, person=name)
    return None


def _role_before(cut: Sequence[Piece], at: int, book: Gazetteer) -> bool:
    return any((role := book.role(cut, start)) is not None and start + role[1] == at for start in range(max(0, at - 4), at))
