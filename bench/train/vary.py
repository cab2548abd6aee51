"""Variations of examples, so that names, one verb and whole features are not learned by heart."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from passages import IGNORE, Example

from sayso.language.encoder.roles import ROLES
from sayso.language.encoder.window import FEATURES, Quote, from_pieces
from sayso.language.encoder.wordpieces import MASK, WordPieces

_CUE = ROLES.index("cue")
_NAMED = ("PERSON", "ORG", "GPE", "NORP")
SAYING = {
    "said": tuple(
        "added admitted alleged announced argued asserted averred boasted claimed commented complained conceded concluded confirmed "
        "continued contended countered cautioned declared disclosed emphasised explained fumed gushed hinted insisted joked lamented "
        "maintained mused noted objected observed opined predicted promised protested quipped recalled remarked replied reported "
        "responded revealed shouted sighed snapped stated stressed suggested tweeted underlined underscored vowed warned wrote".split()
    ),
    "says": tuple(
        "adds admits alleges argues asserts believes claims concedes confirms contends declares explains hints insists jokes laments "
        "maintains muses notes observes predicts recalls reckons replies reveals states stresses suggests tweets warns writes".split()
    ),
}


def names(examples: Sequence[Example]) -> dict[str, list[str]]:
    """Words of names in the examples, by the entity type the parser gave them."""
    found: dict[str, set[str]] = {kind: set() for kind in _NAMED}
    for one in examples:
        for word, kind in zip(one.words, one.entities, strict=True):
            if kind in found and word[0].isupper():
                found[kind].add(word)
    return {kind: sorted(words) for kind, words in found.items()}


def vary(one: Example, cut: WordPieces, pool: Mapping[str, Sequence[str]], rng: random.Random, much: float = 1.0) -> Example:
    """The example with other names (one window in four), other verbs for "said" (one in six), hidden pieces and features (one in ten)."""
    words = list(one.words)
    if rng.random() < 0.25 * much:
        known: dict[str, str] = {}
        for k, (word, kind) in enumerate(zip(one.words, one.entities, strict=True)):
            if kind in pool and word[0].isupper() and pool[kind]:
                words[k] = known.setdefault(word, rng.choice(pool[kind]))
    golds = list(one.golds)
    for k, word in enumerate(words):
        if word in SAYING and rng.random() < 0.16 * much:
            words[k] = rng.choice(SAYING[word])
            # another verb shows another attitude, and nobody has marked which
            golds = [replace(gold, attitude=IGNORE) if gold.roles[k] == _CUE else gold for gold in golds]
    marks = {Quote.OPENS: "“", Quote.CLOSES: "”"}
    states = one.window.features["quotes"].tolist()
    pieces = [[MASK if rng.random() < 0.05 * much else i for i in cut(marks.get(s, w))] for w, s in zip(words, states, strict=True)]
    features = {n: np.zeros_like(v) if rng.random() < 0.1 * much else v for n, v in one.window.features.items()}
    assert set(features) == set(FEATURES)
    return replace(one, window=from_pieces(pieces, one.window.heads.tolist(), features), golds=tuple(golds))
