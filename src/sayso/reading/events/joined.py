"""Joining: several mentions of one event are one event ("attacked the port ... the attack").

A later mention joins an earlier one of its type when nothing speaks against it: who did it, to whom, when, where and how it stands may be
left out the second time, but not differ. Words decide what is meant: the same word again, or a noun that points back ("the attack",
"their talks"). Within one article, where a writer names one thing again far more often than another of its kind (Bejan and Harabagiu 2010,
ACL).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.language.lexicon import lexicon
from sayso.language.tokens import Parse, Token
from sayso.model.actor import Mention
from sayso.model.event import Event, Standing, StandingLabel
from sayso.model.moment import Moment

RULE = "events.same"
_FARTHEST = 40  # events back that one is looked for: linear in the text, and nothing points further back


def joined(
    events: Sequence[Event], standings: Sequence[Standing], parse: Parse, *, only: frozenset[str] | None = None
) -> tuple[Event, ...]:
    """Return the events, each later mention with the first one's id in ``same_as``. Rule: events.same."""
    if only is not None and RULE not in only:
        return tuple(events)
    labels = {standing.event: standing.label for standing in standings}
    heads = {event.id: _head(event, parse) for event in events}
    made: list[Event] = []
    for event in events:
        earlier = [one for one in made[-_FARTHEST:] if one.same_as is None and one.type is event.type] if event.type else []
        first = next((one for one in reversed(earlier) if _is_same(one, event, heads, labels)), None)
        made.append(replace(event, same_as=first.id, steps=(*event.steps, RULE)) if first else event)
    return tuple(made)


def _head(event: Event, parse: Parse) -> Token | None:
    tokens = parse.within(event.trigger.start, event.trigger.end)
    return next((token for token in tokens if token.head not in tokens or token.head is token), None)


def _is_same(one: Event, other: Event, heads: dict[str, Token | None], labels: dict[str, StandingLabel]) -> bool:
    first, second = heads[one.id], heads[other.id]
    if first is None or second is None or first.sent is second.sent:
        return False
    points = second.pos == "NOUN" and any(child.lower in _pointing() or child.dep == "poss" for child in second.children)
    if not points and first.lemma != second.lemma:
        return False
    plain = not points and not (one.actors and other.actors)  # the same verb of nobody known says little
    return not plain and labels.get(one.id) == labels.get(other.id) and _compatible(one, other)


def _compatible(one: Event, other: Event) -> bool:
    """Say whether sides, times and places of two mentions may be one event's."""
    mutual = not one.recipients or not other.recipients
    mine, theirs = (one.actors + one.recipients, other.actors + other.recipients) if mutual else (one.actors, other.actors)
    return (
        _meet(mine, theirs)
        and (mutual or _meet(one.recipients, other.recipients))
        and not _apart(one.time, other.time)
        and (one.place is None or other.place is None or one.place.text.lower() == other.place.text.lower())
    )


def _meet(mine: Sequence[Mention], theirs: Sequence[Mention]) -> bool:
    """Say whether two sides share somebody, by identity or else by country, or one of them is not told."""
    if not mine or not theirs or {one.actor.id for one in mine} & {one.actor.id for one in theirs}:
        return True
    countries = {one.actor.country for one in mine} & {one.actor.country for one in theirs}
    return bool(countries - {None})


def _apart(one: Moment | None, other: Moment | None) -> bool:
    return one is not None and other is not None and (one.before(other) or other.before(one))


def _pointing() -> frozenset[str]:
    return frozenset(lexicon("times")["same"]["determiners"])
