"""Wording: a date is said as finely as it is known, and a source with all that is known of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.exchange.wording import code, date_words, quoted, shorten, visible, voice
from sayso.model.actor import Actor, ActorKind
from sayso.model.article import Article
from sayso.model.attribution import Source

ARTICLE = Article.of("Some words.", outlet="Harbour Courier")
DATES = {
    "a minute in a zone": ("2026-03-12T07:40+09:00", "12 Mar 2026, 07:40 +09:00"),
    "a minute in universal time": ("2026-03-12T07:40Z", "12 Mar 2026, 07:40 UTC"),
    "an hour": ("2026-03-12T07", "12 Mar 2026, about 07:00"),
    "a part of a day": ("2026-03-12TNI", "night of 12 Mar 2026"),
    "a day": ("2026-03-02", "2 Mar 2026"),
    "a week": ("2026-W11", "week of 9 Mar 2026"),
    "a weekend": ("2026-W11-WE", "weekend of 14 Mar 2026"),
    "a month": ("2026-03", "Mar 2026"),
    "a quarter": ("2026-Q3", "Q3 2026"),
    "half a year": ("2026-H1", "first half of 2026"),
    "a season": ("2026-FA", "autumn 2026"),
    "a year": ("2026", "2026"),
    "a decade": ("199", "1990s"),
    "a century": ("18", "1800s"),
    "an interval": ("2026-03-31/2026-04-01", "31 Mar 2026 to 1 Apr 2026"),
    "before a day": ("../2026-03-12", "before 12 Mar 2026"),
    "from a day on": ("2026-03-12/..", "from 12 Mar 2026 on"),
    "no stretch of calendar": ("PAST_REF", "PAST_REF"),
    "no date in the calendar": ("2026-02-31", "2026-02-31"),
}
SOURCES = {
    "a person in office": (
        Source(None, Actor.of("Telma Quintas", ActorKind.PERSON, country="PRT", office="environment minister"), True),
        "Telma Quintas (person, environment minister, PRT)",
    ),
    "an office named by its own words": (
        Source(None, Actor.of("environment minister", ActorKind.OFFICE, office="environment minister"), True),
        "environment minister (office)",
    ),
    "an outlet": (Source(None, Actor.of("Iberian Wire", ActorKind.OUTLET), True), "Iberian Wire"),
    "two or more unnamed people": (
        Source(None, Actor.of("sources", ActorKind.ANONYMOUS), False, 2, None, "briefed on the talks", "the ministry"),
        "sources (anonymous, 2 or more, briefed on the talks, the ministry)",
    ),
    "one unnamed person": (Source(None, Actor.of("an aide", ActorKind.ANONYMOUS), False, 1, 1), "an aide (anonymous, 1 person)"),
    "between two and four": (Source(None, Actor.of("aides", ActorKind.ANONYMOUS), False, 2, 4), "aides (anonymous, 2 to 4)"),
    "four at most": (Source(None, Actor.of("aides", ActorKind.ANONYMOUS), False, None, 4), "aides (anonymous, at most 4)"),
    "the article's own outlet": (Source(None, Actor.of("", ActorKind.OUTLET), True), "Harbour Courier"),
}


@pytest.mark.parametrize(("value", "words"), DATES.values(), ids=DATES)
def test_date_words_say_a_date_as_finely_as_it_is_known(value: str, words: str) -> None:
    assert date_words(value) == words


@pytest.mark.parametrize(("source", "words"), SOURCES.values(), ids=SOURCES)
def test_voice_keeps_all_that_is_said_of_a_source(source: Source, words: str) -> None:
    assert str(voice(source, ARTICLE)) == words


def test_voice_of_an_outlet_nobody_knows_is_this_article() -> None:
    assert str(voice(Source(None, Actor.of("", ActorKind.OUTLET), True), Article.of("Some words."))) == "this article"


@given(st.text(), st.integers(2, 40))
def test_shorten_keeps_within_its_room(text: str, room: int) -> None:
    assert len(shorten(text, room)) <= room


@given(st.text())
def test_visible_words_all_show(text: str) -> None:
    assert all(c.isprintable() or c in "\u200c\u200d" for c in visible(text))


@pytest.mark.parametrize(("character", "written"), [("\x1b", "\\x1b"), ("\u202e", "\\u202e"), ("\ud800", "\\ud800")])
def test_code_names_a_character(character: str, written: str) -> None:
    assert code(character) == written


@pytest.mark.parametrize("words", ["", '"', "no meeting", "“no”"])
def test_quoted_words_stand_in_one_pair_of_marks(words: str) -> None:
    assert quoted(words).count("“") <= 1
