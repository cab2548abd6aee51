"""Scores of our own actor cases: what is asked is counted, by part, and spellings do not matter."""

import json
from collections import Counter
from pathlib import Path

import pytest

from sayso.bench.actor_scores import right, score

GATES = Path(__file__).parents[1] / "gates" / "actors.jsonl"
GOLD = [
    {"id": "a", "part": "seen", "about": "offices", "expect": {"country": "KOR", "code_1": "GOV", "holder": "Moon Jae-in"}},
    {"id": "b", "part": "unseen", "about": "names", "expect": {"country": "FIN"}},
]


def test_score_counts_only_what_a_case_expects() -> None:
    guessed = [{"id": "a", "country": "KOR", "code_1": "LEG", "holder": "Moon Jae In"}, {"id": "b", "country": "FIN", "code_1": ""}]
    report = score(GOLD, guessed)
    assert report["seen"] == {"country": 1.0, "code_1": 0.0, "both": 0.0, "holder": 1.0, "cases": 1}
    assert report["unseen"]["country"] == report["unseen names"]["country"] == 1.0
    assert report["all"]["cases"] == 2


def test_score_takes_a_missing_answer_for_a_wrong_one() -> None:
    assert score(GOLD, [])["all"]["country"] == 0.0


@pytest.mark.parametrize(
    ("wanted", "given", "same"),
    [
        pytest.param("Rafael Grossi", "Rafael Mariano Grossi", True, id="a middle name more"),
        pytest.param("Subrahmanyam Jaishankar", "S. Jaishankar", True, id="an initial"),
        pytest.param("Volodymyr Zelenskyy", "Volodymyr Zelensky", True, id="a letter doubled"),
        pytest.param("Kim Jong-un", "Kim Jong-il", False, id="father and son"),
        pytest.param("KOR", "PRK", False, id="two codes"),
        pytest.param("", None, True, id="nothing wanted, nothing given"),
    ],
)
def test_right_bears_with_spellings(wanted: str, given: str | None, same: bool) -> None:
    assert right(wanted, given) is same


def test_gates_set_a_third_of_the_cases_aside() -> None:
    rows = [json.loads(line) for line in GATES.read_text("utf-8").splitlines()]
    parts = Counter(row["part"] for row in rows)
    assert len(rows) >= 200 and len({row["id"] for row in rows}) == len(rows)
    assert parts["unseen"] >= len(rows) / 3 - 1
