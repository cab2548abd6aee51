"""PLOVER's view of one event: the type its coders file, from sayso's native type and standing.

sayso keeps the type of the deed with its standing (a planned meeting is CONSULT, planned); PLOVER 0.8 files the words: the plan of a
meeting is AGREE, the announcement of an attack THREATEN.
"""

from __future__ import annotations

from sayso.model.event import EventType, Relation, StandingLabel

ENCODED, BACKED = "events.encoder", "events.backed"
"""Rules of events: whose type is what the encoder hears, which is what coders file; of which a rule is sure."""

_COOPERATIVE = {EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID}
_LENIENT = {EventType.CONCEDE, EventType.RETREAT}
_FORCEFUL = {EventType.ASSAULT, EventType.SANCTION, EventType.COERCE, EventType.MOBILIZE, EventType.PROTEST, EventType.THREATEN}
_AHEAD = {StandingLabel.PLANNED, StandingLabel.POSSIBLE}
_NOT = {StandingLabel.DENIED, StandingLabel.COUNTERFACTUAL}


def plover_view(event_type: EventType, standing: StandingLabel, relation: Relation = Relation.UNKNOWN) -> EventType | None:
    """Return the type PLOVER files an event of this type and standing under, None when it files none.

    ``relation`` is where the event lies from the publication date: a kind deed denied ahead is a refusal ("will not lift the ban"), a
    deed that may have happened is filed as one.

    >>> plover_view(EventType.CONSULT, StandingLabel.PLANNED)
    <EventType.AGREE: 'AGREE'>
    """
    kind = event_type in _COOPERATIVE or event_type in _LENIENT
    if standing in _NOT:
        return EventType.REJECT if kind and standing is StandingLabel.DENIED and relation is Relation.FUTURE else None
    past = standing is StandingLabel.POSSIBLE and relation is Relation.PAST
    if standing not in _AHEAD or past or event_type in _LENIENT:
        return event_type
    if event_type in _COOPERATIVE:
        return EventType.AGREE
    if event_type in _FORCEFUL:
        return EventType.THREATEN if standing is StandingLabel.PLANNED else None
    return event_type


def merged(name: str) -> str:
    """Return a type's name as older files have it: CONCEDE and RETREAT are one there, YIELD."""
    return "YIELD" if name in ("CONCEDE", "RETREAT") else name
