"""Pages no parser should be given."""

import time

import pytest

from sayso.errors import UnreadableError
from sayso.text.files import article

PAGE = "<html><head><title>t</title></head><body>{}</body></html>"
SENTENCE = "<p>The envoy said on Monday that she would return to the capital before the end of the month.</p>"


@pytest.mark.parametrize(
    ("page", "message"),
    [
        pytest.param(
            PAGE.format("<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">x</p>"),
            "1,000 attributes",
            id="a tag with 100,000 attributes",
        ),
        pytest.param(
            PAGE.format("<p " + " ".join(f'a{i}="<p>"' for i in range(9_000)) + ">x</p>"),
            "1,000 attributes",
            id="attributes that hold tags",
        ),
        pytest.param(
            PAGE.format("<div>" * 100_000 + "said" + "</div>" * 100_000), "nested more than 256 deep", id="100,000 divs in each other"
        ),
        pytest.param(PAGE.format("<table><tr><td>" * 3_000 + "x"), "nested more than 256 deep", id="3,000 tables in each other"),
        pytest.param(PAGE.format("<p>x said y.</p>" * 200_000), "elements, expected at most", id="200,000 paragraphs"),
        pytest.param(PAGE.format("<p>" + "x" * 10_500_000), "characters, expected at most", id="a page of ten million letters"),
        pytest.param(PAGE.format("<!--" * 100_000), "holds no article text", id="comments never closed"),
        pytest.param(PAGE.format("<" * 500_000), "no article body", id="500,000 angle brackets"),
    ],
)
def test_article_refuses_hostile_pages_in_good_time(page: str, message: str) -> None:
    start = time.process_time()
    with pytest.raises(UnreadableError, match=message):
        article(page, name="page.html")
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("<p>a" + " " * 5_000_000 + "b said so</p>", id="five million spaces"),
        pytest.param(
            '<script type="application/ld+json">' + '{"a":' * 50_000 + "1" + "}" * 50_000 + "</script>" + SENTENCE, id="JSON-LD 50,000 deep"
        ),
        pytest.param("<p>" + '"' * 100_000 + "</p>" + SENTENCE * 5, id="100,000 quotation marks"),
        pytest.param('<p title="' + "x" * 1_000_000 + '">' + SENTENCE * 3, id="an attribute of a million letters"),
        pytest.param(
            "<ul>" + "<li><a href='/x'>The envoy</a> said so to nobody but the paper's own people.</li>" * 5_000 + "</ul>", id="5,000 links"
        ),
    ],
)
def test_article_reads_odd_pages_in_good_time(inside: str) -> None:
    start = time.process_time()
    assert article(PAGE.format(inside), name="page.html").article.text
    assert time.process_time() - start < 10


def test_article_opens_no_file_that_a_page_names() -> None:
    page = "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + PAGE.format(f"{SENTENCE * 3}<p>&x;</p>")
    assert "&x;" in article(page, name="page.html").article.text


def test_article_refuses_a_page_that_shows_much_and_has_no_body() -> None:
    comments = "<div class='comments'>" + "<p>I do not believe a word of it, and neither do you.</p>" * 60 + "</div>"
    with pytest.raises(UnreadableError, match=r"shows 3,000 characters but no article body"):
        article(PAGE.format(comments), name="page.html")
