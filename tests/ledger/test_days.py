"""Two stretches of days share a word exactly when they overlap."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ledger.days import asked_words, kept_words
from sayso.model.moment import Moment, Precision

VALUES = [
    "2025",
    "2025-11",
    "2025-11-02",
    "2025-W44",
    "2025-Q4",
    "202",
    "19",
    "2025-10-31/2025-11-01",
    "../2025-10-18",
    "2025-10-18/..",
]


def meet(kept: Moment, asked: Moment) -> bool:
    return bool(set(kept_words("said", kept)) & set(asked_words("said", asked)))


def days(first: datetime | None, last: datetime | None) -> Moment:
    return Moment("", Precision.INTERVAL, first, last + timedelta(days=1) if last else None)


DAYS = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 30)).map(lambda day: day.replace(hour=0, minute=0, second=0, microsecond=0))
NEAR = st.datetimes(datetime(2024, 11, 1), datetime(2026, 2, 1)).map(lambda day: day.replace(hour=0, minute=0, second=0, microsecond=0))
STRETCHES = st.one_of(
    st.tuples(DAYS, DAYS).map(lambda pair: days(min(pair), max(pair))),
    st.tuples(NEAR, NEAR).map(lambda pair: days(min(pair), max(pair))),
    DAYS.map(lambda day: days(day, None)),
    DAYS.map(lambda day: days(None, day)),
    st.sampled_from(VALUES).map(Moment.parse),
)


@given(STRETCHES, STRETCHES)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_stretches_that_overlap_share_a_word_and_others_none(kept: Moment, asked: Moment) -> None:
    assert meet(kept, asked) == kept.overlaps(asked)


@pytest.mark.parametrize(
    ("value", "count"), [("2025-11-02", 6), ("2025-11", 5), ("2025", 4), ("2025-10-31/2025-11-01", 8), ("2025-10-18/..", 60)]
)
def test_a_stretch_needs_few_words(value: str, count: int) -> None:
    assert len(kept_words("said", Moment.parse(value))) <= count


def test_a_time_of_day_is_kept_under_its_day() -> None:
    assert meet(Moment.parse("2025-11-02T14:30"), Moment.parse("2025-11-02"))
    assert not meet(Moment.parse("2025-11-02T23:59"), Moment.parse("2025-11-03"))
