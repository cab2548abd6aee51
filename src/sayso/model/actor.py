"""Actors, and where the text mentions them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.identity import content_id
from sayso.model.span import Span


class ActorKind(StrEnum):
    """What sort of thing acts or speaks."""

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    DOCUMENT = "document"
    COUNTRY = "country"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"


class How(StrEnum):
    """How a mention refers to its actor."""

    NAME = "name"
    TITLE = "title"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"
    METONYM = "metonym"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or speaks. ``country`` is ISO 3166 alpha-3 (or a body of states': UNO, EUR, IGO, as the field's files have it), ``sector`` a
    PLOVER sector (GOV, MIL, ...), each None if unknown.

    ``office`` names the office meant or held ("president"), ``holder`` who held it at the time meant, where words mean the office and the
    lexicon or the article tells. Make one with ``Actor.of``.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    qid: str | None = None
    holder: str | None = None

    @classmethod
    def of(
        cls,
        name: str,
        kind: ActorKind,
        *,
        country: str | None = None,
        sector: str | None = None,
        office: str | None = None,
        qid: str | None = None,
        holder: str | None = None,
    ) -> Actor:
        """Return an actor whose id follows from its fields."""
        parts = (name, kind, country or "", sector or "", office or "", qid or "", *([holder] if holder else []))
        return cls(content_id("p", *parts), name, kind, country, sector, office, qid, holder)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that stand for an actor, and the rule that says so."""

    span: Span
    actor: Actor
    how: How
    rule: str
    confidence: float = 1.0
