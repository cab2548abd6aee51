"""Dates as they are written out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.written import written_dates
from sayso.model.moment import Moment


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("12 May 2025", ["2025-05-12"], id="day, month, year"),
        pytest.param("May 12th, 2025", ["2025-05-12"], id="month, ordinal, year"),
        pytest.param("Sept. 3, 2025, 9:05 a.m. KST", ["2025-09-03T09:05+09:00"], id="a short month, a time of day and a zone"),
        pytest.param("2025-05-12 09:40 UTC+2", ["2025-05-12T09:40+02:00"], id="ISO with an offset"),
        pytest.param("2025/5/2", ["2025-05-02"], id="numbers, year first"),
        pytest.param("18.10.2025", ["2025-10-18"], id="a day over twelve first"),
        pytest.param("10/18/2025", ["2025-10-18"], id="a day over twelve second"),
        pytest.param("4/4/2025", ["2025-04-04"], id="day and month alike"),
        pytest.param("10/11/2025", [], id="numbers that could be either are left alone"),
        pytest.param("Oct. 18", [None], id="no year"),
        pytest.param("31 June 2025", [], id="a day that is not in the calendar"),
        pytest.param("version 2025-05-123", [], id="digits that go on"),
        pytest.param("May 2025", [], id="a month is no day"),
        pytest.param("12 May 2025 and June 3, 2025", ["2025-05-12", "2025-06-03"], id="two dates"),
    ],
)
def test_written_dates_yields_values(text: str, values: list[str | None]) -> None:
    assert [date.value for date in written_dates(text)] == values


@given(st.text(alphabet="0123456789 /-.:,MayJune34thpmUTC+", max_size=60))
def test_written_dates_are_in_the_calendar_and_in_the_text(text: str) -> None:
    for date in written_dates(text):
        assert 0 <= date.start < date.end <= len(text)
        if date.year and (date.month, date.day) != (2, 29):
            assert Moment.parse(date.value or "").day
