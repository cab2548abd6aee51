"""Outlets by their addresses."""

import pytest

from sayso.text import outlet


def test_outlet_of_a_site_nobody_knows_is_its_host() -> None:
    assert outlet.outlet_of("https://www.river-post.example/a") == "river-post.example"


def test_outlet_of_no_address_is_unknown() -> None:
    assert outlet.outlet_of(None) is None


def test_outlet_of_a_known_site_or_a_part_of_it_is_its_name() -> None:
    assert outlet.outlet_of("https://edition.cnn.com/a") == "CNN"
    assert outlet.outlet_of("https://other-cnn.com/a") == "other-cnn.com"


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        pytest.param("Dana Reyes, Harbour News", "Harbour News", id="a name shaped like an outlet's"),
        pytest.param("Dana Reyes, Reuters", "Reuters", id="an outlet that is known"),
        pytest.param("Dana Reyes, Ann Okoro", None, id="a second author"),
        pytest.param("Dana Reyes, political editor", None, id="a post"),
        pytest.param("The Harbour News", None, id="no comma"),
        pytest.param(None, None, id="no byline"),
    ],
)
def test_outlet_of_byline_is_what_stands_after_the_comma(byline: str | None, name: str | None) -> None:
    assert outlet.outlet_of_byline(byline) == name
