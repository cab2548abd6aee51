"""When an article was published, how that is known, and where the text says so."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.model.article import PublishedBasis
from sayso.model.moment import Moment
from sayso.text.dateline import edge_lines
from sayso.text.plain import article
from sayso.text.published import Clues, Dated, find

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases" / "published.jsonl").read_text("utf-8").splitlines()]


def marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["why"], strict=True)] if case["status"] == "known-failure" else []


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"], marks=marks(case)) for case in CASES])
def test_published_of_a_text_is_what_its_words_say(case: dict[str, Any]) -> None:
    made = article(case["text"])
    spans = [note.span.text for note in made.notes if note.step == "published" and note.span]
    published = made.article.published
    found = {
        "value": published.value if published else None,
        "basis": made.article.published_basis.value,
        "evidence": spans[0] if spans else None,
    }
    assert found == case["expect"]


def clues(text: str = "x", **more: Any) -> Clues:
    return Clues(text, edge_lines(text), (), **more)


STATED = Dated(Moment.parse("2024-05-02"), PublishedBasis.METADATA, "the page says so")
GUESSED = Dated(Moment.parse("2024-05-09"), PublishedBasis.INFERRED, "a guess")


def test_find_takes_what_was_given_first() -> None:
    given = Moment.parse("2024-05-01")
    assert find(clues(given=given, metadata=STATED)).moment is given


def test_find_takes_metadata_before_the_address() -> None:
    assert find(clues(metadata=STATED, urls=("https://x.example/2024/05/03/a",))) is STATED


def test_find_takes_the_address_before_the_text() -> None:
    found = find(clues("Published 4 May 2024", urls=("https://x.example/2024/05/03/a",)))
    assert (found.moment and found.moment.value, found.basis, found.evidence) == ("2024-05-03", "url", None)


def test_find_takes_a_day_before_a_month() -> None:
    found = find(clues("Published 4 May 2024", urls=("https://x.example/2024/05/a",)))
    assert found.moment is not None
    assert found.moment.value == "2024-05-04"


def test_find_takes_a_month_where_no_day_is_known() -> None:
    found = find(clues(urls=("https://x.example/2024/05/a",)))
    assert found.moment is not None
    assert found.moment.value == "2024-05"


def test_find_asks_for_a_guess_last() -> None:
    assert find(clues(guess=lambda: GUESSED)) is GUESSED
    assert find(clues(metadata=STATED, guess=lambda: pytest.fail("asked too early"))) is STATED


def test_find_says_why_nothing_is_known() -> None:
    found = find(clues())
    assert (found.moment, found.basis) == (None, PublishedBasis.UNKNOWN)
    assert "dates the article" in found.why
