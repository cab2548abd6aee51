"""What judgements come to for one claim: the newest verdict, and the newest correction of each part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sayso.errors import UsageError
from sayso.model.event import StandingLabel
from sayso.model.judgement import Judgement, Verdict
from sayso.model.moment import Moment
from sayso.model.span import Span

_DECIDE = {Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT, Verdict.UNSURE}


@dataclass(frozen=True, slots=True)
class Effect:
    """What stands on top of a claim as it was read. None: as read."""

    verdict: str = "none"
    span: Span | None = None
    source: str | None = None
    standing: StandingLabel | None = None
    moment: Moment | None = None

    @property
    def corrected(self) -> tuple[str, ...]:
        """The fields of a Hit that differ from what was read."""
        parts = (("span", self.span), ("who", self.source), ("standing", self.standing), ("happens", self.moment))
        return tuple(name for name, value in parts if value is not None)


def effect(judgements: Iterable[Judgement], text: str) -> Effect:
    """Return what these judgements come to, taken in order of time; words corrected to are left out where ``text`` lacks them."""
    so_far = Effect()
    for judgement in sorted(judgements, key=lambda judgement: (judgement.when, judgement.id)):
        if judgement.undone is None and judgement.verdict in _DECIDE:
            so_far = _after(so_far, judgement, text)
    return so_far


def _after(so_far: Effect, judgement: Judgement, text: str) -> Effect:
    wanted = judgement.correction
    decided = replace(so_far, verdict=judgement.verdict.value)
    if wanted is None:
        return decided
    return replace(
        decided,
        span=(found_again(wanted.span, text) if wanted.span else None) or so_far.span,
        source=wanted.source or so_far.source,
        standing=wanted.standing or so_far.standing,
        moment=Moment.parse(wanted.date) if wanted.date else so_far.moment,
    )


def found_again(span: Span, text: str) -> Span | None:
    """Return where the words of a span stand in a text that may have changed, nearest to where they stood; None when nowhere.

    >>> found_again(Span(0, 2, "ab"), "xxabxxab")
    Span(start=2, end=4, text='ab')
    """
    if text[span.start : span.end] == span.text:
        return span
    after, before = text.find(span.text, span.start), text.rfind(span.text, 0, span.start + len(span.text))
    places = [place for place in (after, before) if place >= 0]
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - span.start))
    return Span(start, start + len(span.text), span.text)


def check(judgement: Judgement, text: str | None) -> None:
    """Raise UsageError when a judgement cannot be kept as it is put; ``text`` is the article's, where its claim is known."""
    several = judgement.verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.MERGE, Verdict.SPLIT)
    if several and len(judgement.about) < 2:
        raise UsageError(f"{judgement.verdict.value} is about at least two claims; found {len(judgement.about)}")
    if judgement.verdict in _DECIDE and len(judgement.about) != 1:
        raise UsageError(f"{judgement.verdict.value} is about one claim; found {len(judgement.about)}: judge each by itself")
    if not judgement.by or not is_time(judgement.when):
        raise UsageError(f"a judgement says who judged and when; expected a name and an ISO date and time, found {judgement.when!r}")
    if (judgement.verdict is Verdict.CORRECT) != (judgement.correction is not None):
        raise UsageError(f"{judgement.verdict.value}: a correction is what `correct` needs and nothing else has")
    if judgement.correction and judgement.correction.date:
        Moment.parse(judgement.correction.date)
    if judgement.correction and judgement.correction.span and text is not None:
        judgement.correction.span.check(text)


def is_time(written: str) -> bool:
    """Say whether a text is an ISO date, or date and time."""
    try:
        return bool(datetime.fromisoformat(written))
    except ValueError:
        return False
