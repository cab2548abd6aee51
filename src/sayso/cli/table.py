"""Events at the terminal: one row an event, in columns as wide as they need, the last taking what is left."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.cli.render import COLOURS, NARROWEST
from sayso.exchange.event_rows import EventRow
from sayso.exchange.wording import visible
from sayso.model.event import StandingLabel

HEADS = ("date", "standing", "actor", "type", "recipient", "place", "according to")


def table(rows: Iterable[EventRow], *, color: bool, width: int) -> str:
    """Return rows as a table of at most ``width`` columns (40 at least); the article's words are made harmless."""
    grid = Table(*HEADS, box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=False)
    for row in rows:
        mark = StandingLabel(row.standing).mark
        style = COLOURS[row.standing] if color else ""
        cells = (f"{mark} {row.standing}", ", ".join(row.actor), row.type + (f" {row.mode}" if row.mode else ""), ", ".join(row.recipient))
        words = (row.date or "unknown", *cells, row.place, " > ".join(row.according_to))
        grid.add_row(*(Text(visible(word)) for word in words), style=style)
    out = io.StringIO()
    console = Console(file=out, width=max(width, NARROWEST), force_terminal=color, color_system="standard" if color else None)
    console.print(grid)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip("\n").split("\n"))
