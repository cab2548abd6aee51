"""What a standing forbids of a date, and what it gives one: a plan is not dated by the telling, what happened is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.language.lexicon import lexicon
from sayso.language.tokens import Parse, Token
from sayso.model.event import Event, Standing, StandingLabel, TimeBasis
from sayso.model.moment import Moment
from sayso.reading.event_dates.triggers import is_background, trigger_of

_AHEAD = {StandingLabel.PLANNED, StandingLabel.POSSIBLE, StandingLabel.COUNTERFACTUAL}
_HAPPENED = "event-dates.happened"


def consistent(
    parse: Parse, events: tuple[Event, ...], standings: Sequence[Standing], dct: Moment | None, *, only: frozenset[str] | None = None
) -> tuple[Event, ...]:
    """Return the events with the dates that go with their standing.

    What lies ahead is not dated by the telling alone; what happened did not happen after publication - then the date was another's - and
    where nothing else dates it, and no era of its own, it is dated by the telling (the rule ``event-dates.happened``).
    """
    labels: dict[str, set[StandingLabel]] = {}
    for standing in standings:
        labels.setdefault(standing.event, set()).add(standing.label)
    day = Moment.parse(dct.day) if dct and dct.day else None
    settled = (_settled(parse, event, labels.get(event.id, set()), dct) for event in events)
    if day is None or (only is not None and _HAPPENED not in only):
        return tuple(settled)
    return tuple(_told(parse, event, day) if event.time is None and _is_told(labels.get(event.id)) else event for event in settled)


def _settled(parse: Parse, event: Event, labels: set[StandingLabel], dct: Moment | None) -> Event:
    if not labels or event.time is None:
        return event
    if labels == {StandingLabel.HAPPENED}:
        forbidden = dct is not None and dct.before(event.time)
    else:
        forbidden = labels <= _AHEAD and event.time_rule in ("event-dates.publication", "event-dates.lead") and _lies_ahead(parse, event)
    if not forbidden or event.time_rule is None:
        return event
    return replace(event, time=None, time_basis=None, time_rule=None, steps=(*event.steps, event.time_rule))


def _is_told(labels: set[StandingLabel] | None) -> bool:
    return labels == {StandingLabel.HAPPENED}


def _told(parse: Parse, event: Event, day: Moment) -> Event:
    trigger = trigger_of(parse, event)
    if trigger is None or is_background(trigger):
        return event
    return replace(event, time=day, time_basis=TimeBasis.DCT, time_rule=_HAPPENED)


def _lies_ahead(parse: Parse, event: Event) -> bool:
    """Say whether an event's own form looks ahead: an infinitive, a condition, what a verb of plans governs ("plan a meeting")."""
    trigger = trigger_of(parse, event)
    if trigger is None:
        return True
    future = lexicon("times")["future"]
    if any(child.dep == "aux" and child.lower == "to" for child in trigger.children) or _is_condition(trigger):
        return True
    return trigger.pos == "NOUN" and (trigger.head.lemma in future["ahead"] or trigger.head.lemma in future["verbs"])


def _is_condition(trigger: Token) -> bool:
    """Say whether a word stands in a clause that begins with "if" or "unless"."""
    conditions = lexicon("times")["future"]["conditions"]
    return any(child.dep == "mark" and child.lower in conditions for token in (trigger, *trigger.ancestors()) for child in token.children)
