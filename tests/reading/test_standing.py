"""How events stand, and according to whom."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.parse import parser
from sayso.language.tokens import Parse
from sayso.model.actor import Actor, ActorKind
from sayso.model.attribution import Attitude, Attribution, Quotation, Source
from sayso.model.event import Certainty, Event, Relation, Standing, StandingLabel, TimeBasis
from sayso.model.moment import Moment
from sayso.model.span import Span
from sayso.model.time import TimeExpression, TimeType
from sayso.reading.standing import standings
from sayso.reading.standing.signs import KINDS, _table
from sayso.reading.standing.stance import Signature, Stance, World

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases" / "standing.jsonl").read_text("utf-8").splitlines()]
DCT = Moment.parse("2025-05-12")
OUTLET = Source(None, Actor.of("Port Gazette", ActorKind.OUTLET), named=True)
WORDS = [
    "The",
    "talks",
    "did",
    "not",
    "will",
    "fail",
    "to",
    "meet",
    "if",
    "no",
    "and",
    ",",
    "said",
    "the",
    "envoy",
    "who",
    "“",
    "planned",
    ".",
]


def marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["why"], strict=True)] if case["status"] == "known-failure" else []


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.cut(text, start, start + len(words))


def event(text: str, trigger: str, **fields: Any) -> Event:
    return Event(f"e-{trigger}", at(text, trigger), at(text, trigger), None, "events.test", **fields)


def said(name: str, text: str, cue: str | None, *content: str, attitude: Attitude = Attitude.ASSERTS) -> Attribution:
    spans = tuple(at(text, words) for words in content)
    return Attribution(name, (OUTLET,), at(text, cue) if cue else None, spans, attitude, Quotation.INDIRECT, "attributions.test")


def stand(text: str, *triggers: str, attributions: tuple[Attribution, ...] = (), only: frozenset[str] | None = None) -> list[Standing]:
    happenings = tuple(event(text, trigger) for trigger in triggers)
    return list(standings(parse(text), happenings, attributions, (), DCT, only=only))


def parse(text: str) -> Parse:
    return parser().parse(text)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"], marks=marks(case)) for case in CASES])
def test_standing_says_what_the_words_commit_to(case: dict[str, Any]) -> None:
    assert stand(case["text"], case["trigger"])[0].label == case["expect"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES if case["expect"] != "happened"])
def test_standing_never_calls_happened_what_is_not_said_to_have(case: dict[str, Any]) -> None:
    assert stand(case["text"], case["trigger"])[0].label != StandingLabel.HAPPENED


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_standing_replays_from_its_steps_alone(case: dict[str, Any]) -> None:
    first = stand(case["text"], case["trigger"])
    assert stand(case["text"], case["trigger"], only=frozenset(first[0].steps)) == first


def test_standing_is_according_to_the_innermost_attribution() -> None:
    text = "The ministry said the envoy claimed that the rebels had crossed the river."
    outer = said("outer", text, "said", "the envoy claimed that the rebels had crossed the river")
    inner = said("inner", text, "claimed", "that the rebels had crossed the river")
    found = stand(text, "said", "claimed", "crossed", attributions=(outer, inner))
    assert [standing.according_to for standing in found] == [None, "outer", "inner"]


def test_standing_of_a_refusal_is_according_to_whoever_refuses() -> None:
    text = "The palace declined to comment."
    refusal = said("refusal", text, "declined to comment", attitude=Attitude.DECLINES)
    assert stand(text, "declined", attributions=(refusal,))[0].according_to == "refusal"


@pytest.mark.parametrize(
    ("attitude", "label"),
    [
        pytest.param(Attitude.ASSERTS, "happened", id="an assertion leaves it"),
        pytest.param(Attitude.DENIES, "denied", id="a denial denies it"),
        pytest.param(Attitude.DOUBTS, "possible", id="a doubt opens it"),
        pytest.param(Attitude.INTENDS, "planned", id="an intention puts it ahead"),
    ],
)
def test_standing_takes_the_attitude_of_a_source_whose_cue_stands_apart(attitude: Attitude, label: str) -> None:
    text = "The rebels crossed the river."
    apart = said("apart", text, None, "The rebels crossed the river", attitude=attitude)
    assert stand(text, "crossed", attributions=(apart,))[0].label == label


def test_standing_counts_a_cue_that_governs_the_event_once() -> None:
    text = "The ministry denied that its troops crossed the river."
    denial = said("denial", text, "denied", "that its troops crossed the river", attitude=Attitude.DENIES)
    assert stand(text, "crossed", attributions=(denial,))[0].label == StandingLabel.DENIED


def test_standing_puts_ahead_what_a_later_date_is_said_of() -> None:
    text = "The summit takes place on 20 May in Dakar."
    date = TimeExpression(at(text, "20 May"), TimeType.DATE, "2025-05-20", "times.test", moment=Moment.parse("2025-05-20"))
    found = standings(parse(text), (event(text, "takes"), event(text, "summit")), (), (date,), DCT)
    assert [(s.label, s.relation) for s in found] == [("planned", "future"), ("planned", "future")]


def test_standing_leaves_a_past_tense_past_whatever_the_date_beside_it() -> None:
    text = "They agreed on 20 May."
    date = TimeExpression(at(text, "20 May"), TimeType.DATE, "2025-05-20", "times.test", moment=Moment.parse("2025-05-20"))
    assert standings(parse(text), (event(text, "agreed"),), (), (date,), DCT)[0].label == StandingLabel.HAPPENED


def test_standing_puts_ahead_an_event_dated_after_publication() -> None:
    text = "A summit in Dakar."
    later = event(text, "summit", time=Moment.parse("2025-06"), time_basis=TimeBasis.EXPRESSION)
    assert standings(parse(text), (later,), (), (), DCT)[0].label == StandingLabel.PLANNED


def test_standing_says_when_and_how_surely() -> None:
    sought, met = stand("The premier, who met the envoy, seeks to visit.", "visit", "met")
    assert (sought.certainty, sought.polarity, sought.relation) == (Certainty.UNKNOWN, True, Relation.FUTURE)
    assert (met.certainty, met.polarity, met.relation) == (Certainty.CERTAIN, True, Relation.PAST)


def test_standing_stays_silent_where_its_rules_are_not_named() -> None:
    assert stand("They met.", "met", only=frozenset()) == []
    assert stand("They did not meet.", "meet", only=frozenset({"standing.past-tense"}))[0].label == StandingLabel.HAPPENED


@pytest.mark.parametrize("kind", KINDS)
def test_signatures_of_the_lexicon_are_sound(kind: str) -> None:
    for signature in _table(kind).values():
        for positive in (True, False):
            made = signature.apply(Stance(positive=positive))
            assert made.steps in ((), (signature.rule,))


@pytest.mark.parametrize("world", list(World))
def test_signatures_never_make_firmer_what_is_open_but_for_facts(world: World) -> None:
    outer = Stance(world)
    for effect in ("same", "flip", "not", "ahead", "open", "contrary", "later", "adjunct"):
        assert Signature("standing.test", effect, effect).apply(outer).world >= world


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_standing_never_dies_on_odd_sentences_and_repeats_itself(pieces: list[str]) -> None:
    text = " ".join(pieces)
    tree = parse(text)
    happenings = tuple(Event(f"e{token.i}", tree.span([token]), tree.span([token]), None, "events.test") for token in tree.tokens)
    found = standings(tree, happenings, (), (), DCT)
    assert len(found) == len(happenings)
    assert standings(tree, happenings, (), (), DCT) == found
    for made, happening in zip(found, happenings, strict=True):
        assert standings(tree, (happening,), (), (), DCT, only=frozenset(made.steps)) == (made,)
