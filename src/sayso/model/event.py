"""Events, coded by PLOVER 0.8, and their standing according to somebody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.actor import Mention
from sayso.model.moment import Moment
from sayso.model.span import Span


class EventType(StrEnum):
    """The sixteen root types of PLOVER 0.8 (Open Event Data Alliance), from verbal cooperation to material conflict."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class TimeBasis(StrEnum):
    """Why an event has the time it has."""

    EXPRESSION = "expression"
    INHERITED = "inherited"
    DCT = "dct"
    ANAPHORA = "anaphora"


@dataclass(frozen=True, slots=True)
class Size:
    """How much or many an event was: ``kind`` (killed, injured, arrested, took_part, money, ...) and what a number of the text can mean.

    ``least`` and ``most`` are None where unbounded; of money they are amounts in the currency that ``span`` names.
    """

    kind: str
    span: Span
    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Event:
    """One event as reported. ``type`` is None where no PLOVER type fits ("crossed the line").

    ``trigger`` is the word that names the event, ``phrase`` the words around it that say what it is. ``actors`` did it, ``recipients``
    are the other side; where no side is host or visitor all are actors (a reciprocal event). ``time`` is None when unknown.
    ``confidence`` is how probable it is that a coder files the event under this type; ``steps`` are what had a hand in it beside ``rule``.
    ``same_as`` is the id of the article's first mention of the same event, None for that one itself.
    """

    id: str
    trigger: Span
    phrase: Span
    type: EventType | None
    rule: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Mention, ...] = ()
    recipients: tuple[Mention, ...] = ()
    place: Span | None = None
    time: Moment | None = None
    time_basis: TimeBasis | None = None
    time_rule: str | None = None
    confidence: float = 1.0
    steps: tuple[str, ...] = ()
    sizes: tuple[Size, ...] = ()
    same_as: str | None = None


class StandingLabel(StrEnum):
    """Whether a source presents an event as happened, planned, possible, denied or contrary to fact."""

    HAPPENED = "happened"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    COUNTERFACTUAL = "counterfactual"
    UNKNOWN = "unknown"

    @property
    def mark(self) -> str:
        """The sign that stands beside the word, so that colour is never needed."""
        return {"happened": "●", "planned": "◇", "possible": "○", "denied": "✕", "counterfactual": "≠"}.get(self.value, "?")


class Certainty(StrEnum):
    """FactBank's scale (Saurí and Pustejovsky 2009): certain, probable, possible, underspecified."""

    CERTAIN = "CT"
    PROBABLE = "PR"
    POSSIBLE = "PS"
    UNKNOWN = "U"


class Relation(StrEnum):
    """Where an event lies, seen from the publication date."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one event stands, according to one source: an attribution's id, or None for the author.

    ``rule`` is the one that decided; ``steps`` are all that had a hand in it, from the outermost governor to the event's own words.
    """

    event: str
    label: StandingLabel
    certainty: Certainty
    polarity: bool
    relation: Relation
    according_to: str | None
    rule: str
    confidence: float = 1.0
    steps: tuple[str, ...] = ()
