"""What is no article is a failure with a reason: empty pages, walls, indexes, error pages. What is one is read."""

from collections.abc import Callable

import pytest

from sayso.errors import UnreadableError, Why
from sayso.text.files import article
from tests.text.layouts import OTHERS, SENTENCES, Made, overlap, pages, story

WORDS = "copper tin lead zinc iron barley rye oats wheat salt rope tar timber coal wool flax hemp".split()


def many(count: int, make: Callable[[int], str]) -> str:
    return "".join(make(i) for i in range(count))


def word(i: int) -> str:
    return WORDS[i % len(WORDS)] + str(i)


# ten ways of showing much and saying nothing, each in five sizes
EMPTY: dict[str, Callable[[int], str]] = {
    "a table of prices": lambda n: "<table>" + many(n * 60, lambda i: f"<tr><td>{word(i)}</td><td>{i * 7}.50</td></tr>") + "</table>",
    "a list of links": lambda n: "<ul>" + many(n * 60, lambda i: f"<li><a href='/{i}'>{word(i)} {word(i + 3)}</a></li>") + "</ul>",
    "links in boxes": lambda n: many(n * 60, lambda i: f"<div class='box'><a href='/{i}'><span>{word(i)} {word(i + 5)}</span></a></div>"),
    "buttons": lambda n: many(n * 90, lambda i: f"<span role='button'>{word(i)}</span> <b class='tag'>{word(i + 1)}</b>"),
    "a definition list of labels": lambda n: "<dl>" + many(n * 60, lambda i: f"<dt>{word(i)}</dt><dd>{i}</dd>") + "</dl>",
    "a calendar": lambda n: "<table class='calendar'>" + many(n * 80, lambda i: f"<td><b>{i % 31 + 1}</b> {word(i)}</td>") + "</table>",
    "labels of a form": lambda n: "<div>" + many(n * 80, lambda i: f"<label>{word(i)} {word(i + 2)}<input name='{i}'></label>") + "</div>",
    "pictures without words": lambda n: many(n * 80, lambda i: f"<div><img src='/{i}.jpg'><small>{word(i)} {i}</small></div>"),
    "tags of topics": lambda n: "<div class='tags'>" + many(n * 90, lambda i: f"<a class='tag' href='/tag/{i}'>{word(i)}</a> ") + "</div>",
    "scores": lambda n: many(n * 70, lambda i: f"<div class='match'><span>{word(i)}</span><span>{i % 5}:{i % 3}</span></div>"),
}


@pytest.mark.parametrize("size", [5, 8, 13, 21, 34])
@pytest.mark.parametrize("kind", EMPTY)
def test_page_that_shows_much_and_has_no_body_is_a_failure(kind: str, size: int) -> None:
    page = f"<html><head><title>Velm Courier</title></head><body><h1>Today</h1>{EMPTY[kind](size)}</body></html>"
    with pytest.raises(UnreadableError) as caught:
        article(page, name="page.html")
    assert caught.value.why in (Why.EMPTY, Why.NOT_ARTICLE)


def page(title: str, body: str, head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


TEASER = "<h2><a href='/{0}'>{1}</a></h2><p>{2}</p>"
INDEX = many(12, lambda i: TEASER.format(i, OTHERS[i % 5], SENTENCES[i]))
COOKIES = (
    "<div><p>We value your privacy</p><p>We and our partners store and access information on a device, such as cookies, and process "
    "personal data for the purposes named below. You may accept all or manage your choices at any time.</p></div>"
)
PAYWALL = (
    f"<article><h1>Bridge closes</h1><p>{SENTENCES[0]}</p><p>Subscribe to continue reading this and all our stories.</p>"
    "<p>Already a subscriber? Log in to your account. Cancel anytime.</p></article>"
)
LOGIN = "<main><h1>Log in</h1><p>Please log in to read on.</p><p>Forgot your password? We will send you another one by mail.</p></main>"
HUMAN = "<h1>Just a moment...</h1><p>Checking your browser before you go on. Please enable JavaScript and cookies to continue.</p>"
MISSING = "<h1>Page not found</h1><p>We looked everywhere and could not find the page that you asked for. It may have moved.</p>"
LIST = '<script type="application/ld+json">{"@type": "CollectionPage", "name": "Bridges"}</script>'


@pytest.mark.parametrize(
    ("html", "why"),
    [
        pytest.param(page("Velm Courier", COOKIES), Why.WALL, id="a page that asks to agree"),
        pytest.param(page("Bridge closes | Velm Courier", PAYWALL), Why.WALL, id="a page that asks to pay after a sentence"),
        pytest.param(page("Log in", LOGIN), Why.WALL, id="a page that asks to log in"),
        pytest.param(page("Just a moment...", HUMAN), Why.WALL, id="a page that asks whether one is a person"),
        pytest.param(page("Page not found - Velm Courier", MISSING), Why.NOT_ARTICLE, id="an error page"),
        pytest.param(page("News from Velm", f"<main>{INDEX}</main>"), Why.NOT_ARTICLE, id="an index with teasers"),
        pytest.param(page("Bridges", f"<main>{INDEX[:900]}</main>", LIST), Why.NOT_ARTICLE, id="a list that says that it is one"),
    ],
)
def test_page_that_is_no_article_is_a_failure(html: str, why: Why) -> None:
    with pytest.raises(UnreadableError) as caught:
        article(html, name="page.html")
    assert caught.value.why is why


LONG = "".join(f"<p>{words}</p>" for words in story(0, 5))


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(
            page("Cookies", f"<article><h1>Court rules on cookies</h1>{LONG}<p>We use cookies, said the firm.</p></article>"), id="cookies"
        ),
        pytest.param(page("Bridge", f"<article><h1>Bridge</h1>{LONG}</article>{INDEX}"), id="an article above an index"),
        pytest.param(
            page("Bridge", f"<article><h1>Bridge</h1>{LONG}<p>Subscribe now for more.</p></article>"), id="an invitation at its end"
        ),
        pytest.param(
            page("Bridge", f"<article><h1>Bridge</h1><p>{SENTENCES[0]} {SENTENCES[2]} {SENTENCES[3]}</p></article>"), id="a short item"
        ),
        pytest.param(page("Error", f"<article><h1>Error in the bridge's plans</h1>{LONG}</article>"), id="an article on an error"),
    ],
)
def test_page_that_is_an_article_is_read(html: str) -> None:
    assert SENTENCES[0][:40] in article(html, name="page.html").article.text


@pytest.mark.parametrize("made", [pytest.param(made, id=made.name) for made in pages()])
def test_page_of_any_layout_gives_its_body_its_day_and_its_time(made: Made) -> None:
    found = article(made.html, name="page.html").article
    assert min(overlap(made.body, found.text.removeprefix(found.title or ""))) >= 0.97
    assert found.published is not None
    assert (found.published.day, "T" in found.published.value) == (made.published, not made.name.endswith("3"))
