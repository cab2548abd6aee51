"""`sayso bench`: predictions in the benchmark's shape, and our figures beside the peers'."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from sayso.bench.calibration import Judged, deciles, judged
from sayso.bench.predict import predict
from sayso.bench.rows import read_rows
from sayso.bench.score import SCORED, Figure, score
from sayso.cli.terminal import progress

app = typer.Typer(help="Run the published benchmarks on this machine.", no_args_is_help=True, rich_markup_mode=None)


@app.command("predict")
def predict_file(
    task: Annotated[str, typer.Argument(metavar="TASK", help="attribution, chains, times, event-dates, events, actors, standing or talk.")],
    source: Annotated[Path, typer.Argument(metavar="IN.jsonl", help="The benchmark file; gold in it is not looked at.")],
    target: Annotated[Path, typer.Argument(metavar="OUT.jsonl", help="Where the predictions go, one row for each row of IN.")],
    given_actors: Annotated[bool, typer.Option("--given-actors", help="For events: take the sides from the file.")] = False,
) -> None:
    """Run the ordinary reader over a benchmark file and write predictions in the benchmark's own shape."""
    rows = read_rows(source)
    with progress() as start, target.open("w", encoding="utf-8") as out:
        advance = start(source.name, len(rows))
        for answer in predict(task, rows, given_actors=given_actors):
            out.write(json.dumps(answer, ensure_ascii=False) + "\n")
            advance()


@app.command("score")
def score_task(
    task: Annotated[str, typer.Argument(metavar="TASK", help="A task as in predict, or all.")],
    data: Annotated[Path | None, typer.Option(help="The benchmark's folder; otherwise taken from SAYSO_BENCH.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One figure a line.")] = False,
) -> None:
    """Score the reader on the development files: our figure beside the best peer's and the goal."""
    with progress() as start:
        for name in SCORED if task == "all" else (task,):
            for figure in score(name, data, progress=start):
                typer.echo(json.dumps(asdict(figure)) if as_json else line(figure))


@app.command("calibration")
def calibration(
    what: Annotated[str, typer.Argument(metavar="WHAT", help="attribution, standing or events.")] = "attribution",
    data: Annotated[Path | None, typer.Option(help="The benchmark's folder; otherwise taken from SAYSO_BENCH.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One decile a line.")] = False,
) -> None:
    """Show whether confidences mean what they say: of those found this sure, how many are right on the development files."""
    rows, judge = judged(what, data)
    with progress() as start:
        advance = start(what, len(rows))
        found: list[Judged] = []
        for row in rows:
            found += judge(row)
            advance()
    for decile in deciles(found):
        shown = f"{decile.low:.2f} to {decile.high:.2f}  {decile.n:5}  confidence {decile.confidence:.3f}  right {decile.right:.3f}"
        typer.echo(json.dumps(asdict(decile)) if as_json else f"{shown}  off by {decile.gap:+.1f} points")


def line(figure: Figure) -> str:
    """Return a figure as one line for people."""
    digits = 1 if (figure.goal or figure.value) > 1 else 3
    low_high = "[{:.{d}f}, {:.{d}f}]".format(*figure.interval, d=digits) if figure.interval else ""
    peer = f"peer {figure.peer:g} ({figure.peer_name})" if figure.peer is not None else ""
    goal = f"goal {figure.goal:g}" if figure.goal is not None else ""
    return f"{figure.task:12} {figure.data:36} {figure.name:36} {figure.value:7.{digits}f} {low_high:16} {peer:38} {goal}".rstrip()
