"""Offices: who held which office when, in tables that agree with each other."""

import re
from itertools import pairwise

import pytest

from sayso.language.gazetteer import gazetteer
from sayso.language.lexicon import lexicon
from sayso.language.offices import Holding, Offices, Term, holdings

ROWS = [(row.get("body", row["country"]), row) for table in ("ministers", "heads_of_bodies") for row in lexicon(table)["office"]]


@pytest.mark.parametrize(("place", "row"), [pytest.param(*each, id=f"{each[0]}: {each[1]['titles']}") for each in ROWS])
def test_terms_of_an_office_follow_each_other(place: str, row: dict[str, list[list[str]]]) -> None:
    for names, since, until in row["holders"]:
        assert names and re.fullmatch(r"\d{4}-\d\d", since)
        assert not until or (re.fullmatch(r"\d{4}-\d\d", until) and since <= until)
    assert all(before[2] and before[2] <= after[1] for before, after in pairwise(row["holders"]))


def test_bodies_are_named_as_the_organisations_are() -> None:
    first = {names.split(";")[0] for names, *_ in lexicon("organisations")["rows"]}
    assert {row["body"] for _, row in ROWS if "body" in row} <= first


def test_a_name_means_one_person_in_all_tables() -> None:
    people: dict[str, str] = {}
    for holding in holdings("en"):
        for name in holding.names:
            assert people.setdefault(name, holding.person) == holding.person


@pytest.mark.parametrize(
    ("place", "title", "month", "holder"),
    [
        ("KOR", "president", "2018-06", "Moon Jae-in"),
        ("KOR", "president", "2025-08", "Lee Jae-myung"),
        ("GBR", "premier", "2018-06", "Theresa May"),
        ("IND", "minister of external affairs", "2023-01", "S. Jaishankar"),
        ("USA", "foreign minister", "2003-02", "Colin Powell"),
        ("FRA", "defense minister", "2020-01", "Florence Parly"),
        ("International Monetary Fund", "chief", "2009-06", "Dominique Strauss-Kahn"),
        ("Bank of Japan", "governor", "2016-06", "Haruhiko Kuroda"),
        ("FRA", "defense minister", "1950-01", None),
        ("XXX", "president", "2020-01", None),
    ],
)
def test_holder_is_who_held_it_in_that_month(place: str, title: str, month: str, holder: str | None) -> None:
    assert gazetteer().offices.holder(place, title, month, month) == holder


@pytest.fixture
def offices() -> Offices:
    made = Offices([("head", "chief")])
    for name, since, until in (("Ada Lind", "2010-03", "2014-06"), ("Bo Ek", "2014-06", "2018-01"), ("Cy Dahl", "2018-05", "")):
        made.add(Holding("Port Board", ("head",), (name,), Term("SWE", "head", since, until, "GOV")))
    return made


@pytest.mark.parametrize(
    ("since", "until", "holder"),
    [
        pytest.param("2012-01", "2012-12", "Ada Lind", id="a year within one term"),
        pytest.param("2014-01", "2014-12", None, id="a year of two holders"),
        pytest.param("2014-06", "2014-06", "Bo Ek", id="the month of a change: who came"),
        pytest.param("2018-03", "2018-03", None, id="a gap"),
    ],
)
def test_holder_through_months(offices: Offices, since: str, until: str, holder: str | None) -> None:
    assert offices.holder("Port Board", "chief", since, until) == holder


def test_predecessor_and_elect(offices: Offices) -> None:
    assert offices.predecessor("Port Board", "head", "2016-01") == "Ada Lind"
    assert offices.elect("Port Board", "head", "2018-03") == "Cy Dahl"
    assert offices.elect("Port Board", "head", "2016-01") is None
