"""What rules and encoder make of a standing together.

The rules say why, the encoder has seen more turns of phrase than any lexicon lists; they err differently. The probabilities of the four
standings are a softmax of the encoder's log-probabilities, weighed, plus what each answer of the rules has been worth
(``bench/train/calibrate_standing.py``: fitted to articles and passages that the encoder was not trained on).
"""

from __future__ import annotations

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
    """``heard``: the weight of the encoder's log-probabilities. ``rules``: by ``answer``, log-odds added to each standing [4].

    ``least``: what is less probably happened than this is not called so; ``against``: nor is what the rules call something else and is less
    probably happened than that. A plan taken for a deed is the worse mistake.
    """

    heard: float
    least: float
    against: float
    rules: dict[str, Floats]

    def probabilities(self, answer: str, heard: Floats) -> Floats:
        """Return the probabilities [4] of ``roles.STANDINGS`` when the rules answer so and the encoder hears ``heard`` [4]."""
        odds = self.heard * np.log(np.maximum(heard, 1e-4)) + self.rules.get(answer, 0)
        raised = np.exp(odds - odds.max())
        return np.asarray(raised / raised.sum(), np.float32)


@cache
def _weights() -> Weights:
    table = lexicon("standing_weights", "zxx")
    return Weights(
        table["heard"], table["least"], table["against"], {name: np.array(row, np.float32) for name, row in table["rules"].items()}
    )


def answer(stance: Stance, *, nominal: bool) -> str:
    """Return what the rules say, in a word or three: the label, whether anything governs the event, and whether a noun names it."""
    return stance.label.value + ("" if stance.steps else " alone") + (" noun" if nominal else "")


def weighed(stance: Stance, heard: Floats, *, nominal: bool) -> tuple[Stance, float]:
    """Return the stance that both together take, and its probability."""
    weights = _weights()
    sure = weights.probabilities(answer(stance, nominal=nominal), heard)
    best = int(sure.argmax())
    if best == 0 and sure[0] < (weights.least if stance.label is StandingLabel.HAPPENED else weights.against):
        best = 1 + int(sure[1:].argmax())
    label = STANDINGS[best]
    steps = (*stance.steps, STANDING)
    ruled = "denied" if stance.label is StandingLabel.COUNTERFACTUAL else stance.label.value
    if label == ruled:
        return replace(stance, steps=steps), float(sure[best])
    world, positive, certainty = _WORLDS[label]
    return Stance(world, positive, certainty, steps), float(sure[best])
