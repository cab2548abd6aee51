"""`sayso add`: documents into the ledger."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import adding
from sayso.cli.store import DEFAULT, AsJson, Contact, Store, Workers


def add(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...",
            help="Files, folders, patterns, feeds, sitemaps, OPML, newsletters, JSONL, WARC, web addresses; - reads standard input.",
        ),
    ] = None,
    store: Store = DEFAULT,
    workers: Workers = None,
    contact: Contact = None,
    as_json: AsJson = False,
) -> None:
    """Read documents into the ledger, each once, and go on with what waits there from an earlier run."""
    from sayso.service.ledger import Ledger

    named = [source if source == "-" else _near(source) for source in sources or ()]
    with Ledger(store) as ledger:
        adding.run(
            lambda tell: ledger.add(*named, workers=workers, contact=contact, stdin=sys.stdin.buffer, tell=tell),
            as_json=as_json,
            again="sayso add",
        )


def _near(name: str) -> str:
    """A name with the user's home folder spelt out, where a shell did not."""
    return str(Path(name).expanduser()) if name.startswith("~") else name
