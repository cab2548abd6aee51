"""Logistic regression with a Gaussian prior, by Newton's method."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def fit(x: Floats, y: Floats, before: Floats, strength: float) -> Floats:
    """Weights [f] for features [n, f] and answers [n] of 0 or 1; ``before`` [f] is the mean of the prior, 1 / ``strength`` its variance."""
    w = before.copy()
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (y - p) - strength * (w - before)
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + strength * np.eye(x.shape[1]), slope)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return w


def probabilities(x: Floats, w: Floats) -> Floats:
    """The probabilities [n] that weights give features."""
    return np.asarray(1 / (1 + np.exp(-x @ w)))
