"""Claims are found by words, names, values and dates, the newest first or the best first, a page at a time."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import QueryError, UsageError
from sayso.ledger.base import Sort
from sayso.model.judgement import Correction, Verdict
from tests.ledger.story import Store
from tests.readings import plain, summit

PLANNED = "Portugal and Spain are planning a summit on the Tagus next month"
QUOTE = "“We have not set a date,” Environment Minister Telma Quintas said on Tuesday, “and we will not be rushed.”"
TOLD = "her Spanish counterpart had told her that Madrid might release more water this summer"
RELEASE = "Madrid might release more water this summer"
SIGNED = "The two governments signed the current treaty in Albufeira on 30 November 1998"
ANSWERS = {
    "a word": ("summit", [PLANNED]),
    "a phrase": ('"planning a summit"', [PLANNED]),
    "words that stand otherwise than in the phrase": ('"summit a planning"', []),
    "the beginning of a word": ("plann*", [PLANNED]),
    "a word of a name, of who says it or through whom it came": ("quintas", [QUOTE, TOLD, RELEASE]),
    "a speaker": ("who:quintas", [QUOTE, TOLD]),
    "a speaker by office": ('who:"environment minister" date', [QUOTE]),
    "through whom": ("through:wire", [PLANNED]),
    "about whom": ("about:portugal", [PLANNED]),
    "a standing": ("standing:denied", [QUOTE]),
    "an outlet, excluded": ("-outlet:courier", []),
    "a date it happens": ("happens:1998-11-30", [SIGNED]),
    "a year it happens in": ("happens:..1999", [SIGNED]),
    "a date it was said": ("said:2026-03-12 summit", [PLANNED]),
    "a date nothing was said": ("said:2026-03-13..", []),
    "all but": ("-standing:happened,denied,possible,unknown,counterfactual -attitude:declines", [PLANNED]),
    "words of two names are no phrase": ('about:"portugal spain"', []),
}


@pytest.fixture
def filled(store: Store) -> Store:
    store.add(summit())
    return store


def test_searches_find_what_they_ask_for(filled: Store) -> None:
    assert {name: filled.words(query) for name, (query, _) in ANSWERS.items()} == {name: found for name, (_, found) in ANSWERS.items()}


def test_a_hit_says_who_through_whom_and_how_it_stands(filled: Store) -> None:
    (hit,) = filled.view.find("summit")
    assert (hit.who, hit.through) == (("two people briefed on the talks",), ("Iberian Wire", "Harbour Courier"))
    assert (hit.standing, hit.happens, hit.said) == ("planned", "2026-04", "2026-03-12T07:40Z")
    assert hit == filled.view.claim(hit.claim)
    assert hit in filled.view.claims(hit.article)


def test_an_author_without_an_outlet_is_nobody_by_name(store: Store) -> None:
    store.add(plain("Storks came early"))
    assert store.view.find("storks")[0].who == ()


def test_hits_of_one_article_are_in_text_order(filled: Store) -> None:
    starts = [hit.span.start for hit in filled.view.find("")]
    assert starts == sorted(starts)


def test_newest_come_first_and_pages_go_on_where_the_last_ended(store: Store) -> None:
    store.fill(4)
    whole = store.view.find("")
    assert [hit.said for hit in whole] == sorted((str(hit.said) for hit in whole), reverse=True)
    pages = store.view.find("", limit=5) + store.view.find("", limit=20, after=whole[4].cursor)
    assert pages == whole


def test_relevance_puts_first_what_is_most_about_the_words(store: Store) -> None:
    for text in ("Storks came to the long and winding bridge over the river", "Storks, storks", "No birds"):
        store.add(plain(text, url=f"https://a.example/{len(text)}"))
    found = store.view.find("storks", sort=Sort.RELEVANCE)
    assert [hit.span.text[:14] for hit in found] == ["Storks, storks", "Storks came to"]
    assert store.view.find("storks", sort=Sort.RELEVANCE, after=found[0].cursor) == found[1:]


def test_a_corrected_claim_is_found_as_corrected(filled: Store) -> None:
    (hit,) = filled.view.find("summit")
    filled.judge(hit.claim, Verdict.CORRECT, correction=Correction(source="Ana Paz", date="2026-05"))
    assert filled.words("who:paz happens:2026-05") == [PLANNED]
    assert filled.words("who:briefed summit") == []


def test_a_rejected_claim_is_found_only_when_asked_for(filled: Store) -> None:
    filled.judge(filled.view.find("summit")[0].claim, Verdict.REJECT)
    assert filled.words("summit") == []
    assert filled.words("summit judged:reject") == [PLANNED]


@pytest.mark.parametrize("cursor", ["x", "-1", "1:2:3", "99999999999999999999", "\0", "nan:1"])
@pytest.mark.parametrize("sort", list(Sort))
def test_a_wrong_cursor_is_refused(store: Store, cursor: str, sort: Sort) -> None:
    with pytest.raises(UsageError, match="cursor"):
        store.view.find("summit", sort=sort, after=cursor)


@pytest.mark.parametrize("limit", [0, -1, 10_001])
def test_a_wrong_limit_is_refused(store: Store, limit: int) -> None:
    with pytest.raises(UsageError, match="hits"):
        store.view.find("", limit=limit)


SIGNS = ["who:", "said:", '"', "-", "2025", "..", " ", "*", "standing:denied", " OR ", "NEAR(", "'"]
PIECES = st.one_of(st.text(max_size=6), st.sampled_from(SIGNS))


@given(st.lists(PIECES, max_size=6).map("".join), st.sampled_from(list(Sort)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_text_finds_something_nothing_or_says_where_it_is_wrong(filled: Store, query: str, sort: Sort) -> None:
    try:
        assert len(filled.view.find(query, sort=sort)) <= 8
    except QueryError as error:
        assert "^" in str(error)
