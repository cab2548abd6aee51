"""The language of searches: what it means, and where a wrong query is wrong."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import QueryError
from sayso.ledger.postgres_terms import asked
from sayso.ledger.query import KEYS, MOST_CHARACTERS, AnyTag, Phrase, Term, parse
from sayso.ledger.sqlite import written
from sayso.ledger.terms import TEXT_FIELDS

MEANINGS = {
    "a word": ("Minister", Term(Phrase(TEXT_FIELDS, ("minister",)))),
    "a word without its accents": ("Müller", Term(Phrase(TEXT_FIELDS, ("muller",)))),
    "a phrase": ('"will not attend"', Term(Phrase(TEXT_FIELDS, ("will", "not", "attend")))),
    "a phrase in typographic quotation marks": ("“not attend”", Term(Phrase(TEXT_FIELDS, ("not", "attend")))),
    "a word with points is a phrase": ("U.S.", Term(Phrase(TEXT_FIELDS, ("u", "s")))),
    "the beginning of words": ("negot*", Term(Phrase(TEXT_FIELDS, ("negot",), prefix=True))),
    "a star in a phrase is nothing": ('"negot*"', Term(Phrase(TEXT_FIELDS, ("negot",)))),
    "who says it": ('who:"White House"', Term(Phrase(("who",), ("white", "house")))),
    "a key in capitals": ("WHO:quintas", Term(Phrase(("who",), ("quintas",)))),
    "what must not hold": ("-place:lisbon", Term(Phrase(("place",), ("lisbon",)), negated=True)),
    "a value": ("standing:denied", Term(AnyTag(("standing0denied",)))),
    "one of several values": ("type:consult,AID", Term(AnyTag(("type0consult", "type0aid")))),
    "a day, and all that holds it": (
        "said:2025-10-18",
        Term(AnyTag(tuple(f"said0{day}" for day in ("t20251018", "int20251018", "n202510", "y2025", "d202", "c20", "m2")))),
    ),
}
WRONG = {
    "a quotation that is not closed": ('kim "will not', '    "', "not closed"),
    "words against a quotation": ('"kim"trump', "     ^", "a space after"),
    "an unknown key": ("kim whom:trump", "    ^^^^", "no key"),
    "an address": ("https://a.example", "^^^^^", "no key"),
    "nothing after a key": ("who: kim", "    ^", "nothing follows"),
    "an empty phrase after a key": ('who:""', "    ^^", "nothing follows"),
    "an unknown value": ("standing:denied,maybe", "                ^^^^^", "'maybe' is no standing"),
    "no value between commas": ("type:AID,,CONSULT", "         ^", "'' is no type"),
    "a date that is none": ("said:yesterday", "     ^^^^^^^^^", "no date"),
    "a day that does not exist": ("said:2025-02-30", "     ^^^^^^^^^^", "no date"),
    "a time of day": ("said:2025-10-18T14:02", "     ^^^^^^^^^^^^^^^^", "finer than a day"),
    "a stretch without ends": ("happens:..", "        ^^", "expected a date"),
    "a stretch backwards": ("said:2025-12..2025-10", "     ^^^^^^^^^^^^^^^^", "ends before it begins"),
    "signs only": ("kim ?!", "    ^^", "no word"),
    "a minus alone": ("kim -", "    ^", "no word"),
    "origins, which nobody counts yet": ("kim origins:>1", "    ^^^^^^^^^^", "does not count"),
}


@pytest.mark.parametrize(("query", "meaning"), [pytest.param(*row, id=name) for name, row in MEANINGS.items()])
def test_query_means(query: str, meaning: Term) -> None:
    assert parse(query).terms[0] == meaning


@pytest.mark.parametrize(("query", "mark", "problem"), [pytest.param(*row, id=name) for name, row in WRONG.items()])
def test_wrong_query_points_at_the_place(query: str, mark: str, problem: str) -> None:
    with pytest.raises(QueryError, match=problem) as raised:
        parse(query)
    assert str(raised.value).splitlines()[-2:] == [f"  {query}", f"  {mark.replace(chr(34), '^')}"]


def test_rejected_claims_are_hidden_unless_asked_for() -> None:
    assert len(parse("").terms) == 1
    assert parse("judged:reject").terms == (Term(AnyTag(("judged0reject",))),)


def test_a_query_has_a_greatest_length() -> None:
    parse("a " * (MOST_CHARACTERS // 2))
    with pytest.raises(QueryError, match="at most"):
        parse("a " * MOST_CHARACTERS)


SIGNS = ['"', "-", "..", ",", "*", " ", "denied", "2025-10", "NOT", "("]
PIECES = st.one_of(st.text(max_size=8), st.sampled_from([*(f"{key}:" for key in KEYS), *SIGNS]))


@given(st.lists(PIECES, max_size=8).map("".join))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_means_something_or_says_where_it_is_wrong(query: str) -> None:
    try:
        tree = parse(query)
    except QueryError as error:
        assert 0 <= error.start < error.end
        shown, marks = str(error).splitlines()[-2:]
        assert marks.strip() == "^" * len(marks.strip())
        assert shown.startswith("  ")
    else:
        assert written(tree)
        assert asked(tree)


def test_every_example_of_the_page_is_understood_and_every_key_is_on_it() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "search.md").read_text(encoding="utf-8")
    examples = re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE)
    assert all(parse(example) for example in examples)
    assert {key for key in KEYS if any(f"{key}:" in example for example in examples)} == set(KEYS)
    with pytest.raises(QueryError) as raised:
        parse("kim standing:denied,maybe")
    assert str(raised.value) in page
