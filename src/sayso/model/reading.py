"""Claim and Reading: the ledger's atom, and all that one article says."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.actor import Mention
from sayso.model.article import Article
from sayso.model.attribution import Attribution, NamedReport
from sayso.model.event import Event, Standing
from sayso.model.span import Span
from sayso.model.time import TimeExpression

Rules = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing said, by whom, and how it stands: the ledger's atom.

    ``attribution`` is the id of the attribution it comes from, or None for the author's own words. ``head`` is the event that gives the
    claim its standing. ``events`` and ``standings`` go in text order. ``rules`` names every rule that made it, so that the claim can
    be made again from the text (``sayso.reading.replay``).
    """

    id: str
    article: str
    proposition: Span
    attribution: str | None
    events: tuple[str, ...]
    standings: tuple[Standing, ...]
    head: str | None
    actors: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    numbers: tuple[Span, ...]
    rules: Rules
    context: Rules = ()
    confidence: float = 1.0

    @property
    def standing(self) -> Standing | None:
        """The standing of the claim's head event, or None when no event could be found in it."""
        return next((standing for standing in self.standings if standing.event == self.head), None)


@dataclass(frozen=True, slots=True)
class Note:
    """Something that could not be decided, or was left out, and why."""

    step: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ReaderInfo:
    """Which reader read: name, version, and the parser it stood on."""

    name: str
    version: str
    parser: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says; a reader's only output."""

    article: Article
    claims: tuple[Claim, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[Event, ...]
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    reports: tuple[NamedReport, ...]
    notes: tuple[Note, ...]
    reader: ReaderInfo
