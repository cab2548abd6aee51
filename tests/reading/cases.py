"""Cases as data: sentences with what must come out, those we know to fail among them, marked so that a fix announces itself."""

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "cases"


def cases(step: str) -> list[Any]:
    """Return the rows of ``cases/<step>.jsonl`` as pytest parameters; known failures are strict expected failures."""
    rows = map(json.loads, (FOLDER / f"{step}.jsonl").read_text(encoding="utf-8").splitlines())
    return [
        pytest.param(row, id=row["label"], marks=[pytest.mark.xfail(reason=row["why"])] if row["status"] == "known-failure" else [])
        for row in rows
    ]
