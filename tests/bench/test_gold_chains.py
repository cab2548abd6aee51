"""The gold set of chains: large enough, every pattern in it often enough, a third of it set aside."""

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))

from patterns import PATTERNS, patterns  # noqa: E402  (its folder has to be on the path first)

from sayso.language.parse import parser  # noqa: E402

ROWS = [json.loads(line) for line in (ROOT / "tests" / "gates" / "chains.jsonl").read_text(encoding="utf-8").splitlines()]


def test_gold_chains_are_a_hundred_and_fifty_with_a_third_unseen() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS) >= 150
    assert 3 * sum(row["part"] == "unseen" for row in ROWS) >= len(ROWS)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_gold_chains_show_every_pattern_six_times(pattern: str) -> None:
    assert sum(pattern in row["patterns"] for row in ROWS) >= 6


def test_gold_chains_are_written_in_many_registers() -> None:
    registers = Counter(row["register"] for row in ROWS)
    assert {name for name, n in registers.items() if n >= 6} >= {"wire", "broadsheet", "tabloid", "state", "translated"}


def test_patterns_are_told_from_the_marks() -> None:
    text = "“We sold,” he told the Globe. “Twice.”"
    said = {
        "source": [[11, 13]],
        "cue": [[14, 18]],
        "content": [[0, 10], [30, 38]],
        "attitude": "asserts",
        "chain": [{"text": "Ann Lee", "kind": "person"}, {"text": "the Globe", "kind": "outlet"}],
    }
    found = patterns({"text": text, "attributions": [said]}, parser().parse(text))
    assert found == ["cue-inside", "told", "runs-on", "smart", "back", "outlet", "split"]
