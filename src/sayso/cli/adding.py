"""A run at the terminal: a bar with rate and rest while it goes on, each failure on stderr, and a line of sums at the end."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from sayso.cli.terminal import complain
from sayso.exchange.cards import counted
from sayso.service.outcomes import Added, Outcome, What

FOUND_NOTHING, SOME_FAILED, STOPPED = 1, 3, 130
Tell = Callable[[Outcome], None]


def run(work: Callable[[Tell], Added], *, as_json: bool, again: str) -> None:
    """Do the work, telling how it goes; exit 1 when there was nothing, 3 when something failed, 130 when it was stopped by Ctrl-C.

    ``again`` is the command that goes on with the rest.
    """
    so_far = Added()
    try:
        with _bar() as advance:

            def tell(outcome: Outcome) -> None:
                so_far.note(outcome)
                advance(so_far)
                if as_json and outcome.what is not What.SEEN:
                    typer.echo(json.dumps(_plain(outcome), ensure_ascii=False))
                elif outcome.reason and outcome.what is not What.SEEN:
                    complain(f"{outcome.place}: {outcome.reason}")

            work(tell)
    except KeyboardInterrupt:
        typer.echo(summary(so_far), err=True)
        complain(f"stopped; what was seen is kept, and `{again}` goes on with it")
        raise typer.Exit(STOPPED) from None
    typer.echo(summary(so_far), err=as_json)
    if so_far.failed:
        raise typer.Exit(SOME_FAILED)
    if not so_far.seen:
        raise typer.Exit(FOUND_NOTHING)


def summary(added: Added) -> str:
    """Return the sums of a run in one line, in which what was seen is the sum of the rest."""
    parts = [f"{added.seen:,} seen", f"{added.read:,} read", f"{added.known:,} known already"]
    parts += [f"{added.failed:,} failed (`sayso doctor failed` tells why)"] if added.failed else []
    parts += [f"{added.skipped:,} skipped"] if added.skipped else []
    parts += [f"{added.waiting:,} waiting"] if added.waiting else []
    return " · ".join([*parts, counted(added.claims, "claim")])


def _plain(outcome: Outcome) -> dict[str, object]:
    row: dict[str, object] = {"document": outcome.document, "what": outcome.what.value, "place": outcome.place, "claims": outcome.claims}
    return {**row, "reason": outcome.reason} if outcome.reason else row


class _Rate(ProgressColumn):
    """Documents a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.1f}/s" if task.speed else "")


@contextmanager
def _bar() -> Iterator[Callable[[Added], None]]:
    """Give what draws the sums so far as a bar, on a terminal's stderr only; its end moves on while documents are still being found."""
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True) as progress:
        row = progress.add_task("reading", total=None)
        yield lambda added: progress.update(row, completed=added.seen - added.waiting, total=added.seen)
