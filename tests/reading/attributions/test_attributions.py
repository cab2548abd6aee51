"""Who says what: the cases as data, and what must hold of any text."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.parse import parser
from sayso.model.actor import Actor, ActorKind, How, Mention
from sayso.model.attribution import Attribution
from sayso.model.span import Span
from sayso.reading.attributions import attributions
from sayso.reading.heard import listen

CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "attributions.jsonl").read_text("utf-8").splitlines()]
WORDS = [*"“”.,:«」—\"'\n", "The", "envoy", "said", "that", "told", "CNN", "according", "to", "who", "denied", "he", "talks", "“No"]


def marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["why"], strict=True)] if case["status"] == "known-failure" else []


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def read(text: str, only: frozenset[str] | None = None) -> tuple[Attribution, ...]:
    parse = parser().parse(text)
    return attributions(parse, (), listen(parse), only=only)


def is_meant(wanted: dict[str, Any], ours: Attribution) -> bool:
    """Content at least half right, source and what else the case names exactly right."""
    theirs, own = words(wanted["content"] or ""), words(" ".join(span.text for span in ours.content))
    shared = sum(min(theirs.count(word), own.count(word)) for word in set(theirs))
    near = shared >= 0.75 * max(len(theirs), len(own)) if theirs else not own
    source = ours.source.span.text if ours.source.span else None
    fields = {"attitude": ours.attitude.value, "quotation": ours.quotation.value}
    return near and source == wanted["source"] and all(fields[name] == wanted[name] for name in fields if name in wanted)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"], marks=marks(case)) for case in CASES])
def test_attributions_are_those_a_reader_finds(case: dict[str, Any]) -> None:
    found = read(case["text"])
    for wanted in case["expect"]:
        assert any(is_meant(wanted, ours) for ours in found), [
            (a.source.span, a.cue, [s.text for s in a.content], a.attitude, a.quotation) for a in found
        ]
    assert case["expect"] or not found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_attributions_prove_their_words_and_are_the_same_again(text: str) -> None:
    found = read(text)
    for attribution in found:
        for span in (*attribution.content, *([attribution.cue] if attribution.cue else [])):
            span.check(text)
    assert found == read(text)
    assert len({attribution.id for attribution in found}) == len(found)


def test_attributions_rules_not_named_stay_silent() -> None:
    text = "The envoy said the talks were over. According to the ministry, they continue."
    found = {rule for a in read(text) for rule in (a.rule, *a.seconded)}
    assert found == {"attributions.encoder", "attributions.verb-clause", "attributions.according-to"}
    assert {a.rule for a in read(text, frozenset({"attributions.according-to"}))} == {"attributions.according-to"}
    assert read(text, frozenset()) == ()


def test_attributions_take_who_a_pronoun_is_from_the_mentions() -> None:
    text = "He said the talks were over."
    envoy = Actor.of("Olave Stern", ActorKind.PERSON)
    mention = Mention(Span.cut(text, 0, 2), envoy, How.PRONOUN, "actors.pronoun")
    parse = parser().parse(text)
    (attribution,) = attributions(parse, (mention,), listen(parse))
    assert (attribution.source.actor, attribution.source.span) == (envoy, mention.span)


def test_attributions_say_inside_which_they_stand() -> None:
    outer, inner = read("The mayor said the governor had promised to repair the road.")
    assert (outer.inside, inner.inside) == (None, outer.id)


def test_attributions_of_nothing_are_none() -> None:
    assert read("") == ()
    assert read('""""') == ()
