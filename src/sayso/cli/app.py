"""The command line: parse a request, call the service, print; no logic.

Exit codes: 0 done, 1 found nothing, 2 wrong use, 3 some input could not be read (each named on stderr with its reason).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from sayso import service
from sayso.cli import add, bench, doctor, export, find, follow, review
from sayso.cli.terminal import colour, complain, width
from sayso.errors import QueryError, SaysoError, UnreadableError
from sayso.model.reading import Reading
from sayso.version import __version__

FOUND_NOTHING, WRONG_USE, SOME_FAILED = 1, 2, 3

app = typer.Typer(
    help="sayso: on whose say-so? Reads news and shows who says what, through whom, and whether it happened.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(bench.app, name="bench")
app.command("add")(add.add)
app.command("find")(find.find)
app.command("review")(review.review)
app.command("doctor")(doctor.doctor)
app.command("export")(export.export)
app.command("import")(export.load)
app.command("follow")(follow.follow)


def main() -> None:
    """Run the command line; an error made on purpose is one sentence on stderr, never a traceback."""
    try:
        app()
    except QueryError as error:
        typer.echo(f"sayso: {error}", err=True)  # of several lines, the last of which points at the place; harmless by itself
        sys.exit(WRONG_USE)
    except SaysoError as error:
        complain(str(error))
        sys.exit(WRONG_USE)
    except BrokenPipeError:  # whoever reads us has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)] = False,
) -> None: ...


@app.command()
def read(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Plain text, Markdown or HTML; - reads standard input.")],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When it was published, as 2025-10-18.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One Reading a line, by the schema that `sayso schema` prints.")] = False,
    html: Annotated[Path | None, typer.Option(metavar="OUT", help="Also write a self-contained page that opens without a server.")] = None,
    actors: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Actors of your own, as CSV or in PETRARCH's format; may be given several times."),
    ] = None,
    rules: Annotated[bool, typer.Option("--rules", help="Name the rules that made each claim.")] = False,
    events: Annotated[bool, typer.Option("--events", help="One row an event instead of one block a claim.")] = False,
) -> None:
    """Read articles and print their claims: who says so, through whom, when, and whether it happened."""
    readings, failed = [], 0
    for name in files:
        try:
            reading = service.read_file(name, published=published, outlet=outlet, actors=actors or ())
        except UnreadableError as error:
            complain(str(error))
            failed += 1
            continue
        readings.append(reading)
        for words in _printed(reading, as_json=as_json, rules=rules, events=events):
            typer.echo(words)
    if html and readings:
        service.write_html(readings, html)
        typer.echo(f"wrote {html}: {len(readings)} article{'s' * (len(readings) != 1)}", err=True)
    if failed:
        raise typer.Exit(SOME_FAILED)
    if not any(reading.claims for reading in readings):
        raise typer.Exit(FOUND_NOTHING)


def _printed(reading: Reading, *, as_json: bool, rules: bool, events: bool) -> Iterator[str]:
    """What a reading looks like: its claims or its events, for people or as JSON, an object a line."""
    from sayso.cli.render import render
    from sayso.cli.table import table
    from sayso.exchange.event_rows import EventRow, event_rows

    if events and as_json:
        yield from (json.dumps(row, ensure_ascii=False) for row in map(EventRow.plain, event_rows(reading)))
    elif events:
        yield table(event_rows(reading), color=colour(), width=width())
    else:
        yield service.to_json(reading) if as_json else render(reading, color=colour(), width=width(), rules=rules)


@app.command()
def schema() -> None:
    """Print the JSON Schema of what `read --json` writes."""
    typer.echo(json.dumps(service.schema(), indent=1, ensure_ascii=False))
