"""Judgements: what people decide about claims, kept apart from what was read, undone by date and never deleted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.event import StandingLabel
from sayso.model.identity import content_id
from sayso.model.span import Span


class Verdict(StrEnum):
    """What somebody decided. The first four are about one claim, the next four about several, a note about any number."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    UNSURE = "unsure"
    SAME = "same"
    DIFFERENT = "different"
    MERGE = "merge"
    SPLIT = "split"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the judged claim stands: in which document and article, in which words, and who says them there.

    The claim's id changes when a newer reader cuts it otherwise; the words bring a judgement back to it.
    """

    document: str
    article: str
    claim: str
    span: Span
    who: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a claim should say instead; None leaves a part as it was read.

    ``span`` are the claim's words, ``source`` is the name of who says them, ``date`` (TIMEX3 or EDTF) when it happens.
    """

    span: Span | None = None
    source: str | None = None
    standing: StandingLabel | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: about what, by whom, when and why. ``undone`` is when it was taken back, by ``undone_by``.

    Make one with ``Judgement.of``; its id follows from everything but the undoing.
    """

    id: str
    about: tuple[Anchor, ...]
    verdict: Verdict
    by: str
    when: str
    why: str | None = None
    correction: Correction | None = None
    undone: str | None = None
    undone_by: str | None = None

    @classmethod
    def of(
        cls,
        about: tuple[Anchor, ...],
        verdict: Verdict,
        *,
        by: str,
        when: str,
        why: str | None = None,
        correction: Correction | None = None,
    ) -> Judgement:
        """Return a judgement; ``when`` is an ISO date and time, given by the caller so that nothing here reads a clock."""
        parts = [part for anchor in about for part in _parts(anchor)]
        wanted = correction or Correction()
        span = (wanted.span.start, wanted.span.end, wanted.span.text) if wanted.span else ()
        parts += [verdict, by, when, why or "", wanted.source or "", wanted.standing or "", wanted.date or "", *span]
        return cls(content_id("j", len(about), *parts), about, verdict, by, when, why, correction)


def _parts(anchor: Anchor) -> tuple[object, ...]:
    return anchor.document, anchor.article, anchor.claim, anchor.span.start, anchor.span.end, anchor.span.text, anchor.who
