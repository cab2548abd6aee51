"""The dates of events, told by short texts."""

from typing import Any

import pytest

from sayso.language.parse import parser
from sayso.model.event import Certainty, Event, Relation, Standing, StandingLabel
from sayso.model.moment import Moment
from sayso.model.span import Span
from sayso.reading.event_dates import consistent, event_dates
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


def stood(label: StandingLabel) -> Standing:
    return Standing("e-0", label, Certainty.CERTAIN, True, Relation.UNKNOWN, None, "standing.tense")


@pytest.mark.parametrize(
    ("text", "phrase", "label", "date"),
    [
        pytest.param("The dam broke.", "broke", StandingLabel.HAPPENED, "2025-10-22", id="what happened keeps the day of publication"),
        pytest.param("The dam broke.", "broke", StandingLabel.POSSIBLE, "2025-10-22", id="what possibly happened is dated as if it did"),
        pytest.param("He left if the dam breaks.", "breaks", StandingLabel.POSSIBLE, None, id="a condition is not dated today"),
        pytest.param("The dam needs to break.", "break", StandingLabel.POSSIBLE, None, id="what is only possible is not dated today"),
        pytest.param(
            "They negotiated the purchase.", "purchase", StandingLabel.PLANNED, "2025-10-22", id="what is agreed is dated by that"
        ),
        pytest.param("They plan a meeting.", "meeting", StandingLabel.PLANNED, None, id="what is planned is not dated today"),
        pytest.param("They meet on Nov. 3.", "meet", StandingLabel.PLANNED, "2025-11-03", id="a plan keeps a date of its own"),
        pytest.param("They meet on Nov. 3.", "meet", StandingLabel.HAPPENED, "2025-10-22", id="what happened was not after publication"),
        pytest.param("He called for repair of a dam.", "repair", StandingLabel.HAPPENED, "2025-10-22", id="what happened is dated today"),
        pytest.param("In his first term, a dam broke.", "broke", StandingLabel.HAPPENED, None, id="but not in an era of its own"),
    ],
)
def test_consistent_takes_away_dates_that_the_standing_forbids(text: str, phrase: str, label: StandingLabel, date: str | None) -> None:
    (kept,) = consistent(parser().parse(text), (dated(text, [phrase], "2025-10-22"),), [stood(label)], Moment.parse("2025-10-22"))
    assert (kept.time.value if kept.time else None) == date


def test_consistent_dates_nothing_by_a_rule_not_named() -> None:
    undated = event("The dam broke.", "broke", 0)
    told = consistent(parser().parse("The dam broke."), (undated,), [stood(StandingLabel.HAPPENED)], Moment.parse("2025-10-22"))
    silent = consistent(
        parser().parse("The dam broke."), (undated,), [stood(StandingLabel.HAPPENED)], Moment.parse("2025-10-22"), only=frozenset()
    )
    assert [one.time_rule for one in (*told, *silent)] == ["event-dates.happened", None]
