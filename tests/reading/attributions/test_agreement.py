"""Encoder and rules together: who wins, and how sure."""

import pytest

from sayso.language.parse import parser
from sayso.language.tokens import Parse
from sayso.model.attribution import Attitude
from sayso.reading.attributions.agreement import agreed, probability, proposals
from sayso.reading.candidates import ENCODER, Candidate

TEXT = "The mayor said the bridge was safe, and engineers doubted it."


@pytest.fixture(scope="module")
def parse() -> Parse:
    return parser().parse(TEXT)


def candidate(parse: Parse, rule: str, source: str, cue: str, content: str, weight: float = 0.9) -> Candidate:
    def tokens(words: str):  # type: ignore[no-untyped-def]
        start = TEXT.index(words)
        return tuple(parse.within(start, start + len(words)))

    start = TEXT.index(content)
    bounds = ((start, start + len(content)),)
    return Candidate(rule, tokens(cue), tokens(source) if source else (), bounds, Attitude.ASSERTS, weight)


def test_a_rule_that_sees_the_same_makes_the_encoder_surer(parse: Parse) -> None:
    learned = candidate(parse, ENCODER, "The mayor", "said", "the bridge was safe")
    rule = candidate(parse, "attributions.verb-clause", "The mayor", "said", "the bridge was safe")
    (alone,) = agreed([learned], [], parse)
    (both,) = agreed([learned], [rule], parse)
    assert both.weight > alone.weight
    assert both.seconded == ("attributions.verb-clause",)
    assert alone.seconded == ()


def test_a_rule_that_names_another_source_does_not(parse: Parse) -> None:
    learned = candidate(parse, ENCODER, "The mayor", "said", "the bridge was safe")
    rule = candidate(parse, "attributions.verb-clause", "engineers", "said", "the bridge was safe")
    contested, rival = proposals([learned], [rule], parse)
    (seconded,) = proposals([learned], [candidate(parse, "x", "The mayor", "said", "the bridge was safe")], parse)
    assert contested.contested and rival.contested
    assert probability(contested.features()) < probability(seconded.features())


def test_of_two_with_one_cue_the_more_probable_stands(parse: Parse) -> None:
    good = candidate(parse, ENCODER, "The mayor", "said", "the bridge was safe", 0.95)
    poor = candidate(parse, ENCODER, "The mayor", "said", "safe", 0.6)
    assert [c.content for c in agreed([poor, good], [], parse)] == [good.content]


def test_what_is_hardly_probable_is_left_out(parse: Parse) -> None:
    assert agreed([candidate(parse, ENCODER, "engineers", "doubted", "it", 0.16)], [], parse) == []
