"""What was once reached is kept: each figure stays at or above its floor.

Needs the benchmark's folder, by SAYSO_BENCH or beside the project as ../shared/bench; without it these tests are skipped.
"""

import json
import os
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from sayso.bench.score import Figure, score

HERE = Path(__file__).parent
BENCH = Path(os.environ.get("SAYSO_BENCH") or HERE.parents[2] / "shared" / "bench")
SEED = Path(os.environ.get("SAYSO_SEED") or HERE.parents[2] / "shared" / "seed")
GATES = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
FLOORS = GATES.get("floor", [])

needs_bench = pytest.mark.skipif(not BENCH.is_dir(), reason="the benchmark's data are not here (set SAYSO_BENCH to their folder)")
needs_seed = pytest.mark.skipif(not SEED.is_dir(), reason="the seed article is not here (set SAYSO_SEED to its folder)")


@cache
def figures(task: str) -> dict[tuple[str, str], Figure]:
    return {(figure.data, figure.name): figure for figure in score(task, BENCH)}


@needs_bench
@pytest.mark.parametrize("floor", [pytest.param(floor, id=f"{floor['task']}: {floor['name']}, {floor['data']}") for floor in FLOORS])
def test_figure_stays_at_or_above_its_floor(floor: dict[str, str | float]) -> None:
    figure = figures(str(floor["task"]))[str(floor["data"]), str(floor["name"])]
    assert figure.value >= float(floor["floor"])


@needs_seed
def test_seed_article_stays_as_well_read_as_it_was() -> None:
    command = [sys.executable, str(HERE.parents[1] / "bench" / "seed.py"), "--seed", str(SEED), "--json"]
    totals = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    worse = {name for name, floor in GATES["seed"].items() if totals[name] < floor}
    assert worse == set()
    assert totals["wrongly_happened"] <= GATES["seed"]["wrongly_happened"]
