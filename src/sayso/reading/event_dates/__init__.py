"""When events happened: by their own expression, by what came before them, or by the publication date and the verb's tense.

The order follows how annotators anchor events (Reimers et al. 2016, ACL): an expression in the event's own clause; else the
date of the same event mentioned before ("during the meeting"); else the date under which a paragraph is told; else, for what a finite
verb reports as past or present, the day of publication. What lies ahead without a date stays undated.
"""

from __future__ import annotations

from sayso.language.tokens import Parse
from sayso.model.event import Event
from sayso.model.moment import Moment
from sayso.model.time import TimeExpression, TimeType
from sayso.reading.event_dates.consistency import consistent
from sayso.reading.event_dates.ranges import joined
from sayso.reading.event_dates.telling import Telling

__all__ = ["consistent", "event_dates"]


def event_dates(
    parse: Parse,
    events: tuple[Event, ...],
    times: tuple[TimeExpression, ...],
    dct: Moment | None,
    *,
    only: frozenset[str] | None = None,
) -> tuple[Event, ...]:
    """Return the same events in the same order, each with its time, on what basis, and by which rule; None where it is unknown."""
    dated = [time for time in times if time.type in (TimeType.DATE, TimeType.TIME) and time.moment]
    told = Telling(parse, joined(parse.text, dated), dct)
    if only is None or "event-dates.told-later" in only:
        told.look_ahead(events)
    return tuple(told.date(event, only) for event in events)
