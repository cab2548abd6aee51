"""What pages state about themselves, and in which shapes they write a date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.metadata import moment_of, page_metadata, stated, without_outlet
from sayso.text.page import parse


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("2024-03-14T18:05:00+01:00", "2024-03-14T18:05+01:00", id="ISO 8601 with a zone"),
        pytest.param("2024-03-14T18:05:00.123Z", "2024-03-14T18:05Z", id="fractions of a second"),
        pytest.param("2024-03-14 18:05:00 +0100", "2024-03-14T18:05+01:00", id="spaces and a zone without colon"),
        pytest.param("2024-03-14T18:05-05", "2024-03-14T18:05-05:00", id="a zone of hours only"),
        pytest.param("2024-03-14T18:05", "2024-03-14T18:05", id="no zone"),
        pytest.param("2024-03-14", "2024-03-14", id="a day"),
        pytest.param("2024-03-14T00:00:00Z", "2024-03-14", id="exactly midnight is taken for no time"),
        pytest.param("20240314", "2024-03-14", id="eight digits"),
        pytest.param("20240314180500", "2024-03-14T18:05", id="fourteen digits"),
        pytest.param("Thu, 14 Mar 2024 18:05:00 GMT", "2024-03-14T18:05Z", id="as mail writes it"),
        pytest.param("March 14, 2024 at 6:05 pm", "2024-03-14T18:05", id="in words"),
        pytest.param("1710435900", "2024-03-14T17:05Z", id="seconds since 1970"),
    ],
)
def test_moment_of_reads_the_shapes_pages_use(written: str, value: str) -> None:
    found = moment_of(written)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("written", ["", "yesterday", "2024-13-40", "0000-00-00", "12/05/2024", "2024", "99999999999999"])
def test_moment_of_leaves_the_rest_alone(written: str) -> None:
    assert moment_of(written) is None


@given(st.text(max_size=40) | st.from_regex(r"(19|20)\d\d-?\d\d-?\d\d[T ]?\d\d:?\d\d:?\d\d(Z|[+-]\d{2,4})?", fullmatch=True))
def test_moment_of_anything_never_raises(written: str) -> None:
    found = moment_of(written)
    assert found is None or found.earliest is not None


def test_stated_takes_the_surest_field() -> None:
    found = stated({"date": "2020-01-01", "article:published_time": "2024-03-14", "author": "https://x.example/people/1"})
    assert found.published is not None
    assert (found.published.moment and found.published.moment.value, found.byline) == ("2024-03-14", None)


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(
            '[{"@type":["NewsArticle"],"headline":"Envoy left","author":"Ada Brenner"}]', id="a list of types, an author as a string"
        ),
        pytest.param(
            '{"mainEntity":{"@type":"BlogPosting","headline":"Envoy left","author":[{"name":"Ada Brenner"}]}};', id="inside another node"
        ),
        pytest.param(
            '{"@graph":[{"@type":"X"},{"@type":"AReport","name":"Envoy left","author":{"name":"By Ada Brenner"}}]}', id="in a graph"
        ),
    ],
)
def test_page_metadata_finds_the_article_in_json_ld(script: str) -> None:
    page = f"<html><head><script type='application/ld+json'>{script}</script></head><body><p>x</p></body></html>"
    found = page_metadata(parse(page, "page"))
    assert (found.title, found.byline) == ("Envoy left", "Ada Brenner")


@pytest.mark.parametrize(
    "script",
    ["", "null", "1", "[]", '"x"', '{"@type":null}', '{"@type":"NewsArticle","author":7,"publisher":[],"url":{}}', "[[[[", '{"@graph":3}'],
)
def test_page_metadata_of_odd_json_ld_is_empty(script: str) -> None:
    page = f"<html><head><script type='application/ld+json'>{script}</script></head><body><p>x</p></body></html>"
    found = page_metadata(parse(page, "page"))
    assert (found.title, found.byline, found.outlet, found.published) == (None, None, None, None)


@pytest.mark.parametrize(
    ("title", "outlet", "bare"),
    [
        pytest.param("Envoy left | River Post", "River Post", "Envoy left", id="after a bar"),
        pytest.param("Envoy left - back soon - River Post", "The River Post", "Envoy left - back soon", id="after the last hyphen only"),
        pytest.param("Envoy left - for good", "River Post", "Envoy left - for good", id="a hyphen of its own"),
        pytest.param("Envoy left", None, "Envoy left", id="no outlet known"),
    ],
)
def test_without_outlet_cuts_the_name_at_the_end(title: str, outlet: str | None, bare: str) -> None:
    assert without_outlet(title, outlet) == bare


def test_page_metadata_takes_no_date_from_beside_the_article() -> None:
    page = "<html><body><aside><time datetime='2020-01-01'>1</time></aside><p>x</p><time datetime='2024-03-14'>2</time></body></html>"
    found = page_metadata(parse(page, "page")).published
    assert found is not None
    assert found.moment is not None
    assert found.moment.value == "2024-03-14"
