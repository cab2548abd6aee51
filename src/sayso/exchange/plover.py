"""What PLOVER's coders would file of an article: events that happened, or were uttered, under the types they use (``model/plover.py``).

What did not happen, and what other words are only about, is not filed at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sayso.model.event import Event, EventType, Standing
from sayso.model.plover import BACKED, ENCODED, plover_view

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
"""Probability of its type from which an event is filed though no rule is sure of it."""


def is_filed(event: Event) -> bool:
    """Say whether an event is of a PLOVER type, and that probable or backed enough to be filed."""
    return event.type is not None and (event.confidence >= LEAST or BACKED in event.steps)


def filed(
    events: Sequence[Event], standings: Iterable[Standing], *, chosen: Callable[[Event], bool] = is_filed
) -> list[tuple[Event, EventType]]:
    """Return the events PLOVER's coders would file, with their types, in text order.

    Left out: events of no type or not ``chosen``, those that ``plover_view`` drops, and those that lie in the phrase of a
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
        if event.type is None or inside or not chosen(event):
            continue
        standing = known.get(event.id)
        view = plover_view(event.type, standing.label, standing.relation) if standing and event.rule != ENCODED else event.type
        if view:
            kept.append((event, view))
    return sorted(kept, key=lambda pair: (pair[0].trigger.start, pair[0].trigger.end))
