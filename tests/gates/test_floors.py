"""What was once reached is kept: each figure stays at or above its floor.

Needs the benchmark's folder, by SAYSO_BENCH or beside the project as ../shared/bench; without it these tests are skipped.
"""

import os
import tomllib
from functools import cache
from pathlib import Path

import pytest

from sayso.bench.score import Figure, score

HERE = Path(__file__).parent
BENCH = Path(os.environ.get("SAYSO_BENCH") or HERE.parents[2] / "shared" / "bench")
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8")).get("floor", [])

pytestmark = pytest.mark.skipif(not BENCH.is_dir(), reason="the benchmark's data are not here (set SAYSO_BENCH to their folder)")


@cache
def figures(task: str) -> dict[tuple[str, str], Figure]:
    return {(figure.data, figure.name): figure for figure in score(task, BENCH)}


@pytest.mark.parametrize("floor", [pytest.param(floor, id=f"{floor['task']}: {floor['name']}, {floor['data']}") for floor in FLOORS])
def test_figure_stays_at_or_above_its_floor(floor: dict[str, str | float]) -> None:
    figure = figures(str(floor["task"]))[str(floor["data"]), str(floor["name"])]
    assert figure.value >= float(floor["floor"])
