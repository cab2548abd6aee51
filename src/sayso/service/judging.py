"""What people decide about the claims of a ledger."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterable, Iterator

from sayso.errors import UsageError
from sayso.ledger.base import Adrift, Hit
from sayso.ledger.effects import found_again
from sayso.model.event import StandingLabel
from sayso.model.judgement import Correction, Judgement, Verdict
from sayso.model.span import Span
from sayso.service.held import Held
from sayso.service.newsroom import now


def me() -> str:
    """Return who judges when nobody is named: SAYSO_BY, or the name of the user of this machine."""
    try:
        return os.environ.get("SAYSO_BY") or getpass.getuser()
    except (OSError, KeyError):
        return "somebody"


class Judging(Held):
    """The part of a Ledger that takes judgements."""

    def queue(self, *, limit: int = 20, after: str | None = None) -> tuple[Hit, ...]:
        """Return claims that nobody has judged, the least certain first."""
        return self.view.review(limit=limit, after=after)

    def judge(
        self,
        claims: str | Iterable[str],
        verdict: str,
        *,
        by: str | None = None,
        why: str | None = None,
        correction: Correction | None = None,
    ) -> Judgement:
        """Decide about a claim (accept, reject, correct, unsure, note) or several (same, different, merge, split), given by their ids."""
        keys = [claims] if isinstance(claims, str) else list(claims)
        about = tuple(self.view.anchor(key) for key in keys)
        made = Judgement.of(about, Verdict(verdict), by=by or me(), when=now(), why=why or None, correction=correction)
        return self.writer.judge(made)

    def correct(
        self, claim: str, *, words: str | None = None, source: str | None = None, standing: str | None = None, date: str | None = None,
        by: str | None = None, why: str | None = None,
    ) -> Judgement:  # fmt: skip
        """Say what a claim should say instead: its words (as they stand in the text), who says so, its standing, when it happens.

        Raises UsageError when the words are not in the text, the date is none, or there is no such standing.
        """
        span = self._span(claim, words) if words else None
        if standing and standing not in list(StandingLabel):
            raise UsageError(f"{standing!r} is no standing; expected one of {', '.join(StandingLabel)}")
        wanted = Correction(span, source or None, StandingLabel(standing) if standing else None, date or None)
        return self.judge(claim, Verdict.CORRECT, by=by, why=why, correction=wanted)

    def undo(self, judgement: str, *, by: str | None = None) -> Judgement:
        """Take a judgement back; it stays in the history."""
        return self.writer.undo(judgement, by=by or me(), when=now())

    def history(self) -> Iterator[Judgement]:
        """Yield every judgement, those taken back too, in order of time."""
        return self.view.judgements()

    def judged(self, claim: str) -> tuple[Judgement, ...]:
        """Return the judgements that apply to a claim now."""
        return self.view.judged(claim)

    def adrift(self) -> Iterator[Adrift]:
        """Yield the judgements that fit no claim any more, since a text or its reading changed."""
        return self.view.adrift()

    def _span(self, claim: str, words: str) -> Span:
        """Where words stand in the text of a claim, nearest to it."""
        hit = self.view.claim(claim)
        reading = self.view.reading(hit.article) if hit else None
        span = found_again(Span(hit.span.start, hit.span.start + len(words), words), reading.article.text) if hit and reading else None
        if span is None:
            raise UsageError(f"{words!r} does not stand in the text of {claim}; expected words as they are written there")
        return span
