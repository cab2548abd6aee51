"""Entity bombs: refused or inert, in ten forms, three encodings and four kinds of document."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.intake import bombs

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def answer() -> dict[str, Any]:
    path = ":".join([str(ROOT), *(place for place in sys.path if place)])
    run = [sys.executable, "-W", "ignore", "-m", "tests.intake.bombs"]
    done = subprocess.run(run, capture_output=True, text=True, check=True, timeout=120, cwd=ROOT, env={"PYTHONPATH": path})
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_bombs_open_no_file_and_no_socket(answer: dict[str, Any]) -> None:
    assert len(answer["found"]) == len(bombs.FORMS) * len(bombs.ENCODINGS) * len(bombs.BODIES)
    assert answer["opened"] == []


def test_bombs_put_nothing_of_another_file_into_a_document(answer: dict[str, Any]) -> None:
    assert [name for name, found in answer["found"].items() if found["leaks"]] == []


def test_bombs_are_done_with_at_once_and_stay_small(answer: dict[str, Any]) -> None:
    assert {name: found["seconds"] for name, found in answer["found"].items() if found["seconds"] > 0.5} == {}
    assert max(found["growth"] for found in answer["found"].values()) < 6  # what is shown of bytes takes four characters each
    assert answer["memory"] < 100 * 1024
