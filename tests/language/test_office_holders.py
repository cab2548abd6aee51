"""The table of office-holders: every state's heads since 2000, no term that ends before it begins, no two heads at a time."""

import re
from itertools import groupby, pairwise

import pytest

from sayso.language.lexicon import lexicon

ROWS = lexicon("office_holders")["rows"]
HEADS = ("president", "prime minister", "chancellor", "supreme leader", "king", "queen", "emir", "sultan", "emperor", "prince", "leader")
NO_MEMBERS = frozenset("XKX TWN PSE HKG MAC GRL PYF BMU FRO GIB FLK COK ESH VAT".split())
YOUNGER = {"MNE": "2006-06", "SSD": "2011-07", "TLS": "2002-05"}  # states that are
LATER = {"BIH", "NRU", "SOM", "TUV", "CHE"}  # whose first heads after 2000 are not listed yet
TURNS = {"SMR"}  # two captains regent for half a year each
SHARED = {("CIV", "2010-12"), ("MDG", "2002-02")}  # two presidents, each calling himself the only one
STATES = sorted(code for code in lexicon("countries") if re.fullmatch("[A-Z]{3}", code) and code not in NO_MEMBERS | TURNS)


@pytest.mark.parametrize("state", STATES)
def test_every_member_of_the_united_nations_has_heads_since_2000(state: str) -> None:
    since = [row[3] for row in ROWS if row[0] == state and row[1] in HEADS]
    assert since, f"{state} has no head of state or government"
    assert state in LATER or min(since) <= YOUNGER.get(state, "2000-06")


def test_terms_end_after_they_begin_and_one_holds_an_office_at_a_time() -> None:
    assert all(re.fullmatch(r"\d{4}-\d\d", row[3]) and (not row[4] or row[3] <= row[4]) for row in ROWS)
    heads = sorted((row for row in ROWS if row[1] in HEADS), key=lambda row: (row[0], row[1], row[3]))
    for _, rows in groupby(heads, key=lambda row: (row[0], row[1])):
        for before, after in pairwise(rows):
            assert (before[4] and before[4] <= after[3]) or (after[0], after[3]) in SHARED, (before, after)


def test_no_holder_is_listed_twice_in_one_term() -> None:
    assert len({(row[0], row[1], row[2], row[3]) for row in ROWS}) == len(ROWS)
