"""`sayso doctor`: how the ledger is, what could not be read and why, and what can be done about it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import adding
from sayso.cli.store import DEFAULT, AsJson, Store, Workers
from sayso.exchange.cards import counted
from sayso.exchange.wording import visible

if TYPE_CHECKING:
    from sayso.service.ledger import Ledger

UNSOUND = 3


class List(StrEnum):
    """What can be listed."""

    FAILED = "failed"
    SKIPPED = "skipped"
    WAITING = "waiting"
    ADRIFT = "adrift"


def doctor(
    show: Annotated[List | None, typer.Argument(metavar="[LIST]", help="failed, skipped, waiting or adrift: list these, with why.")] = None,
    store: Store = DEFAULT,
    retry: Annotated[bool, typer.Option("--retry", help="Let all that failed be tried again, and try.")] = False,
    reread: Annotated[bool, typer.Option("--reread", help="Read again what another version of sayso read.")] = False,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make the rows of claims and the index again.")] = False,
    digest: Annotated[bool, typer.Option("--digest", help="Print the SHA-256 of all it holds.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Compare everything with its checksums; exit 3 when something is wrong.")] = False,
    backup: Annotated[Path | None, typer.Option(metavar="FILE", help="Copy the ledger into a new file.")] = None,
    workers: Workers = None,
    as_json: AsJson = False,
) -> None:
    """Tell how many documents were read, failed, were skipped or wait; list them; check and mend the ledger."""
    from sayso.service.ledger import Ledger

    with Ledger(store, read_only=not (retry or reread or rebuild)) as ledger:
        if show:
            for row in _listed(ledger, show):
                typer.echo(json.dumps(row, ensure_ascii=False) if as_json else visible(" · ".join(map(str, filter(None, row.values())))))
            return
        if backup:
            ledger.backup(backup)
            typer.echo(f"copied to {backup}", err=True)
        if rebuild:
            ledger.rebuild()
        if retry:
            ledger.retry()
            adding.run(lambda tell: ledger.add(workers=workers, tell=tell), as_json=as_json, again="sayso add")
        if reread:
            adding.run(lambda tell: ledger.reread(workers=workers, tell=tell), as_json=as_json, again="sayso doctor --reread")
        if digest:
            typer.echo(ledger.digest())
        if check:
            _check(ledger)
        if not (retry or reread or digest or check or backup):
            _tell(ledger, as_json)


def _tell(ledger: Ledger, as_json: bool) -> None:
    counts = ledger.counts()
    adrift = sum(1 for _ in ledger.adrift())
    if as_json:
        typer.echo(json.dumps({**asdict(counts), "adrift": adrift}))
        return
    parts = f"{counts.read:,} read + {counts.failed:,} failed + {counts.skipped:,} skipped + {counts.waiting:,} waiting"
    typer.echo(f"{counted(counts.seen, 'document')} seen = {parts}")
    why = Counter((document.reason or "").partition(":")[0] for document in ledger.documents("failed"))
    if why:
        sorts = ", ".join(f"{count:,} {name}" for name, count in sorted(why.items()))
        typer.echo(f"failed: {sorts}; {counts.set_aside:,} set aside after three tries (`sayso doctor failed`)")
    strays = f", {adrift:,} adrift (`sayso doctor adrift`)" if adrift else ""
    typer.echo(f"{counted(counts.claims, 'claim')}, {counted(counts.judgements, 'judgement')}{strays}")


def _listed(ledger: Ledger, show: List) -> Iterator[dict[str, object]]:
    if show is List.ADRIFT:
        for stray in ledger.adrift():
            made = stray.judgement
            fields = {"judgement": made.id, "verdict": made.verdict.value, "by": made.by, "when": made.when, "why": made.why}
            yield {**fields, "claim": stray.anchor.claim, "words": stray.anchor.span.text}
        return
    for document in ledger.documents(show.value):
        tries = f"tried {document.tries} times" if document.tries > 1 else None
        yield {"document": document.id, "place": document.places[0], "url": document.url, "reason": document.reason, "tries": tries}


def _check(ledger: Ledger) -> None:
    found = 0
    for fault in ledger.faults():
        found += 1
        typer.echo(visible(fault))
    typer.echo(counted(found, "fault") if found else "sound: everything is as it was written", err=True)
    if found:
        raise typer.Exit(UNSOUND)
