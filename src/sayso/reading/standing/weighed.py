"""What rules and encoder make of a standing together.

The rules say why, the encoder has seen more turns of phrase than any lexicon lists; they err differently. The probabilities of the four
standings are a softmax of the encoder's log-probabilities, weighed, plus what each answer of the rules has been worth
(``bench/train/calibrate_standing.py``: fitted to articles and passages that the encoder was not trained on).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from sayso.language.encoder.decode import Floats
from sayso.language.encoder.roles import STANDINGS
from sayso.language.lexicon import lexicon
from sayso.model.event import Certainty, StandingLabel
from sayso.reading.heard import STANDING
from sayso.reading.standing.stance import Stance, World

_WORLDS = {
    "happened": (World.FACT, True, Certainty.CERTAIN),
    "planned": (World.AHEAD, True, Certainty.CERTAIN),
    "possible": (World.OPEN, True, Certainty.POSSIBLE),
    "denied": (World.FACT, False, Certainty.CERTAIN),
}


@dataclass(frozen=True, slots=True)
class Weights:
    """``heard``: the weight of the encoder's log-probabilities. ``rules``: by each of ``answers``, log-odds added to each standing [4].

    ``least``: what is less probably happened than this is not called so. What the rules call something for a reason is called happened only
    where that is as probable as ``against``, another thing only where that is as probable as ``other``. ``shift`` and ``slope`` lead from
    the log-odds of the probability to those of being right.
    """

    heard: float
    least: float
    against: float
    other: float
    shift: float
    slope: float
    rules: dict[str, Floats]

    def probabilities(self, answers: Sequence[str], heard: Floats) -> Floats:
        """Return the probabilities [4] of ``roles.STANDINGS`` when the rules answer so and the encoder hears ``heard`` [4]."""
        odds = self.heard * np.log(np.maximum(heard, 1e-4)) + sum(self.rules.get(answer, 0) for answer in answers)
        raised = np.exp(odds - odds.max())
        return np.asarray(raised / raised.sum(), np.float32)

    def confidence(self, probability: float) -> float:
        """Return how often what is so probable is right in news: the best of four at least as often as by chance."""
        odds = self.shift + self.slope * math.log(probability / max(1 - probability, 1e-4))
        return max(1 / len(STANDINGS), 1 / (1 + math.exp(-odds)))


@cache
def _weights() -> Weights:
    table = lexicon("standing_weights", "zxx")
    rules = {name: np.array(row, np.float32) for name, row in table["rules"].items()}
    return Weights(**{name: table[name] for name in ("heard", "least", "against", "other", "shift", "slope")}, rules=rules)


def answers(stance: Stance, *, nominal: bool) -> tuple[str, ...]:
    """Return what the rules say, in words: the label, whether anything governs the event or a source denies it, and if a noun names it; and
    the rule that had the last word.

    A source's denial is a class of its own: the articles of which the encoder has learned standing tell what their author holds.
    """
    governed = " denial" if any(step.endswith("-denial") for step in stance.steps) else "" if stance.steps else " alone"
    return stance.label.value + governed + (" noun" if nominal else ""), *stance.steps[-1:]


def weighed(stance: Stance, heard: Floats, *, nominal: bool, ahead: bool = False) -> tuple[Stance, float]:
    """Return the stance that both together take, and how sure that is.

    What lies ahead of the publication by its date has not happened, if the rules do not say so themselves.
    """
    weights = _weights()
    sure = weights.probabilities(answers(stance, nominal=nominal), heard)
    best = int(sure.argmax())
    if ahead and stance.label is not StandingLabel.HAPPENED:
        sure = sure * (np.arange(len(sure)) > 0)
        sure, best = sure / sure.sum(), int(sure.argmax())
    ruled = "denied" if stance.label is StandingLabel.COUNTERFACTUAL else stance.label.value
    if ruled in STANDINGS and stance.steps and STANDINGS[best] != ruled and sure[best] < (weights.against if best == 0 else weights.other):
        best = STANDINGS.index(ruled)  # what a rule says for a reason stands unless something else is probable
    elif best == 0 and sure[0] < weights.least:
        best = 1 + int(sure[1:].argmax())
    label = STANDINGS[best]
    steps = (*stance.steps, STANDING)
    if label == ruled:
        return replace(stance, steps=steps), weights.confidence(float(sure[best]))
    world, positive, certainty = _WORLDS[label]
    return Stance(world, positive, certainty, steps), weights.confidence(float(sure[best]))
