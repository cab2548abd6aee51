"""The dates of events, told by short texts."""

from typing import Any

import pytest

from sayso.language.parse import parser
from sayso.model.event import Event
from sayso.model.moment import Moment
from sayso.model.span import Span
from sayso.reading.event_dates import event_dates
from sayso.reading.times import times
from tests.reading.cases import cases


def event(text: str, phrase: str, nth: int) -> Event:
    start = text.index(phrase)
    trigger = Span.cut(text, start, start + len(phrase.split()[0]))
    return Event(f"e-{nth}", trigger, Span.cut(text, start, start + len(phrase)), None, "events.verb")


def dated(text: str, phrases: list[str], dct: str | None, only: frozenset[str] | None = None) -> Event:
    """The last of the events with these phrases, each named by its first word, once all are dated."""
    parse, published = parser().parse(text), Moment.parse(dct) if dct else None
    told = tuple(event(text, phrase, nth) for nth, phrase in enumerate(phrases))
    return event_dates(parse, told, times(parse, published), published, only=only)[-1]


@pytest.mark.parametrize("case", cases("event_dates"))
def test_event_dates(case: dict[str, Any]) -> None:
    found = dated(case["text"], [*case.get("told", ()), case["trigger"]], case["dct"])
    assert [found.time.value if found.time else None, found.time_basis] == case["expect"]


def test_event_dates_name_their_rule_and_obey_only() -> None:
    found = dated("The dam broke on Monday.", ["broke"], "2025-10-22", frozenset({"event-dates.publication"}))
    assert (found.time_rule, found.time and found.time.value) == ("event-dates.publication", "2025-10-22")
