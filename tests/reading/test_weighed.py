"""What rules and encoder make of an event together: neither is deaf to the other, and every step names who had a hand in it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from sayso.language.encoder.roles import SIDES, STANDINGS, TYPES
from sayso.language.parse import parser
from sayso.language.tokens import Parse
from sayso.model.event import EventType, StandingLabel
from sayso.model.plover import BACKED
from sayso.reading.events.triggers import Trigger
from sayso.reading.events.weighed import readings
from sayso.reading.events.weighed import weighed as weighed_types
from sayso.reading.heard import EVENTS, STANDING, Hearing
from sayso.reading.standing.stance import Stance, World
from sayso.reading.standing.weighed import Weights, weighed

PLAN = Stance(World.AHEAD, steps=("standing.verb-plan",))


def heard(label: str, sure: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    row = np.full(len(STANDINGS), (1 - sure) / (len(STANDINGS) - 1), np.float32)
    row[STANDINGS.index(label)] = sure
    return row


def hearing(parse: Parse, **shown: tuple[str, float]) -> Hearing:
    """A hearing in which these words show these types, and everything happened."""
    types = np.full((len(parse.tokens), len(TYPES)), 0.001, np.float32)
    for token in parse.tokens:
        if token.text in shown:
            name, sure = shown[token.text]
            types[token.i, TYPES.index(name)] = sure
    standing = np.tile(heard("happened", 0.97), (len(parse.tokens), 1))
    return Hearing((), standing, types, np.zeros((len(parse.tokens), len(SIDES)), np.float32))


def at_home(trigger: Trigger) -> bool:
    return False


def abroad(trigger: Trigger) -> bool:
    return True


@pytest.mark.parametrize("label", STANDINGS)
def test_weights_prefer_what_is_heard_where_the_rules_are_silent(label: str) -> None:
    sure = Weights(heard=1.0, least=0.5, against=0.7, other=0.85, shift=0.0, slope=1.0, rules={}).probabilities(
        ["unknown"], heard(label, 0.7)
    )
    assert STANDINGS[int(sure.argmax())] == label
    assert sure.sum() == pytest.approx(1)


def test_a_plan_heard_as_a_plan_stays_one_and_names_both() -> None:
    stance, confidence = weighed(PLAN, heard("planned", 0.97), nominal=False)
    assert stance.label is StandingLabel.PLANNED
    assert stance.steps == ("standing.verb-plan", STANDING)
    assert confidence > 0.5


def test_what_lies_ahead_has_not_happened_however_it_is_heard() -> None:
    stance, _ = weighed(PLAN, heard("happened", 0.99), nominal=True, ahead=True)
    assert stance.label is not StandingLabel.HAPPENED


def test_what_the_rules_deny_and_the_encoder_hears_denied_keeps_its_world() -> None:
    contrary = Stance(World.CONTRARY, positive=False, steps=("standing.unreal-perfect",))
    stance, _ = weighed(contrary, heard("denied", 0.97), nominal=False)
    assert stance.label is StandingLabel.COUNTERFACTUAL


def test_a_word_of_no_type_gets_the_one_that_is_heard() -> None:
    parse = parser().parse("Norrmark snubbed the envoys.")
    verb = Trigger(parse.tokens[1], None, None, "events.other", 0.5)
    (made,) = weighed_types([verb], parse, hearing(parse, snubbed=("REJECT", 0.99)), at_home)
    assert (made.type, made.rule, made.steps) == (EventType.REJECT, EVENTS, ("events.other", EVENTS))


def test_a_type_heard_at_several_words_is_one_event() -> None:
    parse = parser().parse("The unrest and mayhem went on.")
    made = weighed_types([], parse, hearing(parse, unrest=("PROTEST", 0.99), mayhem=("PROTEST", 0.98)), at_home)
    assert [trigger.token.text for trigger in made if trigger.type] == ["unrest"]


@pytest.mark.parametrize(
    "sure, sides, shown, backed",
    [
        pytest.param(0.85, at_home, 0.9, True, id="a sure rule where something happens"),
        pytest.param(0.85, at_home, 0.1, False, id="a sure rule where nothing does"),
        pytest.param(0.7, abroad, 0.9, True, id="a likely rule between two countries"),
        pytest.param(0.7, at_home, 0.9, False, id="a likely rule at home"),
    ],
)
def test_what_rules_file_stays_an_event_where_the_sentence_shows_some(
    sure: float, sides: Callable[[Trigger], bool], shown: float, backed: bool
) -> None:
    parse = parser().parse("Norrmark detained the envoys amid protests.")
    verb = Trigger(parse.tokens[1], EventType.COERCE, None, "events.verb", sure)
    made = weighed_types([verb], parse, hearing(parse, protests=("PROTEST", shown)), sides)
    (kept,) = [trigger for trigger in made if trigger.token.i == 1]
    assert (kept.type, BACKED in kept.steps) == (EventType.COERCE, backed)


def test_nothing_is_asked_of_words_that_show_nothing() -> None:
    parse = parser().parse("The weather was fine.")
    assert list(readings([], parse, hearing(parse))) == []
