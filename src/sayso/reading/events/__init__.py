"""Events: who did what to whom, by verbs and by nouns, coded by PLOVER 0.8."""

from sayso.reading.events.coded import events, events_at
from sayso.reading.events.joined import joined

__all__ = ["events", "events_at", "joined"]
