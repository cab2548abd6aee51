"""A moment knows how finely it is known, and compares as the interval it is."""

from datetime import datetime

import pytest

from sayso.errors import UsageError
from sayso.model.moment import Moment, Precision

STRETCHES = [
    pytest.param("2025-10-18T14:02", "2025-10-18T14:02", "2025-10-18T14:03", Precision.MINUTE, id="a minute"),
    pytest.param("2025-10-18T14", "2025-10-18T14:00", "2025-10-18T15:00", Precision.MINUTE, id="an hour on the clock"),
    pytest.param("2025-09-30TEV", "2025-09-30T17:00", "2025-09-30T23:00", Precision.PART_OF_DAY, id="an evening"),
    pytest.param("2025-09-30TNI", "2025-09-30T19:00", "2025-10-01T05:00", Precision.PART_OF_DAY, id="a night runs past midnight"),
    pytest.param("2025-10-18", "2025-10-18", "2025-10-19", Precision.DAY, id="a day"),
    pytest.param("2025-W42", "2025-10-13", "2025-10-20", Precision.WEEK, id="an ISO week starts on Monday"),
    pytest.param("2025-W42-WE", "2025-10-18", "2025-10-20", Precision.WEEK, id="a weekend"),
    pytest.param("2024-12", "2024-12-01", "2025-01-01", Precision.MONTH, id="December ends with the year"),
    pytest.param("2025-Q3", "2025-07-01", "2025-10-01", Precision.QUARTER, id="a quarter"),
    pytest.param("2025-WI", "2025-12-01", "2026-03-01", Precision.SEASON, id="a winter runs into the next year"),
    pytest.param("2025", "2025-01-01", "2026-01-01", Precision.YEAR, id="a year"),
    pytest.param("199", "1990-01-01", "2000-01-01", Precision.DECADE, id="a decade"),
    pytest.param("19", "1900-01-01", "2000-01-01", Precision.CENTURY, id="a century"),
    pytest.param("2025-10-31/2025-11-01", "2025-10-31", "2025-11-02", Precision.INTERVAL, id="an interval holds both its ends"),
]


@pytest.mark.parametrize(("value", "earliest", "latest", "precision"), STRETCHES)
def test_moment_parse_gives_the_stretch(value: str, earliest: str, latest: str, precision: Precision) -> None:
    moment = Moment.parse(value)
    assert (moment.earliest, moment.latest) == (datetime.fromisoformat(earliest), datetime.fromisoformat(latest))
    assert (moment.precision, moment.value) == (precision, value)


def test_moment_before_a_day_is_open_and_excludes_it() -> None:
    before = Moment.parse("../2025-10-18")
    assert (before.earliest, before.latest) == (None, datetime(2025, 10, 18))
    assert not before.overlaps(Moment.parse("2025-10-18"))
    assert before.overlaps(Moment.parse("1998"))


@pytest.mark.parametrize("value", ["", "soon", "2025-13", "2025-02-30", "PT48H", "2025-W60", "9999-12"])
def test_moment_parse_refuses_what_is_no_date(value: str) -> None:
    with pytest.raises(UsageError):
        Moment.parse(value)


def test_moment_keeps_its_zone() -> None:
    assert Moment.parse("2025-10-18T14:02+09:00").zone == "+09:00"


@pytest.mark.parametrize(("value", "day"), [("2025-10-18", "2025-10-18"), ("2025-10-18T14:02", "2025-10-18"), ("2025-10", None)])
def test_moment_day_is_known_only_to_the_day(value: str, day: str | None) -> None:
    assert Moment.parse(value).day == day


def test_moment_before_is_of_whole_stretches() -> None:
    assert Moment.parse("2018").before(Moment.parse("2019-01"))
    assert not Moment.parse("2019").before(Moment.parse("2019-01"))
