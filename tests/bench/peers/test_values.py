"""What the peers answer becomes TIMEX3: their dates as fine as the words are, their lengths of time as lengths."""

import sys
from datetime import date, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "bench" / "peers"))

import dateparser_values
import precision
import recognizers_values
import timexy_values
from heideltime_values import expressions

FRIDAY = datetime(2024, 3, 8)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("two years ago", "2024", id="years are a year"),
        pytest.param("last month", "2024-03", id="months are a month"),
        pytest.param("next quarter", "2024-Q1", id="quarters are a quarter"),
        pytest.param("a week ago", "2024-W10", id="weeks are a week"),
        pytest.param("three days ago", "2024-03-08", id="all else is the day"),
    ],
)
def test_precision_is_that_of_the_unit_named(words: str, expected: str) -> None:
    assert precision.as_fine_as(words, date(2024, 3, 8)) == expected


@pytest.mark.parametrize(
    ("words", "when", "expected"),
    [
        pytest.param("October 2018", datetime(2018, 10, 8), ("DATE", "2018-10"), id="a month and year"),
        pytest.param("Oct 3", datetime(2023, 10, 3), ("DATE", "2023-10-03"), id="a day of a month"),
        pytest.param("Friday", datetime(2024, 3, 1), ("DATE", "2024-03-08"), id="the weekday of publication is that day"),
        pytest.param("Monday", datetime(2024, 3, 4), ("DATE", "2024-03-04"), id="another weekday stays as it is"),
        pytest.param("three days", datetime(2024, 3, 5), ("DURATION", "P3D"), id="a count of days is a length"),
        pytest.param("two decades", datetime(2004, 3, 8), ("DURATION", "P20Y"), id="decades count in years"),
        pytest.param("12 hours", datetime(2024, 3, 7, 12), ("DURATION", "PT12H"), id="hours are a length of clock time"),
        pytest.param("3:30 pm", datetime(2024, 3, 8, 15, 30), ("TIME", "2024-03-08T15:30"), id="a clock time"),
        pytest.param("last year", datetime(2023, 3, 8), ("DATE", "2023"), id="a year gone by"),
        pytest.param("1995", datetime(1995, 3, 8), ("DATE", "1995"), id="a bare year"),
        pytest.param("now", FRIDAY, ("DATE", "PRESENT_REF"), id="now"),
        pytest.param("may", datetime(2023, 5, 8), None, id="a verb is no month"),
        pytest.param("12", datetime(2024, 2, 12), None, id="a number is no date"),
    ],
)
def test_dateparser_is_as_fine_as_the_words(words: str, when: datetime, expected: tuple[str, str] | None) -> None:
    assert dateparser_values.value(words, when, FRIDAY) == expected


def test_dateparser_loses_the_words_before_a_date() -> None:
    assert dateparser_values.trimmed("on the 3 May, ") == (7, "3 May")


def test_dateparser_is_asked_for_this_years_month_and_the_last_weekday() -> None:
    assert [dateparser_values.prefers(words) for words in ("May", "last May", "Monday")] == ["current_period", "past", "past"]


DAYS = {"start": "2024-01-01", "end": "2024-04-01"}


