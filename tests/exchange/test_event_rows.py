"""Event rows: one row an event of a PLOVER type, with its standing and who says so."""

from __future__ import annotations

from dataclasses import replace

from sayso.exchange.event_rows import event_rows, happening
from tests.readings import summit


def test_event_rows_hold_who_did_what_to_whom_and_according_to_whom() -> None:
    reading = summit()
    rows = {row.trigger: row for row in event_rows(reading)}
    typed = [event.trigger.text for event in reading.events if event.type]
    assert list(rows) == typed
    first = rows[typed[0]]
    assert (first.standing, first.according_to[-1]) == ("planned", "Harbour Courier")
    assert (reading.article.text[first.start : first.end], next(iter(first.plain()))) == (first.trigger, "id")


def test_event_rows_leave_out_what_is_more_likely_not_filed() -> None:
    reading = summit()
    doubted = tuple(replace(event, confidence=0.4) for event in reading.events)
    assert list(event_rows(replace(reading, events=doubted))) == []


def test_event_rows_say_what_is_unknown_of_an_event_that_no_claim_holds() -> None:
    rows = list(event_rows(replace(summit(), claims=())))
    assert {row.standing for row in rows} == {"unknown"}
    assert {tuple(row.according_to) for row in rows} == {("Harbour Courier",)}


def test_happening_is_told_only_of_an_event_that_is_a_row() -> None:
    event = next(event for event in summit().events if event.type and event.actors)
    assert event.type is not None
    assert happening(event).startswith(f"{event.type.value} ")
    assert happening(replace(event, actors=(), recipients=event.actors)).startswith(f"{event.type.value} ? > ")
    assert happening(replace(event, actors=(), recipients=())) == event.type.value
    assert happening(replace(event, confidence=0.4)) == happening(replace(event, type=None)) == ""
