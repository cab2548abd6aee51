"""PLOVER's view of events: what its coders would file, from sayso's native types and standings.

sayso keeps the type of the deed with its standing (a planned meeting is CONSULT, planned); PLOVER 0.8 files the words: the plan of a
meeting is AGREE, the announcement of an attack THREATEN. What did not happen, and what other words are only about, is not filed at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model.event import Event, EventType, Relation, Standing, StandingLabel

_COOPERATIVE = {EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID}
_LENIENT = {EventType.CONCEDE, EventType.RETREAT}
_FORCEFUL = {EventType.ASSAULT, EventType.SANCTION, EventType.COERCE, EventType.MOBILIZE, EventType.PROTEST, EventType.THREATEN}
_UTTERANCES = {
    EventType.AGREE,
    EventType.CONCEDE,
    EventType.REQUEST,
    EventType.ACCUSE,
    EventType.REJECT,
    EventType.THREATEN,
    EventType.SUPPORT,
}
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


def filed(events: Sequence[Event], standings: Iterable[Standing], *, least: float = 0.65) -> list[tuple[Event, EventType]]:
    """Return the events PLOVER's coders would file, with their types, in text order.

    Left out: events of no type or less confident than ``least``, those that ``plover_view`` drops, and those that lie in the phrase of a
    promise, demand, refusal, threat or accusation, which is filed instead. Linear in the number of events but for nesting.
    """
    known = {standing.event: standing for standing in standings}
    kept: list[tuple[Event, EventType]] = []
    about: list[Event] = []
    for event in sorted(events, key=lambda event: (event.phrase.start, -event.phrase.end)):
        about = [over for over in about if over.phrase.end >= event.trigger.end]
        inside = any(over.phrase.holds(event.trigger) for over in about)
        if event.type in _UTTERANCES:
            about.append(event)
        if event.type is None or event.confidence < least or inside:
            continue
        standing = known.get(event.id)
        view = plover_view(event.type, standing.label, standing.relation) if standing else event.type
        if view:
            kept.append((event, view))
    return sorted(kept, key=lambda pair: (pair[0].trigger.start, pair[0].trigger.end))
