"""Spot: names and role nouns in a phrase, and where the phrase's head part ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.language.gazetteer import Name, Piece, Role, Sort, gazetteer, listed
from sayso.language.lexicon import lexicon
from sayso.reading.actors.holders import by_surname


@dataclass(frozen=True, slots=True)
class Hit:
    """A name, a role noun or a known person over the pieces ``[start, end)``."""

    start: int
    end: int
    name: Name | None = None
    role: Role | None = None
    person: str | None = None


@cache
def small_words() -> dict[str, frozenset[str]]:
    """Return the little words of ``sectors.toml``: ``breaks``, ``articles``, ``former``, ``offices`` and ``places``."""
    table = lexicon("sectors")
    return {key: frozenset(listed(table[key])) for key in ("breaks", "articles", "former", "offices", "places")}


def spot(cut: Sequence[Piece], month: str | None) -> Iterator[Hit]:
    """Yield what is known in these pieces from left to right, the longest first, none overlapping."""
    book, at = gazetteer(), 0
    while at < len(cut):
        hit = _name_at(cut, at) or _role_at(cut, at) or _surname_at(cut, at, month)
        if hit is None:
            at += 1
            continue
        role = book.role(cut, at)
        if role and role[1] > hit.end - at:
            hit = Hit(at, at + role[1], role=role[0])
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


def _name_at(cut: Sequence[Piece], at: int) -> Hit | None:
    name = gazetteer().match(cut, at)
    if name is None:
        return None
    end = at + len(name.pieces)
    return Hit(at, end, person=name.name) if name.sort is Sort.PERSON else Hit(at, end, name=name)


def _role_at(cut: Sequence[Piece], at: int) -> Hit | None:
    role = gazetteer().role(cut, at)
    return Hit(at, at + role[1], role=role[0]) if role else None


def _surname_at(cut: Sequence[Piece], at: int, month: str | None) -> Hit | None:
    """A surname stands at the end of a phrase, and with no first name before it that nobody known bears."""
    if at and cut[at - 1].written[0].isupper() and not _role_before(cut, at):
        return None
    for end in (at + 2, at + 1):
        if end <= len(cut) and (end == len(cut) or not cut[end].written[0].isupper()):
            name = by_surname(cut[at:end], month)
            if name:
                return Hit(at, end, person=name)
    return None


def _role_before(cut: Sequence[Piece], at: int) -> bool:
    return any((role := gazetteer().role(cut, start)) is not None and start + role[1] == at for start in range(max(0, at - 4), at))
