"""Office-holders: which person a name is, and which office they held at a date.

A surname alone ("Xi") goes to whoever of that name was in office at the date meant. Without a date everybody counts as in their last
office; after it they are among the elites (sector ELI), before it nothing is known of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.gazetteer import Piece, Term, gazetteer
from sayso.model.actor import Actor, ActorKind
from sayso.model.moment import Moment

FORMER = "ELI"
_HEADS = ("president", "prime minister", "chancellor", "supreme leader", "leader", "king", "secretary-general", "premier", "pope")


def month_of(moment: Moment | None) -> str | None:
    """Return the month a moment begins in ("2025-10"), or None when that is open."""
    return moment.earliest.strftime("%Y-%m") if moment and moment.earliest else None


def person(name: str, month: str | None) -> Actor:
    """Return the person the table knows by this name, as they were in this month."""
    terms = gazetteer().terms[name]
    term = held(terms, month)
    if term:
        return Actor.of(name, ActorKind.PERSON, country=term.country or None, sector=term.sector, office=term.office)
    begun = any(other.since <= (month or "") for other in terms)
    return Actor.of(name, ActorKind.PERSON, country=terms[-1].country or None, sector=FORMER if begun else None)


def held(terms: Sequence[Term], month: str | None) -> Term | None:
    """Return the term that holds in a month, the last of all when no month is given, or None."""
    if month is None:
        return terms[-1]
    return next((term for term in reversed(terms) if term.since <= month and (not term.until or month <= term.until)), None)


def by_surname(found: Sequence[Piece], month: str | None) -> str | None:
    """Return the name of the best known person that these pieces are the surname of, or None."""
    if not all(piece.written[0].isupper() for piece in found[-1:]):
        return None
    names = gazetteer().surnames.get(tuple(piece.key for piece in found), ())
    ranked = [(rank, name) for name in names if (rank := _rank(name, month))]
    return max(ranked, default=(None, None))[1]


def _rank(name: str, month: str | None) -> tuple[bool, bool, str] | None:
    terms = gazetteer().terms[name]
    if month and terms[0].since > month:
        return None
    term = held(terms, month)
    return term is not None, any(each.office in _HEADS for each in terms), terms[-1].since
