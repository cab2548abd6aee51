"""`sayso find`: claims out of the ledger."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Annotated

import typer

from sayso.cli.claims_table import claims_table
from sayso.cli.store import DEFAULT, AsJson, Store
from sayso.cli.terminal import colour, width
from sayso.errors import UsageError
from sayso.exchange.cards import counted
from sayso.ledger.base import Hit, Sort

FOUND_NOTHING = 1
SHOWN = 20  # claims in the table, if no other limit is given


def find(
    query: Annotated[list[str] | None, typer.Argument(metavar="[QUERY]...", help="What to look for; everything, when left out.")] = None,
    store: Store = DEFAULT,
    as_json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="A line of CSV a claim.")] = False,
    limit: Annotated[int | None, typer.Option(metavar="N", help="At most so many claims; 20 in the table, all of them otherwise.")] = None,
    sort: Annotated[Sort, typer.Option(help="The newest first, or the best match.")] = Sort.TIME,
) -> None:
    """Find claims: by words, and by who:, through:, about:, standing:, attitude:, type:, place:, outlet:, said: and happens:."""
    from sayso.service.ledger import Ledger

    if limit is not None and limit < 1:
        raise UsageError(f"--limit {limit} shows nothing; expected 1 or more")
    asked = " ".join(query or ())
    most = limit if limit or as_json or as_csv else SHOWN
    with Ledger(store, read_only=True) as ledger:
        hits = islice(ledger.every(asked, sort=sort), most + 1 if most else None)
        if as_json or as_csv:
            found = _written(hits, most, as_csv=as_csv)
        else:
            some = list(hits)
            found = len(some[:most])
            if some:
                typer.echo(claims_table(some[:most], color=colour(), width=width()))
            typer.echo(_said(found, len(some) > found), err=True)
    if not found:
        raise typer.Exit(FOUND_NOTHING)


def _written(hits: Iterator[Hit], most: int | None, *, as_csv: bool) -> int:
    """Print claims for other programs, then on stderr how many they were, whether that is all, and the digest of what was printed."""
    from sayso.service.claim_rows import csv_lines, plain

    whole, count = hashlib.sha256(), 0
    kept = islice(hits, most)
    lines: Iterable[str] = csv_lines(kept) if as_csv else (json.dumps(plain(hit), ensure_ascii=False) for hit in kept)
    for line in lines:
        count += 1
        typer.echo(line)
        whole.update(f"{line}\n".encode())
    more = next(hits, None) is not None
    typer.echo(f"{_said(count - as_csv, more)}, sha256 {whole.hexdigest()}", err=True)
    return count - as_csv


def _said(count: int, more: bool) -> str:
    return counted(count, "claim") + (": there are more (--limit)" if more else "")
