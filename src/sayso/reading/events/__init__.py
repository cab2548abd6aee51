"""Events: who did what to whom, by verbs and by nouns, coded by PLOVER 0.8."""

from sayso.reading.events.coded import events, events_at

__all__ = ["events", "events_at"]
