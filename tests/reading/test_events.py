"""Events: triggers, types and sides."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.parse import parser
from sayso.model.event import Event, EventType
from sayso.model.span import Span
from sayso.reading.actors import mentions
from sayso.reading.events import events, events_at
from sayso.reading.events.words import event_words

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases" / "events.jsonl").read_text("utf-8").splitlines()]


def marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["why"], strict=True)] if case["status"] == "known-failure" else []


def read(text: str) -> tuple[Event, ...]:
    parse = parser().parse(text)
    return events(parse, mentions(parse, None))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"], marks=marks(case)) for case in CASES])
def test_events_of_a_sentence(case: dict[str, Any]) -> None:
    found = read(case["text"])
    if case["expect"] is None:
        assert not found
        return
    event = next(event for event in found if event.trigger.text == case["expect"]["trigger"])
    sides = {side: [mention.actor.country for mention in getattr(event, side)] for side in ("actors", "recipients")}
    assert {"trigger": event.trigger.text, "type": event.type and event.type.value, **sides} == case["expect"]


def test_events_give_one_row_for_one_happening() -> None:
    typed = [event for event in read("Chile and Peru held a meeting in Arica.") if event.type]
    assert [(event.trigger.text, event.phrase.text) for event in typed] == [("held", "held a meeting in Arica")]


def test_events_put_what_was_promised_into_the_phrase() -> None:
    event = read("Kenya promised to release the sailors.")[0]
    assert event.type is EventType.AGREE
    assert event.phrase.text == "promised to release the sailors"


def test_events_keep_to_the_rules_named() -> None:
    parse = parser().parse("Kenya attacked Eritrea after the talks.")
    found = events(parse, mentions(parse, None), only=frozenset({"events.noun"}))
    assert [event.trigger.text for event in found] == ["talks"]


def test_events_at_codes_every_place_in_the_order_given() -> None:
    text = "Kenya attacked Eritrea. The weather was fine."
    parse = parser().parse(text)
    spans = [Span.cut(text, 28, 35), Span.cut(text, 6, 14)]
    found = events_at(parse, mentions(parse, None), spans)
    assert [(event.trigger, event.type) for event in found] == [(spans[0], None), (spans[1], EventType.ASSAULT)]


def test_event_ids_follow_from_the_words_and_their_place() -> None:
    text = "Kenya attacked Eritrea. Kenya attacked Eritrea."
    assert read(text) == read(text)
    assert len({event.id for event in read(text)}) == len(read(text))


def test_event_words_know_every_type() -> None:
    known = {pattern.type for patterns in event_words().verbs.values() for pattern in patterns}
    assert known == {*EventType, None}


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Kenya", "met", "and", "attack", "the", "of", "by", "to", "refused", "talks", "with", "who", ",", "“", "held"]),
        max_size=25,
    )
)
def test_events_of_odd_texts_prove_their_words(words: list[str]) -> None:
    text = " ".join(words)
    for event in read(text):
        event.trigger.check(text)
        event.phrase.check(text)
        assert event.phrase.holds(event.trigger)
