"""Figures are taken from the scorers' reports by the paths that measured.toml names."""

from pathlib import Path

import pytest

from sayso.bench.score import SCORED, Figure, figures, folder, sets
from sayso.errors import UsageError

CHOSEN = {
    "task": "attribution",
    "file": "a.jsonl",
    "figures": [{"name": "joint F1", "path": ["joint", "f1"], "interval": ["joint", "ci95"], "scale": 100, "peer": 52.2, "goal": 76}],
}


def test_figures_are_reached_and_scaled() -> None:
    (figure,) = figures(CHOSEN, {"joint": {"f1": 0.5, "ci95": [0.4, 0.6]}})
    assert figure == Figure("attribution", "a.jsonl", "joint F1", 50.0, (40.0, 60.0), 52.2, None, 76)


@pytest.mark.parametrize("task", SCORED)
def test_sets_of_every_scored_task_name_a_file_a_scorer_and_figures(task: str) -> None:
    for chosen in sets(task):
        assert {"file", "figures"} <= set(chosen)
        assert "module" in chosen or ("scorer" in chosen and not chosen.get("own"))
        assert all({"name", "path", "scale"} <= set(figure) for figure in chosen["figures"])


def test_sets_refuses_a_task_nobody_knows() -> None:
    with pytest.raises(UsageError, match="expected one of attribution, chains"):
        sets("telepathy")


def test_folder_asks_for_the_benchmark_when_it_is_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAYSO_BENCH", raising=False)
    with pytest.raises(UsageError, match="--data"):
        folder(None)


def test_folder_says_what_it_found_instead(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a folder"):
        folder(tmp_path / "nowhere")
