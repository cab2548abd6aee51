"""What a page shows under its headline."""

from sayso.text.page import parse
from sayso.text.shown import shown_facts


def test_shown_facts_are_those_under_the_headline() -> None:
    shown = "<div><span>By Ada Brenner</span> | <b>3 May 2024, 9:05 GMT</b></div>"
    page = f"<html><body><div>Monday, May 5, 2025</div><h1>Envoy left</h1>{shown}</body></html>"
    found = shown_facts(parse(page, "page"))
    assert found.byline == "Ada Brenner"
    assert found.published is not None
    assert found.published.moment is not None
    assert found.published.moment.value == "2024-05-03T09:05Z"


def test_shown_facts_of_a_page_without_a_headline_are_none() -> None:
    found = shown_facts(parse("<html><body><p>By Ada Brenner</p><p>3 May 2024</p></body></html>", "page"))
    assert (found.byline, found.published) == (None, None)


def test_shown_facts_leave_the_margin_alone() -> None:
    found = shown_facts(parse("<html><body><h1>Envoy left</h1><aside>3 May 2024</aside><p>The envoy left.</p></body></html>", "page"))
    assert found.published is None
