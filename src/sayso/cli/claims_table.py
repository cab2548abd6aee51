"""Claims of many articles at the terminal: one row a claim, its standing by mark and word, who says so, its words, and where."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.cli.render import COLOURS, NARROWEST
from sayso.exchange.wording import shorten, visible
from sayso.ledger.base import Hit
from sayso.model.event import StandingLabel

WORDS = 160  # characters of a claim that are shown
HEADS = ("standing", "who", "says", "in", "claim")


def claims_table(hits: Sequence[Hit], *, color: bool, width: int) -> str:
    """Return claims as a table of at most ``width`` columns (40 at least); what articles say is made harmless."""
    grid = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for head in HEADS:
        grid.add_column(head, no_wrap=head in ("standing", "claim"), ratio={"who": 4, "says": 8, "in": 3}.get(head))
    for hit in hits:
        style = COLOURS[hit.standing or "unknown"] if color else ""
        grid.add_row(Text(standing(hit), style), *(Text(visible(cell)) for cell in _cells(hit)))
    out = io.StringIO()
    console = Console(file=out, width=max(width, NARROWEST), force_terminal=color, color_system="standard" if color else None)
    console.print(grid)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip("\n").split("\n"))


def standing(hit: Hit) -> str:
    """Return the standing of a claim by mark and word, and what people decided about it."""
    label = hit.standing or StandingLabel.UNKNOWN
    return f"{label.mark} {label.value}" + (f" ({hit.verdict})" if hit.verdict != "none" else "")


def _cells(hit: Hit) -> tuple[str, ...]:
    chain = " > ".join((*hit.who, *hit.through))
    where = ", ".join(part for part in (hit.outlet if hit.outlet not in hit.through[-1:] else None, (hit.said or "")[:10]) if part)
    return chain, shorten(hit.span.text, WORDS), where, hit.claim
