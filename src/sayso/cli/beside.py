"""A claim beside its text, as whoever judges it needs to see it."""

from __future__ import annotations

import textwrap

import typer

from sayso.cli.claims_table import standing
from sayso.cli.render import COLOURS, NARROWEST
from sayso.exchange.wording import visible
from sayso.ledger.base import Hit

AROUND = 400  # characters of text shown on either side of a claim


def beside(hit: Hit, text: str, *, color: bool, width: int) -> str:
    """Return a claim, and its words between marks among those around them, as lines; what articles say is made harmless."""
    wide = max(width, NARROWEST)
    facts = [("who", " > ".join((*hit.who, *hit.through))), ("attitude", hit.attitude or ""), ("happens", hit.happens or "")]
    facts += [("in", " · ".join(part for part in (hit.title, hit.outlet, hit.said) if part)), ("corrected", ", ".join(hit.corrected))]
    head = typer.style(f"{standing(hit)}  sure to {hit.confidence:.0%}", COLOURS[hit.standing or "unknown"]) if color else None
    lines = [f"{head or f'{standing(hit)}  sure to {hit.confidence:.0%}'}  {hit.claim}"]
    for name, value in facts:
        if value:
            lines += textwrap.wrap(visible(value), wide, initial_indent=f"{name:<10}", subsequent_indent=" " * 10)
    for paragraph in _around(hit, text).split("\n"):
        lines += textwrap.wrap(visible(paragraph), wide, initial_indent="    ", subsequent_indent="    ")
    return "\n".join(lines)


def _around(hit: Hit, text: str) -> str:
    start, end = max(0, hit.span.start - AROUND), min(len(text), hit.span.end + AROUND)
    before, after = text[start : hit.span.start], text[hit.span.end : end]
    cut = ("…" if start else "", "…" if end < len(text) else "")
    return f"{cut[0]}{before}»{text[hit.span.start : hit.span.end]}«{after}{cut[1]}"
