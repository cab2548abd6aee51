"""`sayso export` and `sayso import`: a whole ledger as text, and back."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.store import DEFAULT, Store
from sayso.errors import UsageError
from sayso.exchange.cards import counted


def export(
    store: Store = DEFAULT,
    as_csv: Annotated[bool, typer.Option("--csv", help="The claims alone, as CSV.")] = False,
    times: Annotated[bool, typer.Option("--times", help="Also when documents came and how often they were tried.")] = False,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to, instead of standard output; must not be there yet.")] = None,
) -> None:
    """Write the whole ledger as lines of JSON, the same for the same content; how many, and their digest, are told on stderr."""
    from sayso.service.claim_rows import csv_lines
    from sayso.service.ledger import Ledger

    if as_csv and times:
        raise UsageError("--csv writes claims, which have no --times of their own; leave one of them out")
    if out and out.exists():
        raise UsageError(f"{out} is there already; name a new file for the export")
    with Ledger(store, read_only=True) as ledger:
        lines = csv_lines(ledger.every("judged:none,accept,reject,correct,unsure")) if as_csv else ledger.export(times=times)
        if out:
            with out.open("w", encoding="utf-8", newline="\n") as file:
                count, digest = _streamed(lines, file.write)
        else:
            count, digest = _streamed(lines, lambda text: sys.stdout.buffer.write(text.encode()))
            sys.stdout.flush()
    typer.echo(f"wrote {counted(count, 'line')}, sha256 {digest} (whole)", err=True)


def load(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `sayso export` wrote.")],
    store: Store = DEFAULT,
) -> None:
    """Add what `sayso export` wrote to a ledger: documents, readings and judgements, all or nothing."""
    from sayso.service.ledger import Ledger

    try:
        with file.open(encoding="utf-8") as lines, Ledger(store) as ledger:
            ledger.load(lines)
            counts = ledger.counts()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read ({error}); expected what `sayso export` wrote") from error
    held = counted(counts.seen, "document"), counted(counts.claims, "claim"), counted(counts.judgements, "judgement")
    typer.echo(f"the ledger holds {', '.join(held)}")


def _streamed(lines: Iterator[str], write: Callable[[str], object]) -> tuple[int, str]:
    """Write lines one by one; return how many they were, and the SHA-256 of all."""
    whole, count = hashlib.sha256(), 0
    for line in lines:
        count += 1
        write(f"{line}\n")
        whole.update(f"{line}\n".encode())
    return count, whole.hexdigest()
