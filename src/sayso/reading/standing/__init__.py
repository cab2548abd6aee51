"""Standing: whether each event happened, and according to whom.

From the top of the sentence down to the event's own word, each governor hands a stance to what it governs (``links``), and each word's own
modals, negations and hedges change it (``own``); the words' signatures are data (``language/data/en/standing.toml``). What comes out is
what the source of the words commits to (FactBank; Saurí and Pustejovsky 2009), never what is true.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.tokens import Parse, Token
from sayso.model.attribution import Attribution
from sayso.model.event import Event, Standing, StandingLabel
from sayso.model.moment import Moment
from sayso.model.time import TimeExpression
from sayso.reading.heard import STANDING, Hearing
from sayso.reading.standing.attitudes import innermost, with_attitude
from sayso.reading.standing.clock import NOMINAL, Clock, base_rule, relation
from sayso.reading.standing.links import TO_COME, link
from sayso.reading.standing.own import Enabled, apply, own_words
from sayso.reading.standing.stance import Stance
from sayso.reading.standing.tree import DEEPEST, governor, is_infinitive, is_verbal
from sayso.reading.standing.weighed import weighed

__all__ = ["standings"]


def standings(
    parse: Parse,
    events: tuple[Event, ...],
    attributions: tuple[Attribution, ...],
    times: tuple[TimeExpression, ...],
    dct: Moment | None,
    hearing: Hearing | None = None,
    *,
    only: frozenset[str] | None = None,
) -> tuple[Standing, ...]:
    """Return one Standing for each event, according to the innermost attribution that holds its trigger, or to the author.

    Without a ``hearing`` the rules are alone.
    """
    hearing = hearing if only is None or STANDING in only else None
    clock = Clock(parse, times, dct)
    made = []
    for event in events:
        tokens = parse.within(event.trigger.start, event.trigger.end)
        if not tokens:
            continue
        standing = _standing(named(tokens), event, innermost(event, attributions), clock, hearing, only)
        if standing:
            made.append(standing)
    return tuple(made)


def named(tokens: Sequence[Token]) -> Token:
    """Return the token of a trigger that hangs on something outside it."""
    inside = set(tokens)
    return next((token for token in tokens if token.head is token or token.head not in inside), tokens[0])


def _standing(
    token: Token, event: Event, said: Attribution | None, clock: Clock, hearing: Hearing | None, only: Enabled
) -> Standing | None:
    base = base_rule(token)
    if only is not None and base not in only:
        return None
    stance = ruled(token, event, said, clock, only)
    confidence = 0.9 if stance.label is StandingLabel.HAPPENED else 0.7
    if hearing is not None:
        stance, confidence = weighed(stance, hearing.standing[token.i], nominal=base == NOMINAL, ahead=clock.is_ahead(event))
    return Standing(
        event=event.id,
        label=stance.label,
        certainty=stance.certainty,
        polarity=stance.positive,
        relation=relation(token, stance, event, clock),
        according_to=said.id if said else None,
        rule=stance.steps[-1] if stance.steps else base,
        confidence=confidence,
        steps=(base, *stance.steps),
    )


def ruled(token: Token, event: Event, said: Attribution | None, clock: Clock, only: Enabled) -> Stance:
    """Return the stance that the rules give an event whose word is ``token``."""
    stance, path = stance_of(token, clock, only)
    stance = with_attitude(stance, said, path, only)
    return clock.dated(event, token, stance, only)


def stance_of(token: Token, clock: Clock, only: Enabled) -> tuple[Stance, list[Token]]:
    """Return the stance of one word, and the words from it up to the top of its sentence."""
    path = [token]
    between: list[tuple[Token, ...]] = []
    while len(path) < DEEPEST:
        over, prepositions = governor(path[-1])
        if over is None or over in path:
            break
        path.append(over)
        between.append(prepositions)
    stance = Stance()
    for place in range(len(path) - 1, -1, -1):
        here = path[place]
        if place < len(path) - 1:
            stance = link(here, path[place + 1], between[place], stance, only)
        elif is_verbal(here) and is_infinitive(here):
            stance = apply(TO_COME, stance, only)
        stance = own_words(here, path[place - 1] if place else None, stance, clock.when, only)
    return stance, path
