"""Fit how encoder and rules are weighed against each other in how events stand, on what the encoder was not trained on.

    python bench/train/calibrate_standing.py --coded uw_standing.train.jsonl events.txt ...

Takes what train.py holds out of these files (``coded.is_held``) and the seen part of tests/gates/talk.jsonl. Prints macro F1 of the rules,
of the encoder and of both by cross-validation (five folds, by article), and writes standing_weights.toml with them. How
sure both together are is scaled to how often they are right in other people's articles.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import logistic
import numpy as np
from coded import is_held
from judge import macro_f1
from numpy.typing import NDArray
from passages import Row
from rich.progress import track
from train import read_rows

from sayso.bench.rows import article, given_spans
from sayso.language.encoder.roles import STANDINGS
from sayso.language.parse import parser
from sayso.reading.heard import listen
from sayso.reading.reader import annotate
from sayso.reading.standing import named, ruled
from sayso.reading.standing.attitudes import innermost
from sayso.reading.standing.clock import NOMINAL, Clock, base_rule
from sayso.reading.standing.weighed import answers

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "src" / "sayso" / "language" / "data" / "zxx" / "standing_weights.toml"
TALK = ROOT / "tests" / "gates" / "talk.jsonl"
HEAD = """\
# How encoder and rules are weighed against each other in how events stand: a softmax regression, on held-out articles and passages.
# Written by bench/train/calibrate_standing.py. source: our own measurements; licence: Apache-2.0; version: 1
"""
STRENGTH = 0.5  # of what is believed of an answer before any case is seen: that it is right
TRUST, SURE = 1.5, 3.0  # log-odds of that; where a source denies it
STEPS, RATE = 3000, 0.05
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """One event: its article, what the rules answer (the label first), what the encoder hears [4], and the number of its gold standing."""

    article: int
    answers: tuple[str, ...]
    heard: Floats
    gold: int


def cases(number: int, row: Row) -> Iterator[Case]:
    """Every event of an article that is marked with one of the four standings."""
    parse = parser().parse(row["text"])
    spans = given_spans(row)
    own = article(row)
    found = annotate(parse, own, at=spans)
    hearing, clock = listen(parse), Clock(parse, found.times, own.published)
    for event, gold in zip(found.events, row["events"], strict=True):
        tokens = parse.within(event.trigger.start, event.trigger.end)
        if tokens and gold["label"] in STANDINGS:
            token = named(tokens)
            stance = ruled(token, event, innermost(event, found.attributions), clock, None)
            said = answers(stance, nominal=base_rule(token) == NOMINAL)
            yield Case(number, said, np.asarray(hearing.standing[token.i], float), STANDINGS.index(gold["label"]))


def before(names: Sequence[str]) -> Floats:
    """What is believed of each answer before any case is seen [n, 4]: of a label that it is right, of a rule nothing."""
    labels = [name.split()[0].replace("counterfactual", "denied") for name in names]
    trust = [SURE if " denial" in name else TRUST for name in names]
    return np.array([[much * (label == standing) for standing in STANDINGS] for label, much in zip(labels, trust, strict=True)])


def odds(data: Sequence[Case], names: Sequence[str], heard: float, rules: Floats) -> Floats:
    """The probabilities [n, 4] of the cases."""
    logits = heard * np.log(np.maximum(np.array([c.heard for c in data]), 1e-4)) + shown(data, names) @ rules
    raised = np.exp(logits - logits.max(1, keepdims=True))
    return np.asarray(raised / raised.sum(1, keepdims=True))


def shown(data: Sequence[Case], names: Sequence[str]) -> Floats:
    """Which answers each case has [n, answers]."""
    return np.array([[name in c.answers for name in names] for c in data], float)


def fit(data: Sequence[Case], names: Sequence[str]) -> tuple[float, Floats]:
    """The weight of what is heard and of each answer, by gradient descent with momentum towards the likeliest."""
    prior = before(names)
    heard, rules = 1.0, prior.copy()
    logs, gold = np.log(np.maximum(np.array([c.heard for c in data]), 1e-4)), np.eye(4)[[c.gold for c in data]]
    groups = shown(data, names)
    strength = np.array([[STRENGTH * (3 if name.startswith("standing.") else 1)] for name in names])
    pull_h, pull_r = 0.0, np.zeros_like(rules)
    for _ in range(STEPS):
        error = odds(data, names, heard, rules) - gold
        pull_h = 0.9 * pull_h + float((error * logs).sum()) / len(data)
        pull_r = 0.9 * pull_r + (groups.T @ error + strength * (rules - prior)) / len(data)
        heard, rules = heard - RATE * pull_h, rules - RATE * pull_r
    return heard, rules


def chosen(
    sure: Floats, ruled: NDArray[np.int64], for_reason: NDArray[np.bool_], least: float, against: float, other: float
) -> NDArray[np.int64]:
    """The standings that are reported, as by ``weighed``: what rules say ``for_reason`` [n] stands unless another is probable."""
    best = sure.argmax(1)
    probable = sure.max(1) >= np.where(best == 0, against, other)
    second = np.where(sure[:, 0] < least, 1 + sure[:, 1:].argmax(1), best)
    return np.where(for_reason & (best != ruled) & ~probable, ruled, np.where(best == 0, second, best))


def scaled(confidence: Floats, right: NDArray[np.bool_]) -> tuple[float, float]:
    """How log-odds of confidence become those of being right: their shift and slope (Platt 1999)."""
    logits = np.log(confidence / (1 - confidence).clip(1e-4))
    shift, slope = logistic.fit(np.stack([np.ones(len(logits)), logits], 1), right.astype(float), np.array([0.0, 1.0]), STRENGTH)
    return float(shift), float(slope)


def main() -> None:
    """Fit, judge by folds, write."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--coded", type=Path, nargs="+", required=True)
    ap.add_argument("--least", type=float, default=0.5, help="of happened")
    ap.add_argument("--against", type=float, default=0.7, help="of happened, where they say something else for a reason")
    ap.add_argument("--other", type=float, default=0.85, help="of another standing, where they say something for a reason")
    args = ap.parse_args()
    files = [read_rows(path) for path in args.coded]
    rows = [row for held in files for k, row in enumerate(held) if is_held(row, k) and any("label" in e for e in row.get("events", ()))]
    rows += [row for row in map(json.loads, TALK.read_text(encoding="utf-8").splitlines()) if row["part"] == "seen"]
    data = [case for k, row in enumerate(track(rows, "reading")) for case in cases(k, row)]
    names = sorted({name for c in data for name in c.answers})
    gold, fold = np.array([c.gold for c in data]), np.array([c.article % 5 for c in data])
    sure = np.zeros((len(data), 4))
    for k in range(5):
        fitted = fit([c for c in data if c.article % 5 != k], names)
        sure[fold == k] = odds([c for c in data if c.article % 5 == k], names, *fitted)
    by_rules, for_reason = before([c.answers[0] for c in data]).argmax(1), np.array([len(c.answers) > 1 for c in data])
    heard_alone = np.array([int(c.heard.argmax()) for c in data])
    settings = [(args.least, against, other) for against in (0.6, 0.7, 0.8) for other in (0.5, 0.7, 0.85)]
    tried = {"rules": by_rules, "encoder": heard_alone} | {f"both {one}": chosen(sure, by_rules, for_reason, *one) for one in settings}
    for name, guessed in tried.items():
        false, missed = (guessed == 0) & (gold != 0), (guessed != 0) & (gold == 0)
        f1 = macro_f1(list(zip(gold.tolist(), guessed.tolist(), strict=True)))
        wrong = (
            f"{false.sum() / (gold != 0).sum():.3f} of the others filed as happened, {missed.sum() / (gold == 0).sum():.3f} of these not"
        )
        print(f"{name}: macro F1 {f1:.3f}; {wrong}")
    best = chosen(sure, by_rules, for_reason, args.least, args.against, args.other)
    real = np.array(["topic" not in rows[c.article] for c in data])  # own passages are clearer than news is
    shift, slope = scaled(sure[np.arange(len(data)), best][real], (best == gold)[real])
    heard, rules = fit(data, names)
    lines = "".join(f'"{name}" = [{", ".join(f"{w:.3f}" for w in row)}]\n' for name, row in zip(names, rules.tolist(), strict=True))
    given = "".join(f"{name} = {getattr(args, name)}\n" for name in ("least", "against", "other"))
    head = f"heard = {heard:.3f}\n{given}shift = {shift:.3f}\nslope = {slope:.3f}\n"
    TARGET.write_text(f"{HEAD}{head}\n[rules]\n{lines}", encoding="utf-8")
    print(f"{len(data)} events")


if __name__ == "__main__":
    main()
