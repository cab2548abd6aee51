"""Notes: what could not be decided about an article, and why. Unknown stays unknown and says so."""

from __future__ import annotations

from sayso.model.article import Article
from sayso.model.event import StandingLabel
from sayso.model.reading import Note
from sayso.model.span import Span
from sayso.model.time import TimeExpression
from sayso.reading.claims import Annotations


def notes(article: Article, found: Annotations, *, unread_from: int) -> tuple[Note, ...]:
    """Return one note for each thing left undecided; ``unread_from`` is the offset at which reading stopped."""
    made = [_length(article.text, unread_from)] if len(article.text) > unread_from else []
    made += [Note("times", _why_without_value(t), t.span) for t in found.times if t.value is None]
    made += [Note("event_dates", "no date could be found", event.trigger) for event in found.events if event.time is None]
    undecided = {standing.event for standing in found.standings if standing.label is StandingLabel.UNKNOWN}
    made += [Note("standing", "whether it happened could not be decided", e.trigger) for e in found.events if e.id in undecided]
    return tuple(made)


def _why_without_value(time: TimeExpression) -> str:
    relative = time.anchor is not None
    return (
        "relative to an unknown date, so without a value" if relative else "names a day that the calendar does not have, so without a value"
    )


def _length(text: str, unread_from: int) -> Note:
    rest = len(text) - unread_from
    first = Span.cut(text, unread_from, min(unread_from + 40, len(text)))
    return Note("length", f"only the first {unread_from:,} characters were read; {rest:,} were not", first)
