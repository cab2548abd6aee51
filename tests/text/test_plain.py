"""Plain text given as a string."""

import pytest

from sayso.errors import UnreadableError
from sayso.model.moment import Moment
from sayso.text.extracted import Given
from sayso.text.plain import article

BODY = "The envoy said on Monday that she would return to the capital before the end of the month."


def test_article_keeps_the_text_as_it_stands() -> None:
    text = f"  Envoy *left*\n\n<b>{BODY}</b>  \n"
    assert article(text).article.text == text


def test_article_takes_title_byline_and_credit_from_the_layout() -> None:
    made = article(f"Envoy to return\nBy Ada Brenner\n\nSEOUL, Oct. 18, 2025 (North Wire) -- {BODY}").article
    assert (made.title, made.byline, made.outlet) == ("Envoy to return", "Ada Brenner", "North Wire")


def test_article_takes_the_original_for_its_address() -> None:
    made = article(f"{BODY}\n\nOriginal: https://river-post.example/1").article
    assert (made.url, made.canonical_url, made.outlet) == (None, "https://river-post.example/1", "river-post.example")
    assert [(link.anchor.text, link.href) for link in made.links] == [("https://river-post.example/1", "https://river-post.example/1")]


def test_article_says_nothing_of_a_date_that_was_given() -> None:
    assert article(BODY, given=Given(published=Moment.parse("2024-05-03"))).notes == ()


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff"])
def test_article_of_nothing_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableError, match="the text is empty"):
        article(text)
