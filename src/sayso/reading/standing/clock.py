"""Time and standing: tense, and time expressions on either side of the publication date."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.tokens import Parse, Token
from sayso.model.event import Event, Relation, TimeBasis
from sayso.model.moment import Moment
from sayso.model.time import TimeExpression, TimeType
from sayso.reading.standing.own import FUTURE_TIME, Enabled, apply
from sayso.reading.standing.stance import Stance, World
from sayso.reading.standing.tree import auxiliaries, is_past, is_verbal

NOMINAL = "standing.nominal"
_TEMPORAL = {"npadvmod", "tmod", "advmod", "prep", "nmod", "amod", "compound"}


class Clock:
    """Which words name a time before or after the publication date; built once an article, in linear time."""

    def __init__(self, parse: Parse, times: Sequence[TimeExpression], dct: Moment | None) -> None:
        """Mark every token of every dated expression."""
        self.dct = dct
        self._sides: dict[int, str] = {}
        for time in times:
            side = self.side(time.moment) if time.type in (TimeType.DATE, TimeType.TIME) else None
            if side:
                self._sides.update((token.i, side) for token in parse.within(time.span.start, time.span.end))

    def side(self, moment: Moment | None) -> str | None:
        """Return "past" or "future" for a moment wholly before or after the publication date."""
        if moment is None or self.dct is None:
            return None
        return "future" if self.dct.before(moment) else "past" if moment.before(self.dct) else None

    def when(self, token: Token) -> str | None:
        """Return "past" or "future" if a time expression beside this word says so."""
        for child in token.children:
            if child.dep in _TEMPORAL:
                for near in (child, *child.children):
                    if near.i in self._sides:
                        return self._sides[near.i]
        return None

    def is_ahead(self, event: Event) -> bool:
        """Say whether words of its own date an event after publication."""
        return event.time_basis is TimeBasis.EXPRESSION and self.side(event.time) == "future"

    def dated(self, event: Event, token: Token, stance: Stance, only: Enabled) -> Stance:
        """An event dated after publication, by words of its own, has not happened yet."""
        if self.is_ahead(event) and stance.world is World.FACT and not (is_verbal(token) and is_past(token)):
            return apply(FUTURE_TIME, stance, only)
        return stance


def base_rule(token: Token) -> str:
    """Return the rule an event stands by when nothing governs it: how its own word presents it."""
    if not is_verbal(token):
        return NOMINAL
    if is_past(token):
        return "standing.past-tense"
    helpers = auxiliaries(token)
    return "standing.present-tense" if (helpers[0].tag if helpers else token.tag) in {"VBZ", "VBP"} else "standing.no-tense"


def relation(token: Token, stance: Stance, event: Event, clock: Clock) -> Relation:
    """Return where the event lies, seen from the publication date: by its date, else its world, else its tense."""
    side = clock.side(event.time) or clock.when(token)
    if side:
        return Relation(side)
    if stance.world is World.AHEAD:
        return Relation.FUTURE
    if stance.world is not World.FACT:
        return Relation.UNKNOWN
    rule = base_rule(token)
    return Relation.PAST if rule == "standing.past-tense" else Relation.PRESENT if rule == "standing.present-tense" else Relation.UNKNOWN
