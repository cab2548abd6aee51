"""Attributions: source, cue and content (PARC 3.0, Pareti 2016; PolNeAR, Newell et al. 2018), and chains of sources."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.actor import Actor
from sayso.model.span import Span


class Attitude(StrEnum):
    """How a source stands to what is attributed to it."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DECLINES = "declines"
    HINTS = "hints"
    BELIEVES = "believes"
    EXPECTS = "expects"
    DOUBTS = "doubts"
    INTENDS = "intends"
    WANTS = "wants"
    PROPOSES = "proposes"
    ASKS = "asks"
    DEMANDS = "demands"
    PROMISES = "promises"
    THREATENS = "threatens"
    PRAISES = "praises"
    CRITICISES = "criticises"
    WARNS = "warns"


class Quotation(StrEnum):
    """Whether the content stands inside quotation marks wholly, not at all, or in part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a chain: who is named as knowing or saying. ``source`` never means an event's doer.

    ``span`` is None for the article's own outlet and for nobody in particular ("reportedly"), whom no words of the text name.
    ``count_least`` and ``count_most`` bound the number of people behind an anonymous source (None: no bound given). ``basis`` is how
    they know ("briefed on the talks"), ``affiliation`` whose people they are ("South Korean government"), both in the article's words.
    """

    span: Span | None
    actor: Actor
    named: bool
    count_least: int | None = None
    count_most: int | None = None
    basis: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words attributed to somebody.

    ``chain`` runs from whoever is nearest the fact to the article's own outlet, which is always the last link. ``cue`` is None where
    only layout attributes ("quote" - Name). ``content`` is empty for a refusal to comment; several spans where it is interrupted.
    ``inside`` is the id of the attribution whose content this one stands in, ``chain_rules`` what made the chain beyond its first link.
    ``seconded`` names the rules that found the same as ``rule`` did, ``rivals`` those that found something else in these words and lost.
    """

    id: str
    chain: tuple[Source, ...]
    cue: Span | None
    content: tuple[Span, ...]
    attitude: Attitude
    quotation: Quotation
    rule: str
    inside: str | None = None
    confidence: float = 1.0
    chain_rules: tuple[str, ...] = ()
    seconded: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()

    @property
    def source(self) -> Source:
        """The link nearest the fact."""
        return self.chain[0]


@dataclass(frozen=True, slots=True)
class NamedReport:
    """A report the article rests on and names, though we may never have seen it ("a CNN report of 18 October").

    ``date`` is as far as the text tells: a day, a month, or ``../2025-10-18`` for "earlier".
    """

    outlet: Actor
    span: Span
    date: str | None
    rule: str
