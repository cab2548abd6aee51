"""Measure every task on the development files, and write the table that bench/README.md holds.

    SAYSO_BENCH=../shared/bench python bench/table.py [--raise-floors]

With --raise-floors the floors in tests/gates/floors.toml are lifted to what was measured, a little under it; none is ever lowered.
"""

from __future__ import annotations

import argparse
import datetime
import json
import math
import tomllib
from pathlib import Path

from sayso.bench.score import SCORED, Figure, score
from sayso.version import __version__

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "tests" / "gates" / "floors.toml"
README = ROOT / "bench" / "README.md"
NOISE = 0.01  # of a figure: a parse is floating point, and between machines one event in a hundred may fall the other way
START, END = "<!-- figures: written by bench/table.py -->", "<!-- end of figures -->"


def table(figures: list[Figure]) -> str:
    """Return the figures as a Markdown table under a line with version and date."""
    rows = ["| task | data | measure | **sayso** | 95 % | best peer | goal |", "|---|---|---|---|---|---|---|"]
    for figure in figures:
        digits = 1 if (figure.goal or figure.value) > 1 else 3
        interval = "{:.{d}f} - {:.{d}f}".format(*figure.interval, d=digits) if figure.interval else "-"
        peer = f"{figure.peer:g} ({figure.peer_name})" if figure.peer is not None else "-"
        goal = f"{figure.goal:g}" if figure.goal is not None else "-"
        rows.append(f"| {figure.task} | {figure.data} | {figure.name} | **{figure.value:.{digits}f}** | {interval} | {peer} | {goal} |")
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    return f"sayso {__version__}, measured {today}.\n\n" + "\n".join(rows)


def raised(figures: list[Figure]) -> str:
    """Return floors.toml with each floor at what was measured, less a hair, or where it was if that is higher."""
    words = FLOORS.read_text(encoding="utf-8")
    head = "".join(line for line in words.splitlines(keepends=True) if line.startswith("#"))
    old = {(f["task"], f["data"], f["name"]): f["floor"] for f in tomllib.loads(words).get("floor", [])}
    rows = []
    for figure in figures:
        unit = 100 if (figure.goal or figure.value) > 1 else 1
        measured = math.floor((figure.value / unit - NOISE) * 1000) / 1000 * unit
        floor = max(measured, old.get((figure.task, figure.data, figure.name), 0))
        rows.append(f'[[floor]]\ntask = "{figure.task}"\ndata = "{figure.data}"\nname = {json.dumps(figure.name)}\nfloor = {floor:g}\n')
    seed = words[words.index("[seed]") :]
    return head + "\n" + "\n".join(rows) + "\n" + seed


def main() -> None:
    """Measure, write, and with --raise-floors lift the floors."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, help="the benchmark's folder; otherwise SAYSO_BENCH")
    options.add_argument("--raise-floors", action="store_true")
    given = options.parse_args()
    figures = [figure for task in SCORED for figure in score(task, given.data)]
    before, _, rest = README.read_text(encoding="utf-8").partition(START)
    README.write_text(f"{before}{START}\n{table(figures)}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    if given.raise_floors:
        FLOORS.write_text(raised(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
