"""Time expressions, told by sentences."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.parse import parser
from sayso.model.moment import Moment
from sayso.reading.times import times
from sayso.reading.times.words import number
from tests.reading.cases import cases


def read(text: str, dct: str | None, only: frozenset[str] | None = None) -> list[list[str | None]]:
    found = times(parser().parse(text), Moment.parse(dct) if dct else None, only=only)
    return [[time.span.text, time.type.value, time.value] for time in found]


@pytest.mark.parametrize("case", cases("times"))
def test_times(case: dict[str, Any]) -> None:
    assert read(case["text"], case["dct"]) == case["expect"]


def test_times_keep_their_modifier_and_what_they_were_counted_from() -> None:
    (time,) = times(parser().parse("Troops left at the end of last year."), Moment.parse("2025-10-22"))
    assert (time.mod, time.anchor, time.value, time.moment) == ("END", "dct", "2024", Moment.parse("2024"))


def test_times_rules_not_named_stay_silent() -> None:
    text = "He left on June 12, 2018, and came back yesterday."
    assert read(text, "2025-10-22", frozenset({"times.relative-day"})) == [["yesterday", "DATE", "2025-10-21"]]


@given(
    st.lists(
        st.sampled_from(["the", "of", "10", "2019", "May", "Friday", "last", "years", "ago", "-", "late", "quarter", "31st", "9999"]),
        max_size=12,
    )
)
def test_times_of_odd_words_never_fail_or_overlap(words: list[str]) -> None:
    found = times(parser().parse(" ".join(words)), Moment.parse("2025-10-22"))
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))


@pytest.mark.parametrize(("words", "value"), [("48", 48), ("twenty-five", 25), ("two hundred", 200), ("2.5", 2.5), ("several", None)])
def test_number_reads_words_and_digits(words: str, value: float | None) -> None:
    assert number(words) == value
