"""Who phrases stand for, and where an article mentions whom."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.parse import parser
from sayso.model.actor import ActorKind, How, Mention
from sayso.model.moment import Moment
from sayso.reading.actors import MentionIndex, actor_of, mentions
from sayso.reading.times import times

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases" / "actors.jsonl").read_text("utf-8").splitlines()]
DAY = Moment.parse("2025-10-18")


def marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["why"], strict=True)] if case["status"] == "known-failure" else []


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"], marks=marks(case)) for case in CASES])
def test_actor_of_tells_country_sector_and_kind(case: dict[str, Any]) -> None:
    actor = actor_of(case["text"], date=Moment.parse(case["date"]) if case["date"] else None)
    assert {"country": actor.country, "sector": actor.sector, "kind": actor.kind.value} == case["expect"]


def test_actor_of_takes_the_only_country_of_the_context() -> None:
    assert actor_of("the defence minister", context="German").country == "DEU"
    assert actor_of("the defence minister", context="Germany and France").country is None


def read(text: str) -> tuple[Mention, ...]:
    return mentions(parser().parse(text), DAY)


def meant(text: str, words: str) -> list[str]:
    return sorted(mention.actor.name for mention in read(text) if mention.span.text == words)


def test_mentions_prove_their_words_and_go_in_text_order() -> None:
    text = "Kenya's president met the Ugandan leader in Kampala, the White House said."
    found = read(text)
    assert [mention.span.check(text) for mention in found] == sorted(mention.span for mention in found)
    assert ("the White House", How.METONYM) in [(mention.span.text, mention.how) for mention in found]


def test_mentions_of_a_surname_are_of_the_full_name_before_it() -> None:
    found = read("Environment Minister Telma Quintas resigned on Monday. Quintas gave no reason.")
    people = [mention.actor for mention in found if mention.actor.kind is ActorKind.PERSON]
    assert [person.name for person in people] == ["Telma Quintas", "Telma Quintas"]
    assert people[1].office == "environment minister"


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        pytest.param("Xi Jinping arrived in Lima. He will stay a week.", "He", ["Xi Jinping"], id="a subject of the sentence before"),
        pytest.param("Xi Jinping met Vladimir Putin. Putin thanked him.", "him", ["Xi Jinping"], id="no object is its own verb's subject"),
        pytest.param("Trump left Oslo. She stayed.", "She", [], id="no woman in sight"),
        pytest.param("The South Korean officials left because they were late.", "they", ["South Korean officials"], id="a plural noun"),
        pytest.param("Xi Jinping flew to see Vladimir Putin. The two left.", "The two", ["Vladimir Putin", "Xi Jinping"], id="two people"),
        pytest.param("Chile wrote to Peru. Both sides want peace.", "Both sides", ["Chile", "Peru"], id="both sides"),
    ],
)  # fmt: skip
def test_mentions_of_pronouns_and_pairs(text: str, words: str, names: list[str]) -> None:
    assert meant(text, words) == names


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        pytest.param("The Kenyan president opened the port on Friday.", "William Ruto", id="the day of publication"),
        pytest.param("In 2015 the Kenyan president opened the port.", "Uhuru Kenyatta", id="a year before"),
        pytest.param("The Kenyan president opened the port in June 2010.", "Mwai Kibaki", id="a month behind the verb"),
        pytest.param("The Kenyan president said the 2015 flood was over.", "William Ruto", id="a year that dates a noun"),
        pytest.param("The Kenyan president will open it in 2031.", "William Ruto", id="a time to come"),
        pytest.param("In 2022 the Kenyan president opened the port.", None, id="a year of two presidents"),
        pytest.param("The then Kenyan president opened it in 2015.", "Uhuru Kenyatta", id="then, with a time"),
        pytest.param("The then Kenyan president opened the port.", None, id="then, without one"),
        pytest.param("The former Kenyan president gave a speech.", "Uhuru Kenyatta", id="whom the present one followed"),
        pytest.param("A former Kenyan president gave a speech.", None, id="any former one"),
        pytest.param("The Kenyan presidents gave speeches.", None, id="more than one"),
        pytest.param("The head of the IMF gave a speech.", "Kristalina Georgieva", id="the head of a body"),
    ],
)  # fmt: skip
def test_mentions_of_an_office_are_resolved_at_the_time_meant(text: str, holder: str | None) -> None:
    parse = parser().parse(text)
    found = [each for each in mentions(parse, DAY, times=times(parse, DAY)) if each.actor.office]
    assert [each.actor.holder for each in found] == [holder] or (holder is None and not found)


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        pytest.param("A Finnish judge left. The judge said no.", "The judge", "FIN", "JUD", id="a noun brought in before"),
        pytest.param("Osman Dereli, a Turkish general, left. The general said no.", "The general", "TUR", "MIL", id="one in apposition"),
        pytest.param("The Finnish police chief, Marek Dubal, left.", "Marek Dubal", "FIN", "COP", id="a name behind its title"),
        pytest.param("A Finnish judge left. A judge said no.", "A judge", None, "JUD", id="not an indefinite one"),
        pytest.param("A Finnish judge left. The Peruvian judge said no.", "The Peruvian judge", "PER", "JUD", id="no other country's"),
        pytest.param("Milan Petrak, the Czech ambassador to Oslo, left.", "Milan Petrak", "CZE", "GOV", id="a city in a name"),
    ],
)  # fmt: skip
def test_mentions_of_who_was_brought_in_before(text: str, words: str, country: str | None, sector: str) -> None:
    found = [mention.actor for mention in read(text) if mention.span.text == words]
    assert [(actor.country, actor.sector) for actor in found] == [(country, sector)]


def test_mentions_of_an_adjective_before_a_noun_that_is_nobody() -> None:
    assert meant("The Danish decision surprised many.", "Danish") == ["Danish"]


def test_mentions_keep_to_the_rules_named() -> None:
    parse = parser().parse("Trump said he would call Seoul.")
    assert {mention.rule for mention in mentions(parse, DAY, only=frozenset({"actors.pronoun"}))} == {"actors.pronoun"}


def test_mention_index_finds_a_mention_by_its_head() -> None:
    parse = parser().parse("The South Korean president met reporters.")
    index = MentionIndex(parse, mentions(parse, DAY))
    head = next(token for token in parse.tokens if token.text == "president")
    assert [mention.actor.country for mention in index.at(head)] == ["KOR"]
    assert not index.at(parse.tokens[4])


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Trump", "the", "two", "both", "sides", "he", "of", "Korea", ",", "-", "'s", "”", "\n", "met", "U.S."]),
        max_size=25,
    )
)
def test_mentions_of_odd_texts_prove_their_words(words: list[str]) -> None:
    text = " ".join(words)
    for mention in read(text):
        mention.span.check(text)
