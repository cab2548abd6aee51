"""What rules and encoder make of an event's type together: how probable it is that a coder of PLOVER files it, and under which type.

The rules know words and their objects, the encoder has seen sentences coded by people. It names the type that is filed (a planned visit is
AGREE there), so what the rules say is compared as PLOVER would see it. The odds of each type at each word are a sum of weights, fitted to
sentences that the encoder was not trained on (``bench/train/calibrate_events.py``).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sayso.language.encoder.decode import Floats
from sayso.language.encoder.roles import STANDINGS, TYPES
from sayso.language.lexicon import lexicon
from sayso.language.tokens import Parse, Token
from sayso.model.event import EventType, Relation, StandingLabel
from sayso.model.plover import BACKED, merged, plover_view
from sayso.reading.events.triggers import Trigger
from sayso.reading.heard import EVENTS, Hearing

_NAMES_EVENTS = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})
_LOUD = 0.2  # a word that no rule knows is an event's when the encoder is at least so sure of one type
_RETYPED = 0.5  # what a rule calls so, or calls nothing, gets another type when that is at least so probable
_FAINT = 0.02  # of types less probable nothing is asked, unless the rules say so
_SURE, _EVENTFUL = 0.8, 0.7  # what a rule is so sure of is backed where the sentence shows some event at least so probably;
_LIKELY, _BETWEEN = 0.7, 0.3  # so is, between two countries, what it is so sure of, where it shows some event so probably
_BACKED = 0.25  # how often coders who file one event a sentence file what is backed, on held-out sentences


@dataclass(frozen=True, slots=True)
class Reading:
    """One type that one word may be filed under, with the weight of all that speaks for it: the features of a logistic regression.

    ``native`` is the type with which the event is kept if this wins.
    """

    trigger: Trigger
    column: int
    native: EventType
    features: dict[str, float]

    @property
    def probability(self) -> float:
        """How probable it is that a coder files it."""
        weights = lexicon("event_weights", "zxx")["weights"]
        odds = sum(weights.get(name, 0.0) * value for name, value in self.features.items())
        return 1 / (1 + math.exp(-odds))


def weighed(
    found: Sequence[Trigger], parse: Parse, hearing: Hearing, abroad: Callable[[Trigger], bool], *, may_back: bool = True
) -> list[Trigger]:
    """Return the triggers with the likeliest type of each and its probability, and those that the encoder alone hears, in text order.

    ``abroad`` says whether a trigger's event is one country's to another. What the encoder does not hear under a rule's type is backed
    (events.backed) where the rule is sure and the sentence shows some event: coders file one event a sentence, articles hold more.

    A sentence shows a type, and the encoder cannot always tell by which word: what it hears at words for which no rule speaks is one event
    of that type at most, at the likeliest of them, and none where a rule's word is filed under it.
    """
    best: dict[int, tuple[float, Reading]] = {}
    for _, rivals in groupby(sorted(readings(found, parse, hearing), key=_rivalry), key=_rivalry):
        for sure, reading in _standing_out([(reading.probability, reading) for reading in rivals]):
            i = reading.trigger.token.i
            if i not in best or sure > best[i][0]:
                best[i] = sure, reading
    made = []
    for trigger in found:
        backed = may_back and _is_backed(trigger, hearing, abroad)
        made.append(_decided(trigger, best.get(trigger.token.i), (BACKED,) if backed else ()))
    known = {trigger.token.i for trigger in found}
    alone = [(sure, reading) for i, (sure, reading) in best.items() if i not in known and sure >= _RETYPED]
    made += [_decided(reading.trigger, (sure, reading)) for sure, reading in alone]
    return sorted(made, key=lambda trigger: trigger.token.i)


def _rivalry(reading: Reading) -> tuple[int, int]:
    return reading.trigger.token.sent.index, reading.column


def _standing_out(rivals: Sequence[tuple[float, Reading]]) -> list[tuple[float, Reading]]:
    """Of the readings of one sentence and type those of rules, and if none of those is probable the one best heard."""
    ruled = [(sure, reading) for sure, reading in rivals if "rule" in reading.features]
    others = [(sure, reading) for sure, reading in rivals if "rule" not in reading.features]
    if not others or any(sure >= _RETYPED for sure, _ in ruled):
        return ruled
    return [*ruled, max(others, key=lambda pair: (pair[1].features["heard"], -pair[1].trigger.token.i))]


def _is_backed(trigger: Trigger, hearing: Hearing, abroad: Callable[[Trigger], bool]) -> bool:
    if trigger.type is None or trigger.confidence < _LIKELY:
        return False
    tokens = trigger.token.sent.tokens
    eventful = float(1 - (1 - hearing.types[tokens[0].i : tokens[-1].i + 1]).prod())
    return (trigger.confidence >= _SURE and eventful >= _EVENTFUL) or (eventful >= _BETWEEN and abroad(trigger))


def _decided(trigger: Trigger, won: tuple[float, Reading] | None, backed: tuple[str, ...] = ()) -> Trigger:
    """The trigger under the type that won; it keeps what a rule says unless another is probable."""
    sure, reading = won or (0.0, None)
    if reading and reading.native is not trigger.type and sure >= _RETYPED:
        return replace(trigger, type=reading.native, mode=None, rule=EVENTS, confidence=sure, steps=(trigger.rule, EVENTS))
    least = _BACKED if backed else _FAINT
    if trigger.type is None:
        confidence = 1 - sure if reading else least
    else:
        confidence = max(sure, least) if reading and reading.native is trigger.type else least
    return replace(trigger, confidence=confidence, steps=(trigger.rule, EVENTS, *backed))


def readings(found: Sequence[Trigger], parse: Parse, hearing: Hearing) -> Iterator[Reading]:
    """Yield every type that a trigger, or a word that only the encoder takes for one, may be filed under."""
    for tokens in (sentence.tokens for sentence in parse.sentences if sentence.tokens):
        here = slice(tokens[0].i, tokens[-1].i + 1)
        whole = 1 - (1 - hearing.types[here]).prod(0)
        triggers = [trigger for trigger in found if here.start <= trigger.token.i < here.stop]
        taken = {trigger.token.i for trigger in triggers} | {trigger.noun.i for trigger in triggers if trigger.noun}
        loud = [token for token in tokens if token.i not in taken and _is_loud(token, hearing)]
        for trigger in (*triggers, *(Trigger(token, None, None, EVENTS, 0.0) for token in loud)):
            yield from _of(trigger, hearing, whole)


def _is_loud(token: Token, hearing: Hearing) -> bool:
    return token.pos in _NAMES_EVENTS and not token.ent and float(hearing.types[token.i].max()) >= _LOUD


def _of(trigger: Trigger, hearing: Hearing, whole: Floats) -> Iterator[Reading]:
    places = [token.i for token in (trigger.token, trigger.noun) if token is not None]
    own = hearing.types[places].max(0)
    standing = StandingLabel(STANDINGS[int(hearing.standing[places[-1]].argmax())])
    view = plover_view(trigger.type, standing, Relation.FUTURE) if trigger.type else None  # what is denied ahead is refused
    ruled = TYPES.index(merged(view)) if view else None
    for column, name in enumerate(TYPES):
        if column == ruled or own[column] >= _FAINT:
            says = trigger.rule if column == ruled else f"{trigger.rule} otherwise" if ruled is not None else "events.other"
            features = {"heard": _odds(own[column]), "sentence": _odds(whole[column]), says: 1.0}
            if column == ruled:
                features["rule"] = _odds(trigger.confidence)
            native = trigger.type if column == ruled and trigger.type else _native(name, standing)
            yield Reading(trigger, column, native, features)


def _native(name: str, standing: StandingLabel) -> EventType:
    """The type of the deed; YIELD is a deed where it is done, else words."""
    if name != "YIELD":
        return EventType(name)
    return EventType.RETREAT if standing is StandingLabel.HAPPENED else EventType.CONCEDE


def _odds(probability: float) -> float:
    sure = min(max(float(probability), 0.002), 0.998)
    return math.log(sure / (1 - sure))
