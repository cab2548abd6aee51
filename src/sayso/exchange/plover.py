"""What PLOVER's coders would file of an article: events that happened, or were uttered, under the types they use (``model/plover.py``).

What did not happen, and what other words are only about, is not filed at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model.event import Event, EventType, Standing
from sayso.model.plover import plover_view

_UTTERANCES = {
    EventType.AGREE,
    EventType.CONCEDE,
    EventType.REQUEST,
    EventType.ACCUSE,
    EventType.REJECT,
    EventType.THREATEN,
    EventType.SUPPORT,
}

LEAST = 0.6
"""Probability of its type from which an event is filed: best for the F1 of types on sentences held out of training."""


def filed(events: Sequence[Event], standings: Iterable[Standing], *, least: float = LEAST) -> list[tuple[Event, EventType]]:
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