@pytest.mark.parametrize(
    ("words", "kind", "reading", "expected"),
    [
        pytest.param("now", "datetime", {"timex": "PRESENT_REF", "value": "2024-03-08 00:00:00"}, ("DATE", "PRESENT_REF"), id="now"),
        pytest.param("3 May", "date", {"timex": "XXXX-05-03", "value": "2023-05-03"}, ("DATE", "2023-05-03"), id="a day left open"),
        pytest.param("a year ago", "date", {"timex": "2023-03-08", "value": "2023-03-08"}, ("DATE", "2023"), id="a year ago"),
        pytest.param("October 2018", "daterange", {"timex": "2018-10", "start": "2018-10-01"}, ("DATE", "2018-10"), id="a month"),
        pytest.param("May", "daterange", {"timex": "XXXX-05", "start": "2023-05-01"}, ("DATE", "2023-05"), id="a month left open"),
        pytest.param("this week", "daterange", {"timex": "2024-W10", "start": "2024-03-04"}, ("DATE", "2024-W10"), id="a week"),
        pytest.param(
            "the week of 3 May",
            "daterange",
            {"timex": "XXXX-05-03", "start": "2023-05-01", "end": "2023-05-08"},
            ("DATE", "2023-W18"),
            id="the week of a day",
        ),
        pytest.param("first quarter", "daterange", {"timex": "(2024-01-01,2024-04-01,P3M)"} | DAYS, ("DATE", "2024-Q1"), id="a quarter"),
        pytest.param(
            "past five years",
            "daterange",
            {"timex": "(2019-03-08,2024-03-08,P5Y)", "start": "2019-03-08", "end": "2024-03-08"},
            ("DURATION", "P5Y"),
            id="a stretch up to now is a length",
        ),
        pytest.param("summer", "daterange", {"timex": "2024-SU"}, ("DATE", "2024-SU"), id="a season"),
        pytest.param("three days", "duration", {"timex": "P3D"}, ("DURATION", "P3D"), id="a length"),
        pytest.param("every Monday", "set", {"timex": "XXXX-WXX-1"}, ("SET", "XXXX-WXX-1"), id="a set"),
        pytest.param("11:30", "time", {"timex": "T11:30", "value": "11:30:00"}, ("TIME", "2024-03-08T11:30"), id="a clock time is today's"),
        pytest.param(
            "tonight",
            "datetimerange",
            {"timex": "2024-03-08TNI", "start": "2024-03-08 20:00:00", "end": "2024-03-08 23:59:59"},
            ("TIME", "2024-03-08TNI"),
            id="a part of the day",
        ),
    ],
)
def test_recognizers_resolution_becomes_timex3(words: str, kind: str, reading: dict[str, str], expected: tuple[str, str]) -> None:
    assert recognizers_values.value(words, kind, [reading], FRIDAY.date()) == expected


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        pytest.param(
            [{"timex": "XXXX-WXX-5", "value": "2024-03-01"}, {"timex": "XXXX-WXX-5", "value": "2024-03-08"}],
            "2024-03-08",
            id="the weekday of publication",
        ),
        pytest.param(
            [{"timex": "XXXX-WXX-1", "value": "2024-03-04"}, {"timex": "XXXX-WXX-1", "value": "2024-03-11"}],
            "2024-03-04",
            id="a weekday gone by",
        ),
        pytest.param(
            [{"timex": "XXXX-05-03", "value": "2023-05-03"}, {"timex": "XXXX-05-03", "value": "2024-05-03"}],
            "2024-05-03",
            id="a day of this year",
        ),
    ],
)
def test_recognizers_reading_is_the_one_news_means(readings: list[dict[str, str]], expected: str) -> None:
    assert recognizers_values.value("that day", "date", readings, FRIDAY.date()) == ("DATE", expected)


@pytest.mark.parametrize(("words", "expected"), [("may", True), ("one five", True), ("May", False), ("one day", False)])
def test_recognizers_verbs_and_numbers_are_mistakes(words: str, *, expected: bool) -> None:
    assert recognizers_values.mistaken(words) is expected


def test_recognizers_day_before_which_is_that_day() -> None:
    assert recognizers_values.value("by Monday", "daterange", [{"timex": "XXXX-WXX-1", "end": "2024-03-04"}], FRIDAY.date()) == (
        "DATE",
        "2024-03-04",
    )


def test_recognizers_expression_without_a_reading_has_no_value() -> None:
    assert recognizers_values.value("the 1990s", "daterange", [], FRIDAY.date()) == ("DATE", "")


@pytest.mark.parametrize(
    ("words", "tag", "expected"),
    [
        pytest.param("May 2019", 'TIMEX3 type="DATE" value="2019-05-01T00:00:00"', ("DATE", "2019-05"), id="a month"),
        pytest.param("3 May 2019", 'TIMEX3 type="DATE" value="2019-05-03T00:00:00"', ("DATE", "2019-05-03"), id="a day"),
        pytest.param("two weeks", 'TIMEX3 type="DURATION" value="P2W"', ("DURATION", "P2W"), id="a length"),
    ],
)
def test_timexy_midnight_is_as_fine_as_the_words(words: str, tag: str, expected: tuple[str, str]) -> None:
    assert timexy_values.value(words, tag) == expected


def test_heideltime_tags_become_offsets_in_the_text() -> None:
    answer = (
        '<?xml version="1.0"?>\n<TimeML>\nTea & <TIMEX3 tid="t1" type="DATE" value="2019">2019</TIMEX3>,\n'
        '<TIMEX3 tid="t2" type="SET" value="P1D" quant="each">daily</TIMEX3>.\n</TimeML>\n\n'
    )
    assert expressions(answer, "Tea & 2019,\ndaily.") == [
        {"start": 6, "end": 10, "type": "DATE", "value": "2019"},
        {"start": 12, "end": 17, "type": "SET", "value": "P1D"},
    ]


def test_heideltime_answer_over_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="is not the text"):
        expressions("<TimeML>\nTea.\n</TimeML>", "Coffee.")
