"""Calibration: does a confidence of 80 % mean right four times in five? Measured on the benchmark's development files."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.bench.rows import Row, article, given_spans, held, pairs, read_rows
from sayso.bench.score import folder
from sayso.bench.tasks.standing import label_of
from sayso.errors import UsageError
from sayso.exchange.plover import filed
from sayso.language.parse import parser
from sayso.model.plover import merged
from sayso.reading.reader import annotate, read

SCORER = "attribution/score_attribution.py"
Judged = tuple[float, bool]
"""A confidence, and whether it was right."""


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


def judged(what: str, bench: Path | None) -> tuple[list[Row], Callable[[Row], Iterable[Judged]]]:
    """Return the development rows of a kind of annotation, one of ``JUDGES``, and what judges a row's; ``bench`` as ``folder`` finds it."""
    if what not in JUDGES:
        raise UsageError(f"the confidence of {what!r} is not measured; expected one of {', '.join(JUDGES)}")
    file, judge = JUDGES[what]
    home = folder(bench)
    rows = read_rows(home / file)
    return held(rows) if what == "events" else rows, partial(judge, home)


def attributions(home: Path, row: Row) -> Iterator[Judged]:
    """Judge every outermost attribution with content.

    Right is what the scorer's ``joint`` counts: at least half of the content, and the source's head.
    """
    scorer = _scorer(home / SCORER)
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


def standings(home: Path, row: Row) -> Iterator[Judged]:
    """Judge the standing of every event whose place is given."""
    found = annotate(parser().parse(row["text"]), article(row), at=given_spans(row))
    known = {standing.event: standing for standing in found.standings}
    for given, event in zip(row["events"], found.events, strict=True):
        if event.id in known:
            yield known[event.id].confidence, label_of(known[event.id].label) == given["label"]


def types(home: Path, row: Row) -> Iterator[Judged]:
    """Judge the type of every event that PLOVER's coders would file, and of those that fall just short: does the sentence show it?"""
    found = annotate(parser().parse(row["text"]), article(row))
    gold = {merged(event["plover"]) for event in row["events"]}
    for event, kind in filed(found.events, found.standings, chosen=lambda event: event.confidence >= 0.05):
        yield event.confidence, merged(kind.value) in gold


JUDGES: dict[str, tuple[str, Callable[[Path, Row], Iterable[Judged]]]] = {
    "attribution": ("attribution/polnear_dev.jsonl", attributions),
    "standing": ("standing/uw_standing.dev.jsonl", standings),
    "events": ("events/plv_train.jsonl", types),
}
"""What has a confidence that is measured: the development file, and what judges a row of it."""


def deciles(judged: Iterable[Judged], parts: int = 10) -> list[Decile]:
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


@cache
def _scorer(path: Path) -> ModuleType:
    spec: Any = importlib.util.spec_from_file_location("sayso_score_attribution", path) if path.is_file() else None
    if spec is None:
        raise UsageError(f"{path} is not there; expected the benchmark's scorer of attributions")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
