"""What the doors share at a terminal: complaints and progress on stderr, and how wide and colourful stdout may be."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

WIDTH_OF_A_FILE = 100


def complain(sentence: str) -> None:
    """Print one sentence on stderr, its control characters escaped."""
    typer.echo("sayso: " + "".join(c if c.isprintable() else repr(c)[1:-1] for c in sentence), err=True)


def colour() -> bool:
    """Say whether stdout is a terminal that wants colour (no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def width() -> int:
    """Return how many columns stdout has; a fixed number when it is no terminal, so that files do not depend on windows."""
    return os.get_terminal_size().columns if sys.stdout.isatty() else WIDTH_OF_A_FILE


@contextmanager
def progress() -> Iterator[Callable[[str, int], Callable[[], None]]]:
    """Give a function that starts a progress bar with a name and a total and returns what advances it; on a terminal's stderr only."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as bar:

        def start(name: str, total: int) -> Callable[[], None]:
            row = bar.add_task(name, total=total)
            return lambda: bar.advance(row)

        yield start
