"""Office-holders: which person a name is, which office they held when, and who held an office at the time meant.

A surname alone ("Xi") goes to whoever of that name was in office at the date meant. Without a date everybody counts as in their last
office; after it they are among the elites (sector ELI), before it nothing is known of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from sayso.language.gazetteer import Gazetteer, Piece, listed
from sayso.language.lexicon import lexicon
from sayso.language.offices import Term, held, months_between
from sayso.model.actor import Actor, ActorKind
from sayso.model.moment import Moment

FORMER = "ELI"
_HEADS = ("president", "prime minister", "chancellor", "supreme leader", "leader", "king", "secretary-general", "premier", "pope")
_SHORT = 5  # letters: shorter surnames are words or other people's names too often
_REMEMBERED = 60  # months for which the surname of who held a lesser office still tells somebody


@dataclass(frozen=True, slots=True)
class When:
    """The month of publication, and the months that a sentence is about where it says so ("in 2018"); each None when unknown."""

    month: str | None = None
    since: str | None = None
    until: str | None = None

    @classmethod
    def of(cls, published: Moment | None, meant: Moment | None = None) -> When:
        """Return the months of a publication and of the time meant; of a time after publication nothing is known yet."""
        month = month_of(published)
        since, until = month_of(meant), (meant.latest - timedelta(seconds=1)).strftime("%Y-%m") if meant and meant.latest else None
        if not since or not until or (month and until > month):
            return cls(month)
        return cls(month, since, until)

    @property
    def months(self) -> tuple[str, str] | None:
        """The first and last month meant: as said, else that of publication."""
        first, last = self.since or self.month, self.until or self.month
        return (first, last) if first and last else None


def month_of(moment: Moment | None) -> str | None:
    """Return the month a moment begins in ("2025-10"), or None when that is open."""
    return moment.earliest.strftime("%Y-%m") if moment and moment.earliest else None


def person(name: str, month: str | None, book: Gazetteer) -> Actor:
    """Return the person the tables know by this name, as they were in this month."""
    terms = book.terms[name]
    term = held(terms, month)
    if term:
        return Actor.of(name, ActorKind.PERSON, country=term.country or None, sector=term.sector or None, office=term.office or None)
    begun = any(other.since <= (month or "") for other in terms)
    return Actor.of(name, ActorKind.PERSON, country=terms[-1].country or None, sector=FORMER if begun else None)


def by_surname(found: Sequence[Piece], month: str | None, book: Gazetteer, *, titled: bool) -> str | None:
    """Return the name of the best known person that these pieces are the surname of, or None; ``titled``: behind a title."""
    if not all(piece.written[0].isupper() for piece in found[-1:]):
        return None
    key = tuple(piece.key for piece in found)
    tells = titled or (len("".join(key)) >= _SHORT and key[-1] not in _common()["ordinary"])
    ranked = [(rank, name) for name in book.surnames.get(key, ()) if (rank := _rank(name, month, book, tells, titled))]
    return max(ranked, default=(None, None))[1]


def means(name: str, month: str | None, book: Gazetteer, *, titled: bool) -> bool:
    """Say whether a full name means the person of the tables, and not somebody of the same name."""
    return titled or name not in _common()["namesakes"] or (month is not None and held(book.terms[name], month) is not None)


def _rank(name: str, month: str | None, book: Gazetteer, tells: bool, titled: bool) -> tuple[bool, bool, str] | None:
    terms = book.terms[name]
    if month and terms[0].since > month:
        return None
    term = held(terms, month)
    if name not in book.heads and not (term or titled or _recent(terms, month)):
        return None
    if name not in book.heads and not tells:
        return None
    return term is not None, any(each.office in _HEADS for each in terms), terms[-1].since


def _recent(terms: Sequence[Term], month: str | None) -> bool:
    return month is None or any(months_between(term.until, month) <= _REMEMBERED for term in terms if term.until)


@cache
def _common() -> dict[str, frozenset[str]]:
    return {key: frozenset(listed(names)) for key, names in lexicon("persons")["surnames"].items()}
