"""Lists of a user's own actors: our CSV and PETRARCH's dictionaries, read as they are."""

from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.language.gazetteer import Gazetteer, gazetteer
from sayso.language.own_actors import OwnActor, read_own_actors
from sayso.model.actor import ActorKind
from sayso.model.moment import Moment
from sayso.reading.actors import actor_of

CSV = """name,kind,country,sector,office,from,to
Telma Quintas;T. Quintas,person,PRT,GOV,harbour minister,2021-03,2024-06
Telma Quintas,person,PRT,BUS,,2024-07-01,
Valdor Harbour Authority;VHA,organisation,PRT,GOV,,,
Orrin Front,group,CHL,PTY,,,2019
Orrin Front,group,CHL,REB,,2020,
Kremlin,metonym,FIN,BUS,,,
"""
PETRARCH = """# an invented dictionary
<!-- with a comment
of two lines -->
OSMAN_DERELI_  [TURELI] ; by hand
+GENERAL_DERELI
\t[TURMIL 20040101-20091231]
\t[TURGOV >100101]

VALDOR_HARBOUR_LEAGUE [NGO]
UNHB_ [IGOUNOHLH]
LORMAR_ [PAL]
NOBODY_AT_ALL [---]
"""


@pytest.fixture
def book(tmp_path: Path) -> Gazetteer:
    lists: list[OwnActor] = []
    for name, text in (("own.csv", CSV), ("own.actors.txt", PETRARCH)):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        lists += read_own_actors(path)
    return gazetteer().extended(lists)


@pytest.mark.parametrize(
    ("phrase", "date", "expected"),
    [
        pytest.param("Telma Quintas", "2022-05-01", ("PRT", "GOV"), id="a person in office"),
        pytest.param("T. Quintas", "2022-05-01", ("PRT", "GOV"), id="another spelling"),
        pytest.param("Mrs. Quintas", "2025-05-01", ("PRT", "BUS"), id="a surname, later"),
        pytest.param("the VHA", "2025-05-01", ("PRT", "GOV"), id="an organisation"),
        pytest.param("the Orrin Front", "2018-05-01", ("CHL", "PTY"), id="a group at one time"),
        pytest.param("the Orrin Front", "2021-05-01", ("CHL", "REB"), id="and at another"),
        pytest.param("the Kremlin", "2025-05-01", ("FIN", "BUS"), id="before the lexicon's own"),
        pytest.param("Osman Dereli", "2006-05-01", ("TUR", "MIL"), id="petrarch: between dates"),
        pytest.param("General Dereli", "2015-05-01", ("TUR", "GOV"), id="petrarch: after a date, another name"),
        pytest.param("Osman Dereli", "1999-05-01", ("TUR", "ELI"), id="petrarch: no date fits"),
        pytest.param("the Valdor Harbour League", "2025-05-01", (None, "NGO"), id="petrarch: a body without a country"),
        pytest.param("UNHB", "2025-05-01", ("UNO", "HLH"), id="petrarch: a body of the United Nations"),
        pytest.param("Lormar", "2025-05-01", ("PSE", None), id="petrarch: a country by another code"),
    ],
)
def test_own_actors_are_known(book: Gazetteer, phrase: str, date: str, expected: tuple[str | None, str | None]) -> None:
    actor = actor_of(phrase, date=Moment.parse(date), book=book)
    assert (actor.country, actor.sector) == expected


def test_own_office_is_resolved(book: Gazetteer) -> None:
    actor = actor_of("the Portuguese harbour minister", date=Moment.parse("2022-05-01"), book=book)
    assert (actor.country, actor.holder) == ("PRT", "Telma Quintas")


def test_the_lexicon_itself_is_not_changed(book: Gazetteer) -> None:
    assert actor_of("the Kremlin").country == "RUS"
    assert actor_of("Osman Dereli").kind is ActorKind.UNKNOWN


def test_a_null_code_names_nobody(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("NOBODY_AT_ALL [---]\nLORMAR_ [FINGOV]\n", encoding="utf-8")
    assert read_own_actors(path) == (OwnActor(("Lormar",), "organisation", "FIN", "GOV"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("name,kind,colour\nA,person,red\n", "column 'colour'", id="a column nobody knows"),
        pytest.param("name,kind\nA,wizard\n", "line 2 has the kind 'wizard'", id="a kind nobody knows"),
        pytest.param("name,from\nA,soon\n", "line 2 has the date 'soon'", id="a date that is none"),
        pytest.param("name,kind\n;,person\n", "line 2 names nobody", id="no name"),
        pytest.param("LORMAR_ [FIN\n", "line 1 is 'LORMAR_ \\[FIN'", id="petrarch: a bracket left open"),
    ],
)
def test_a_wrong_list_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "own"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        read_own_actors(path)


def test_a_list_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match="cannot be read as a list of actors"):
        read_own_actors(Path("nowhere.csv"))
