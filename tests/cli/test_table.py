"""Events at the terminal: one row an event, and nothing an article says is ever sent raw."""

from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len

from sayso.cli.table import table
from sayso.exchange.event_rows import event_rows
from tests.readings import summit


def test_table_has_a_head_and_a_row_for_each_event() -> None:
    rows = list(event_rows(summit()))
    head, _, *lines = table(rows, color=False, width=160).split("\n")
    assert head.split() == ["date", "standing", "actor", "type", "recipient", "place", "according", "to"]
    assert [line for line in lines if any(mark in line for mark in "●◇○✕≠?")]
    assert "◇ planned" in lines[0]


def test_table_keeps_to_the_width() -> None:
    for width in (40, 80):
        assert all(cell_len(line) <= width for line in table(event_rows(summit()), color=False, width=width).split("\n"))


def test_table_shows_what_could_steer_the_terminal_by_its_code() -> None:
    row = replace(next(iter(event_rows(summit()))), actor=["Ann\x1b[2J [bold]Lee"])
    shown = table([row], color=False, width=200)
    assert "\x1b" not in shown
    assert "\\x1b[2J [bold]Lee" in shown
