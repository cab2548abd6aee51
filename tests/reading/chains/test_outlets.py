"""Outlets as a text names them."""

import pytest

from sayso.language.lexicon import lexicon
from sayso.language.parse import parser
from sayso.reading.chains.outlets import outlets_in, own_outlet

CASES = [
    pytest.param("Two sources told CNN that it was over.", ["CNN"], id="a short name"),
    pytest.param("The New York Times reported it.", ["New York Times"], id="a name with its article"),
    pytest.param("It was in The Guardian on Monday.", ["The Guardian"], id="a common word with its article"),
    pytest.param("A guardian was appointed.", [], id="a common word without its article"),
    pytest.param("The Harbour Gazette reported it.", ["Harbour Gazette"], id="a name nobody listed, by its shape"),
    pytest.param("Reuters and the TASS news agency agree.", ["Reuters", "TASS"], id="two in one sentence"),
    pytest.param("The minister went home.", [], id="none"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_outlets_are_found_by_name_or_shape(text: str, expected: list[str]) -> None:
    assert [actor.name for actor, _ in outlets_in(parser().parse(text).tokens)] == expected


def test_own_outlet_goes_by_its_listed_name() -> None:
    assert [own_outlet(name).name for name in ("AP", "Port Gazette", None)] == ["Associated Press", "Port Gazette", "this article"]


def test_outlets_lexicon_lists_each_name_once_with_country_and_site() -> None:
    rows = lexicon("outlets")["outlet"]
    assert len(rows) > 300
    assert all(len(row["country"]) == 3 and "." in row["domain"] and row["kind"] for row in rows)
    assert len({row["domain"] for row in rows}) == len(rows)
