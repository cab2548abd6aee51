"""Coded events: triggers with their types, participants, places and phrases put together."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.tokens import Parse, Token
from sayso.model.actor import Mention
from sayso.model.event import Event, EventType
from sayso.model.identity import content_id
from sayso.model.plover import BACKED
from sayso.model.span import Span
from sayso.reading.actors.index import MentionIndex
from sayso.reading.events.contexts import contexts
from sayso.reading.events.participants import Participants, participants
from sayso.reading.events.sizes import sizes
from sayso.reading.events.triggers import Trigger, trigger_at, triggers
from sayso.reading.events.weighed import weighed
from sayso.reading.heard import EVENTS, Hearing

_VERBAL = {EventType.AGREE, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT, EventType.CONCEDE}
_CORE = {"dobj", "nsubjpass", "prt", "dative", "agent", "prep", "neg", "acomp", "oprd", "attr"}
_CLAUSES = {"xcomp", "ccomp", "pcomp"}


def events(
    parse: Parse, mentions: Sequence[Mention], hearing: Hearing | None = None, *, only: frozenset[str] | None = None
) -> tuple[Event, ...]:
    """Return the events a text reports, planned and negated ones too, in text order; times and standing are for later steps.

    Rules: events.verb-object (a verb with the object that decides its type), .verb, .other (a verb of no PLOVER type), .light-verb
    ("held a meeting": the verb is the trigger), .noun ("the meeting"), .encoder (the type is what the encoder hears), .backed (it does not
    hear it, but a rule is sure). Without a ``hearing`` the rules are alone.
    """
    index = MentionIndex(parse, mentions)
    found = [trigger for trigger in triggers(parse, index) if only is None or trigger.rule in only]
    if hearing is not None and (only is None or EVENTS in only):
        may_back = only is None or BACKED in only
        found = weighed(found, parse, hearing, lambda trigger: _is_abroad(participants(trigger, index)), may_back=may_back)
    return tuple(_event(parse, trigger, index) for trigger in found)


def _is_abroad(sides: Participants) -> bool:
    return all(any(mention.actor.country for mention in side) for side in (sides.actors, sides.recipients))


def events_at(parse: Parse, mentions: Sequence[Mention], spans: Sequence[Span]) -> tuple[Event, ...]:
    """Return one event for each of these spans, in their order, coded as far as the lexicon knows the words."""
    index = MentionIndex(parse, mentions)
    return tuple(_given(parse, span, index) for span in spans)


def _event(parse: Parse, trigger: Trigger, index: MentionIndex, at: Span | None = None) -> Event:
    sides = participants(trigger, index)
    span = at or parse.span([trigger.token])
    return Event(
        id=content_id("e", span.start, span.end, span.text, trigger.type or "", trigger.rule),
        trigger=span,
        phrase=_phrase(parse, trigger),
        type=trigger.type,
        rule=trigger.rule,
        mode=trigger.mode,
        contexts=contexts(trigger.token.sent),
        actors=sides.actors,
        recipients=sides.recipients,
        place=parse.span(sides.place.subtree()[:6]) if sides.place else None,
        confidence=trigger.confidence,
        steps=trigger.steps,
        sizes=sizes(trigger.noun or trigger.token, parse) if trigger.type else (),
    )


def _given(parse: Parse, span: Span, index: MentionIndex) -> Event:
    tokens = parse.within(span.start, span.end)
    head = next((token for token in tokens if token.head is token or token.head not in tokens), None)
    if head is None:
        return Event(content_id("e", span.start, span.end, span.text), span, span, None, "events.given")
    return _event(parse, trigger_at(head, index), index, span)


def _phrase(parse: Parse, trigger: Trigger) -> Span:
    """The trigger with its core arguments; for words about deeds (a promise, a demand) the clause that says which deeds."""
    token = trigger.token
    kept = [token]
    for over in (token, trigger.noun):
        for child in over.children if over else ():
            wanted = child.dep in _CORE or (child.dep in _CLAUSES | {"acl"} and trigger.type in _VERBAL)
            if wanted and not (child.i < token.i and token.pos == "VERB" and child.dep == "prep"):
                kept += _whole(child)
    if trigger.noun:
        kept.append(trigger.noun)
    return parse.span([each for each in kept if each.sent is token.sent])


def _whole(token: Token) -> list[Token]:
    """A constituent without the relative and adverbial clauses that hang on it."""
    found, waiting = [], [token]
    while waiting:
        here = waiting.pop()
        found.append(here)
        waiting += [child for child in here.children if child.dep not in ("relcl", "advcl", "parataxis")]
    return found
