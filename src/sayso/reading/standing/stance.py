"""Stances, and the small algebra of what governors do to them.

A stance says in which world an event lies and on which side of "not". Each governor has a signature: a map from its own stance to that
of what it governs. Signatures compose, the outermost first, as in De Facto (Saurí and Pustejovsky 2012, "Are you sure that this
happened? Assessing the factuality degree of events in text") and in the projection calculus of Nairn, Condoravdi and Karttunen (2006).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from sayso.model.event import Certainty, StandingLabel


class World(IntEnum):
    """Where an event lies, from the firmest to the loosest; of two worlds the looser wins."""

    FACT = 0
    AHEAD = 1
    OPEN = 2
    CONTRARY = 3


@dataclass(frozen=True, slots=True)
class Stance:
    """One event or clause as it stands so far. ``steps`` are the rules that made it so, the outermost first."""

    world: World = World.FACT
    positive: bool = True
    certainty: Certainty = Certainty.CERTAIN
    steps: tuple[str, ...] = ()

    @property
    def label(self) -> StandingLabel:
        """The plain word for this stance."""
        if self.world is World.CONTRARY:
            return StandingLabel.COUNTERFACTUAL
        if self.world is World.OPEN:
            return StandingLabel.POSSIBLE
        if not self.positive:
            return StandingLabel.DENIED
        if self.world is World.AHEAD:
            return StandingLabel.PLANNED
        return StandingLabel.HAPPENED if self.certainty is Certainty.CERTAIN else StandingLabel.POSSIBLE


@dataclass(frozen=True, slots=True)
class Signature:
    """What a governor makes of what it governs: when it holds (``asserted``) and when it is denied (``negated``)."""

    rule: str
    asserted: str
    negated: str
    certainty: Certainty = Certainty.CERTAIN

    def apply(self, outer: Stance) -> Stance:
        """Return the stance of the governed, given that of the governor."""
        made = _EFFECTS[self.asserted if outer.positive else self.negated](outer)
        made = replace(made, certainty=weaker(made.certainty, self.certainty))
        return outer if made == outer else replace(made, steps=(*made.steps, self.rule))


ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """Return the weaker of two certainties, unknown being the weakest."""
    return max(one, other, key=ORDER.index)


def same(outer: Stance) -> Stance:
    """As the governor stands ("managed to")."""
    return outer


def flip(outer: Stance) -> Stance:
    """The governor's opposite ("failed to"): two of them cancel."""
    return replace(outer, positive=not outer.positive)


def fact(outer: Stance) -> Stance:
    """It happened, whatever became of the governor ("regrets that")."""
    return replace(outer, world=World.FACT, positive=True, certainty=Certainty.CERTAIN)


def denied(outer: Stance) -> Stance:
    """It did not happen, if the governor holds ("without")."""
    return replace(outer, positive=False)


def ahead(outer: Stance) -> Stance:
    """It is still to come ("plans to")."""
    return replace(outer, world=max(outer.world, World.AHEAD), positive=True)


def left_open(outer: Stance) -> Stance:
    """Neither is said ("may", "asked whether")."""
    return replace(outer, world=max(outer.world, World.OPEN), positive=True, certainty=weaker(outer.certainty, Certainty.POSSIBLE))


def contrary(outer: Stance) -> Stance:
    """It is presented as not so ("pretends that", "had it")."""
    return replace(outer, world=World.CONTRARY, positive=False)


def later(outer: Stance) -> Stance:
    """It is still to come, or is not to come ("will", "will not")."""
    return replace(outer, world=max(outer.world, World.AHEAD))


def adjunct(outer: Stance) -> Stance:
    """In the governor's world, untouched by its "not" ("did not speak after meeting")."""
    return replace(outer, positive=True)


_EFFECTS = {
    "same": same, "flip": flip, "fact": fact, "not": denied, "ahead": ahead, "open": left_open, "contrary": contrary, "later": later,
    "adjunct": adjunct,
}  # fmt: skip
