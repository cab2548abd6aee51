"""Fit how encoder and rules are weighed against each other, on articles and passages that the encoder was not trained on.

    python bench/train/calibrate.py --train polnear_train.jsonl --own passages/*.txt --scorer score_attribution.py

Takes what train.py holds out: every tenth article of the training file and every eighth passage. A proposal is right when it holds at least
half of the words of a gold content, and the gold source. Prints the figures by cross-validation (five folds, by article) and writes
agreement.toml; then the same for those that won against their rivals, which is the confidence that is reported.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType

import logistic
import numpy as np
from judge import scorer
from marked import read_marked
from numpy.typing import NDArray
from passages import Row
from rich.progress import track
from train import read_rows

from sayso.language.lexicon import lexicon
from sayso.language.parse import parser
from sayso.language.tokens import Parse
from sayso.reading.attributions import agreement, attributions
from sayso.reading.attributions.agreement import Proposal, proposals
from sayso.reading.attributions.decide import proposed
from sayso.reading.candidates import ENCODER
from sayso.reading.heard import listen

TARGET = Path(__file__).resolve().parents[2] / "src" / "sayso" / "language" / "data" / "zxx" / "agreement.toml"
HEAD = """\
# How encoder and rules are weighed against each other: weights of a logistic regression, on proposals in held-out articles and passages.
# Written by bench/train/calibrate.py. source: our own measurements; licence: Apache-2.0; version: 1
"""
# what is believed of a rule by itself before any case is seen: the log-odds of its share right on news before there was an encoder
TRUST = {
    "attributions.refusal": 2.2,
    "attributions.verb-clause": 1.7,
    "attributions.according-to": 1.4,
    "attributions.signed": 1.4,
    "attributions.transcript": 1.4,
    "attributions.clause-beside-cue": 1.3,
    "attributions.quotation-beside-cue": 1.0,
    "attributions.colon": 0.5,
    "attributions.verb-as": 0.5,
    "attributions.verb-infinitive": 0.3,
    "attributions.adjective": 0.3,
    "attributions.verb-object": 0.2,
    "attributions.label": 0.2,
    "attributions.unnamed-adverb": 0.2,
    "attributions.verb-preposition": 0.0,
    "attributions.open-verb-clause": 0.0,
    "attributions.passive-raising": -0.1,
    "attributions.noun": -0.1,
    "attributions.noun-clause": 0.6,
}
PRIOR: dict[str, float] = TRUST | {f"inside {rule}": trust for rule, trust in TRUST.items()} | {f"seconded {rule}": 1.0 for rule in TRUST}
PRIOR["rule rivalled"] = -2.0
STRENGTH = 3.0  # of what is believed before: of rules that find what the encoder does not see at all, the held-out news has few cases

OWN_TIMES = 3  # how often a case of our own passages counts: many registers, few cases

Case = tuple[int, dict[str, float], bool]  # article, features, right or wrong


def cases(number: int, row: Row, parse: Parse, judge: ModuleType) -> Iterator[Case]:
    """Every proposal of an article that could be judged."""
    text = judge.Text(row["text"])
    gold = [(text.words(g["content"]), g["source"]) for g in row["attributions"]]
    learned, ruled = proposed(parse, listen(parse))
    every = proposals(learned, ruled, parse)
    outer = [p for p in every if not any(_within(p, other) for other in every)]
    refused = [text.words(g["cue"]) for g in row["attributions"] if not g["content"]]
    for p in every if row.get("nested") else outer:
        source = [[t.start, t.end] for t in p.candidate.source]
        if p.held:
            made = text.words(p.candidate.content)
            right = any(2 * len(made & g) >= len(made | g) and same(text, s, source) for g, s in gold if g)
        elif row.get("nested"):  # the news articles mark no refusals
            cue = text.words([[t.start, t.end] for t in p.candidate.cue])
            right = any(cue & g for g in refused)
        else:
            continue
        if p in outer:
            yield number, p.features(), right
        elif p.candidate.rule != ENCODER or p.seconded:
            yield number, p.features(inside=True), right


def _within(p: Proposal, other: Proposal) -> bool:
    return other is not p and bool(p.cue & other.held) and len(other.held) > len(p.held)


def same(text: object, gold: Sequence[Sequence[int]], made: Sequence[Sequence[int]]) -> bool:
    """Whether two sources are one by their heads, as the benchmark's scorer has it."""
    g, m = text.words(gold), text.words(made)  # type: ignore[attr-defined]
    return text.head(made) in g or text.head(gold) in m if g else not m  # type: ignore[attr-defined]


def fit(data: Sequence[Case], names: Sequence[str], strength: float = STRENGTH) -> NDArray[np.float64]:
    """Weights of a logistic regression, with a Gaussian prior of variance 1 / ``strength`` about ``PRIOR``."""
    x, y = matrix(data, names)
    return logistic.fit(x, y, np.array([PRIOR.get(name, 0.0) for name in names]), strength)


