"""Calibration: does a confidence of 80 % mean right four times in five? Measured on the benchmark's development articles."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.bench.rows import Row, article, pairs, read_rows
from sayso.bench.score import folder
from sayso.errors import UsageError
from sayso.reading.reader import read

FILE, SCORER = "attribution/polnear_dev.jsonl", "attribution/score_attribution.py"


@dataclass(frozen=True, slots=True)
class Decile:
    """A tenth of the attributions, by confidence: how many, from which to which, their mean confidence, and the share that is right."""

    n: int
    low: float
    high: float
    confidence: float
    right: float

    @property
    def gap(self) -> float:
        """How far the confidence is off, in points; positive where it promises too much."""
        return 100 * (self.confidence - self.right)


def attributions(bench: Path | None, rows: Sequence[Row] | None = None) -> Iterator[tuple[float, bool]]:
    """Yield confidence, and right or wrong, of every outermost attribution with content in the development articles.

    Right is what the scorer's ``joint`` counts: at least half of the content, and the source's head.
    """
    home = folder(bench)
    scorer = _scorer(home / SCORER)
    for row in rows if rows is not None else read_rows(home / FILE):
        text = scorer.Text(row["text"])
        made = [said for said in read(article(row)).attributions if said.inside is None and said.content]
        gold = [g for g in row["attributions"] if text.words(g["content"])]
        right = set()
        for g, m in scorer.match([text.words(one["content"]) for one in gold], [text.words(pairs(one.content)) for one in made], 0.5):
            source = pairs([made[m].source.span]) if made[m].source.span else []
            wanted, found = text.words(gold[g]["source"]), text.words(source)
            if text.head(source) in wanted or text.head(gold[g]["source"]) in found if wanted else not found:
                right.add(m)
        yield from ((said.confidence, k in right) for k, said in enumerate(made))


def deciles(judged: Iterable[tuple[float, bool]], parts: int = 10) -> list[Decile]:
    """Sort judged confidences into ``parts`` groups of like size (none of them empty), the least sure first.

    >>> [(d.n, d.confidence, d.right) for d in deciles([(0.75, True), (0.71, False), (0.95, True)], 2)]
    [(1, 0.71, 0.0), (2, 0.85, 1.0)]
    """
    rows = sorted(judged)
    cuts = [len(rows) * k // parts for k in range(parts + 1)]
    groups = [rows[a:b] for a, b in pairwise(cuts) if a < b]
    return [
        Decile(
            n=len(group),
            low=group[0][0],
            high=group[-1][0],
            confidence=round(sum(c for c, _ in group) / len(group), 4),
            right=round(sum(r for _, r in group) / len(group), 4),
        )
        for group in groups
    ]


def _scorer(path: Path) -> ModuleType:
    spec: Any = importlib.util.spec_from_file_location("sayso_score_attribution", path) if path.is_file() else None
    if spec is None:
        raise UsageError(f"{path} is not there; expected the benchmark's scorer of attributions")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
