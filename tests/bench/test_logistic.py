"""The logistic regression behind the weights."""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench" / "train"))

from logistic import fit, probabilities


def test_fit_finds_the_odds_of_what_it_saw() -> None:
    x, y = np.ones((40, 1)), np.array([1.0] * 30 + [0.0] * 10)
    assert np.isclose(probabilities(x, fit(x, y, np.zeros(1), 1e-9))[0], 0.75, atol=1e-4)


def test_fit_keeps_what_was_believed_where_nothing_was_seen() -> None:
    x, y = np.array([[1.0, 0.0]] * 4), np.array([1.0, 1.0, 1.0, 0.0])
    assert np.isclose(fit(x, y, np.array([0.0, 2.5]), 1.0)[1], 2.5)
