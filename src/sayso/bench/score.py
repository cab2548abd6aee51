"""Scores: our figures beside the best peer's and the goal, each computed by the benchmark's own scorer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.bench.predict import TASKS, predict
from sayso.bench.rows import Row, held, read_rows
from sayso.errors import UsageError

VARIABLE = "SAYSO_BENCH"
OWN = Path("tests", "gates")  # of the project's folder: sets of our own writing
Progress = Callable[[str, int], Callable[[], None]]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; ``interval`` is a 95 % bootstrap interval where the scorer gives one, ``peer`` the best other system's."""

    task: str
    data: str
    name: str
    value: float
    interval: tuple[float, float] | None
    peer: float | None
    peer_name: str | None
    goal: float | None


def folder(given: Path | None) -> Path:
    """Return the folder of the benchmark: as given, or by ``SAYSO_BENCH``; raise UsageError when there is none."""
    path = given or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if path is None:
        raise UsageError(f"where is the benchmark? Give its folder with --data, or set {VARIABLE}")
    if not path.is_dir():
        raise UsageError(f"{path} is not a folder; expected the benchmark, with attribution/, time/, events/ and standing/ in it")
    return path


def sets(task: str) -> list[dict[str, Any]]:
    """Return what is measured for a task: file, scorer, figures; raise UsageError when nothing is."""
    every = tomllib.loads(files("sayso.bench").joinpath("measured.toml").read_text(encoding="utf-8"))["sets"]
    chosen = [one for one in every if one["task"] == task]
    if not chosen:
        known = dict.fromkeys(one["task"] for one in every)
        raise UsageError(f"nothing is scored for {task!r}; expected one of {', '.join(known)}")
    return chosen


def score(task: str, bench: Path | None = None, *, progress: Progress | None = None) -> Iterator[Figure]:
    """Predict every development file of a task and yield its figures, in the order of ``measured.toml``.

    ``bench`` is the benchmark's folder, found as ``folder`` finds it; sets of our own writing need none.
    """
    for chosen in sets(task):
        home = OWN if chosen.get("own") else folder(bench)
        gold = home / chosen["file"]
        if not gold.exists():
            where = " (run this in the project's folder)" if chosen.get("own") else ""
            raise UsageError(f"{gold} is not there; expected the development file of {task}{where}")
        rows = held(read_rows(gold)) if chosen.get("held") else read_rows(gold)
        advance = progress(chosen["file"], len(rows)) if progress else lambda: None
        with tempfile.TemporaryDirectory() as scratch:
            guesses = Path(scratch) / "pred.jsonl"
            with guesses.open("w", encoding="utf-8") as out:
                for answer in predict(task, rows):
                    out.write(json.dumps(answer, ensure_ascii=False) + "\n")
                    advance()
            truth = _truth(rows, chosen, Path(scratch) / "gold.jsonl")
            yield from figures(chosen, _run(home, chosen, truth, guesses))


def figures(chosen: dict[str, Any], report: dict[str, Any]) -> Iterator[Figure]:
    """Yield the figures that a set names, taken from a scorer's report."""
    for wanted in chosen["figures"]:
        scale, bounds = wanted["scale"], _reach(report, wanted["interval"]) if "interval" in wanted else None
        yield Figure(
            task=chosen["task"],
            data=chosen["file"],
            name=wanted["name"],
            value=scale * float(_reach(report, wanted["path"])),
            interval=(scale * bounds[0], scale * bounds[1]) if bounds else None,
            peer=wanted.get("peer"),
            peer_name=wanted.get("peer_name"),
            goal=wanted.get("goal"),
        )


def _truth(rows: list[Row], chosen: dict[str, Any], path: Path) -> Path:
    """Write the gold rows that are measured.

    With ``typed_only`` without the events that the crosswalk gives no type (CAMEO 01 and 02), which the scorer cannot order.
    """
    if chosen.get("typed_only"):
        rows = [{**row, "events": [event for event in row["events"] if event["plover"]]} for row in rows]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def _run(bench: Path, chosen: dict[str, Any], gold: Path, guesses: Path) -> dict[str, Any]:
    command = [sys.executable, *(("-m", chosen["module"]) if "module" in chosen else (str(bench / chosen["scorer"]),))]
    command += [chosen["command"]] if "command" in chosen else []
    command += [str(gold), str(guesses), *chosen.get("options", ("--json",))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise UsageError(f"the scorer {command[-3]} failed: {done.stderr.strip().splitlines()[-1:]}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _reach(report: Any, path: list[str]) -> Any:
    for step in path:
        report = report[step]
    return report


SCORED = tuple(TASKS)