def matrix(data: Sequence[Case], names: Sequence[str]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The features of the cases [n, f], unknown rules as "other rule", and who is right [n]."""
    place = {name: k for k, name in enumerate(names)}
    x = np.zeros((len(data), len(names)))
    for row, (_, features, _) in enumerate(data):
        for name, value in features.items():
            x[row, place[name] if name in place else place["other rule"]] += value
    return x, np.array([right for *_, right in data], float)


def reliability(sure: NDArray[np.float64], right: NDArray[np.float64]) -> str:
    """Mean probability against share right, by tenths."""
    rows = []
    for low in range(10):
        inside = (sure * 10).astype(int).clip(0, 9) == low
        if inside.any():
            rows.append(f"{100 * sure[inside].mean():.0f}:{100 * right[inside].mean():.0f} ({inside.sum()})")
    return "  ".join(rows)


def names_of(data: Iterable[Case]) -> list[str]:
    """Every feature that was seen or that something is believed of."""
    return sorted({name for _, features, _ in data for name in features} | set(PRIOR) | {"other rule"})


def main() -> None:
    """Collect, cross-validate, fit, write."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--train", type=Path, required=True)
    ap.add_argument("--scorer", type=Path, required=True)
    ap.add_argument("--own", type=Path, nargs="*", default=[], help="the files of marked passages it was trained with")
    ap.add_argument("--least", type=float, default=0.45, help="what is less probable is not reported")
    args = ap.parse_args()
    judge = scorer(args.scorer)
    marked = [row for path in args.own for row in read_marked(path)]
    rows = [*read_rows(args.train)[::10], *marked[::8]]
    parse = parser().parse
    data = []
    for k, row in enumerate(track(rows, "reading")):
        data += [*cases(k, row, parse(row["text"]), judge)] * (OWN_TIMES if row.get("nested") else 1)
    names = names_of(data)
    sure, right = np.zeros(len(data)), np.array([r for *_, r in data], float)
    for fold in range(5):
        held = np.array([k % 5 == fold for k, *_ in data])
        weights = fit([c for c, h in zip(data, held, strict=True) if not h], names)
        sure[held] = logistic.probabilities(matrix([c for c, h in zip(data, held, strict=True) if h], names)[0], weights)
    print(f"{len(data)} proposals; reliability (cross-validated):", reliability(sure, right))
    fitted = dict(zip(names, fit(data, names).tolist(), strict=True))
    write(args.least, fitted, {"slope": 1.0, "offset": 0.0})
    for known in (lexicon, agreement._weights, agreement._least):
        known.cache_clear()
    news = [row for row in rows if not row.get("nested")]
    won = [one for k, row in enumerate(track(news, "scaling")) for one in winners(k, row, parse(row["text"]), judge)]
    sure = np.zeros(len(won))
    for fold in range(5):
        kept = fit([one for one in won if one[0] % 5 != fold], ["log-odds", "one"])
        held = np.array([k % 5 == fold for k, *_ in won])
        sure[held] = logistic.probabilities(matrix([one for one in won if one[0] % 5 == fold], ["log-odds", "one"])[0], kept)
    print(f"{len(won)} winners; reliability (cross-validated):", reliability(sure, np.array([r for *_, r in won], float)))
    slope, offset = fit(won, ["log-odds", "one"]).tolist()
    write(args.least, fitted, {"slope": slope, "offset": offset})


def winners(number: int, row: Row, parse: Parse, judge: ModuleType) -> Iterator[Case]:
    """The outermost attributions that stand, with the log-odds of their probability, and whether ``joint`` counts them right."""
    text = judge.Text(row["text"])
    made = [a for a in attributions(parse, (), listen(parse)) if a.content and a.inside is None]
    gold = [g for g in row["attributions"] if text.words(g["content"])]
    held = [text.words([[span.start, span.end] for span in a.content]) for a in made]
    right = set()
    for g, m in judge.match([text.words(one["content"]) for one in gold], held, 0.5):
        span = made[m].source.span
        if same(text, gold[g]["source"], [[span.start, span.end]] if span else []):
            right.add(m)
    for m, a in enumerate(made):
        yield number, {"log-odds": float(np.log(a.confidence / (1 - a.confidence))), "one": 1.0}, m in right


def write(least: float, weights: dict[str, float], scale: dict[str, float]) -> None:
    """Write agreement.toml."""
    body = "".join(f'"{name}" = {weight:.3f}\n' for name, weight in weights.items())
    tail = "".join(f"{name} = {value:.3f}\n" for name, value in scale.items())
    TARGET.write_text(
        f"{HEAD}least = {least}\n\n[weights]\n{body}\n# from log-odds before the choice among rivals to those after it\n[scale]\n{tail}",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
