"""Fit how encoder and rules are weighed against each other in what type of event is filed, on what the encoder was not trained on.

    python bench/train/calibrate_events.py --coded plv_train.jsonl neutral_and_quad.train.jsonl --own events.txt ...

Takes what train.py holds out: every fifth sentence of the files, of those without known types the neutral ones, and every tenth passage of
our own. A type at a word is right when the sentence's coders filed it (in our own passages: at that word). Prints the F1 of the types of
sentences by cross-validation (five folds) for several thresholds, and writes event_weights.toml.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import logistic
import numpy as np
from coded import is_held, shown_types
from numpy.typing import NDArray
from passages import Row
from rich.progress import track
from train import read_rows

from sayso.bench.rows import article
from sayso.language.encoder.roles import TYPES
from sayso.language.parse import parser
from sayso.reading.actors import mentions
from sayso.reading.actors.index import MentionIndex
from sayso.reading.events.triggers import triggers
from sayso.reading.events.weighed import readings
from sayso.reading.heard import listen

TARGET = Path(__file__).resolve().parents[2] / "src" / "sayso" / "language" / "data" / "zxx" / "event_weights.toml"
HEAD = """\
# How encoder and rules are weighed against each other in the types of events: weights of a logistic regression, on held-out sentences.
# Written by bench/train/calibrate_events.py. source: our own measurements; licence: Apache-2.0; version: 1
"""
STRENGTH = 1.0  # of what is believed before: a weight of one for what is heard, of a half for the sentence, none for the rest
BEFORE = {"heard": 0.7, "sentence": 0.3, "rule": 0.3}
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """One type at one word: its sentence, the column of ``TYPES``, the features, and whether it is filed."""

    sentence: int
    column: int
    features: dict[str, float]
    right: bool


def cases(number: int, row: Row) -> list[Case]:
    """Every type that rules or encoder may file in a row."""
    parse = parser().parse(row["text"])
    index = MentionIndex(parse, mentions(parse, article(row).published))
    found = readings(triggers(parse, index), parse, listen(parse))
    if "topic" in row:
        shown = shown_types(row["events"], parse.tokens)
        known = [(r, int(shown[r.trigger.token.i, r.column])) for r in found]
        return [Case(number, r.column, r.features, right == 1) for r, right in known if right >= 0]
    gold = {event["plover"] for event in row.get("events", ())}
    return [Case(number, r.column, r.features, TYPES[r.column] in gold) for r in found]


def matrix(data: Sequence[Case], names: Sequence[str]) -> Floats:
    """The features of the cases [n, f]."""
    return np.array([[case.features.get(name, 0.0) for name in names] for case in data])


def fit(data: Sequence[Case], names: Sequence[str]) -> Floats:
    """Weights of a logistic regression, with a Gaussian prior about ``BEFORE``."""
    right = np.array([case.right for case in data], float)
    return logistic.fit(matrix(data, names), right, np.array([BEFORE.get(name, 0.0) for name in names]), STRENGTH)


def f1(data: Sequence[Case], sure: Floats, gold: Sequence[set[str]], least: float) -> tuple[float, float]:
    """F1 of the types of sentences, and the share of the sentences without an event in which one is filed."""
    got: dict[int, set[str]] = {}
    for case, probability in zip(data, sure, strict=True):
        if probability >= least:
            got.setdefault(case.sentence, set()).add(TYPES[case.column])
    n: Counter[str] = Counter()
    for k, wanted in enumerate(gold):
        made = got.get(k, set())
        n.update(both=len(wanted & made), either=len(wanted) + len(made), neutral=not wanted, alarm=bool(made and not wanted))
    return 2 * n["both"] / max(n["either"], 1), n["alarm"] / max(n["neutral"], 1)


def main() -> None:
    """Fit, judge by folds, write."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--coded", type=Path, nargs="+", required=True)
    ap.add_argument("--own", type=Path, nargs="*", default=[])
    args = ap.parse_args()
    files = [read_rows(path) for path in args.coded]
    rows = [row for held in files for k, row in enumerate(held) if is_held(row, k) and ("events" in row or row["quad"] == 0)]
    gold = [{event["plover"] for event in row.get("events", ())} for row in rows]
    rows += [row for path in args.own for k, row in enumerate(read_rows(path)) if is_held(row, k)]
    data = [case for k, row in enumerate(track(rows, "reading")) for case in cases(k, row)]
    names = sorted({name for case in data for name in case.features})
    sure, fold = np.zeros(len(data)), np.array([case.sentence % 5 for case in data])
    for k in range(5):
        weights = fit([case for case in data if case.sentence % 5 != k], names)
        sure[fold == k] = logistic.probabilities(matrix([case for case in data if case.sentence % 5 == k], names), weights)
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        print("at least {}: type F1 {:.3f}, false alarms {:.3f}".format(least, *f1(data, sure, gold, least)))
    body = "".join(f'"{name}" = {weight:.3f}\n' for name, weight in zip(names, fit(data, names).tolist(), strict=True))
    TARGET.write_text(f"{HEAD}\n[weights]\n{body}", encoding="utf-8")
    print(f"{len(data)} types at words of {len(rows)} sentences")


if __name__ == "__main__":
    main()
