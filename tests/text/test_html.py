"""Whole pages of varied make: what is the article, and what the page says of itself."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import UnreadableError
from sayso.text.files import article

HERE = Path(__file__).parent / "cases"
CASES = [json.loads(line) for line in (HERE / "pages.jsonl").read_text("utf-8").splitlines()]
READ = [case for case in CASES if "refused" not in case["expect"]]


def page(case: dict[str, Any]) -> bytes:
    return (HERE / "pages" / str(case["page"])).read_bytes()


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in READ])
def test_article_of_a_page_states_its_facts(case: dict[str, Any]) -> None:
    made = article(page(case), name=case["page"]).article
    found = {
        "title": made.title,
        "outlet": made.outlet,
        "byline": made.byline,
        "published": made.published.value if made.published else None,
        "basis": made.published_basis.value,
        "canonical_url": made.canonical_url,
        "links": [[link.anchor.text, link.href] for link in made.links],
    }
    assert found == {**dict.fromkeys(found), "links": [], **case["expect"]["facts"]}


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in READ])
def test_article_of_a_page_holds_the_body_and_nothing_else(case: dict[str, Any]) -> None:
    text = article(page(case), name=case["page"]).article.text
    assert [words for words in case["expect"]["holds"] if words not in text] == []
    assert [words for words in case["expect"]["lacks"] if words in text] == []


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES if "refused" in case["expect"]])
def test_article_of_a_page_without_an_article_is_refused(case: dict[str, Any]) -> None:
    with pytest.raises(UnreadableError, match=case["expect"]["refused"]):
        article(page(case), name=case["page"])


def test_article_keeps_paragraphs_as_lines() -> None:
    lines = article(page(CASES[0]), name="page.html").article.text.split("\n")
    assert [line[:12] for line in lines] == ["Talks on the", "Negotiators ", '"We have not', "An official ", "The treaty o"]


def test_article_places_relative_links_by_the_given_address() -> None:
    case = next(case for case in CASES if case["page"] == "json-ld-news.html")
    data = page(case).replace(b'rel="canonical"', b'rel="other"').replace(b"mainEntityOfPage", b"other")
    made = article(data, name="page.html", url="https://mirror.example/a/b").article
    assert made.links[0].href == "https://mirror.example/world/first-round"
