"""What the words of a source say about who it is."""

import pytest

from sayso.language.parse import parser
from sayso.model.actor import ActorKind
from sayso.model.attribution import Source
from sayso.reading.chains.sources import source


def described(phrase: str) -> Source:
    parse = parser().parse(f"{phrase} said it was over.")
    end = len(phrase)
    return source(parse, tuple(parse.within(0, end)))


KINDS = [
    ("Lena Duarte", ActorKind.PERSON, True),
    ("Foreign Minister Lena Duarte", ActorKind.PERSON, True),
    ("The foreign minister", ActorKind.OFFICE, True),
    ("A spokeswoman", ActorKind.OFFICE, False),
    ("The Defence Ministry", ActorKind.ORGANISATION, True),
    ("Germany", ActorKind.COUNTRY, True),
    ("Reuters", ActorKind.OUTLET, True),
    ("An earlier CNN report", ActorKind.OUTLET, True),
    ("The survey", ActorKind.DOCUMENT, True),
    ("Two diplomats", ActorKind.ANONYMOUS, False),
    ("Analysts", ActorKind.GROUP, False),
]


@pytest.mark.parametrize(("phrase", "kind", "named"), [pytest.param(*row, id=row[0]) for row in KINDS])
def test_source_is_of_a_kind_and_named_or_not(phrase: str, kind: ActorKind, named: bool) -> None:
    found = described(phrase)
    assert (found.actor.kind, found.named) == (kind, named)


COUNTS = [
    ("Two sources", (2, 2)),
    ("Sources", (2, None)),
    ("A source", (1, 1)),
    ("A number of officials", (2, None)),
    ("Several diplomats", (3, None)),
    ("More than twenty witnesses", (20, None)),
    ("At least 12 officials", (12, None)),
    ("Dozens of residents", (24, None)),
    ("One of the officials", (1, 1)),
]


@pytest.mark.parametrize(("phrase", "counted"), [pytest.param(*row, id=row[0]) for row in COUNTS])
def test_source_counts_people(phrase: str, counted: tuple[int, int | None]) -> None:
    found = described(phrase)
    assert (found.count_least, found.count_most) == counted


def test_source_keeps_how_they_know_and_whose_they_are() -> None:
    found = described("Three European Union officials briefed on the talks")
    assert (found.basis, found.affiliation) == ("briefed on the talks", "European Union")


BASES = [
    ("Two bankers working on the deal", "working on the deal"),
    ("A driver who had met him off the plane", "had met him off the plane"),
    ("A nurse who asked not to be named", None),
    ("A clerk who said she was tired", None),
]


@pytest.mark.parametrize(("phrase", "basis"), [pytest.param(*row, id=row[0]) for row in BASES])
def test_source_knows_by_what_it_did_and_not_by_what_it_asked(phrase: str, basis: str | None) -> None:
    assert described(phrase).basis == basis


def test_source_names_an_outlet_the_same_however_it_is_written() -> None:
    names = {described(phrase).actor.id for phrase in ("Yonhap", "The Yonhap News Agency", "A previous report by Yonhap News Agency")}
    assert len(names) == 1
