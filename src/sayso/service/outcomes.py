"""Outcomes: what becomes of documents while a run goes on, and the sums of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """What happened to a document."""

    SEEN = "seen"  # kept, and waiting to be read
    KNOWN = "known"  # kept since an earlier time, with nothing to do
    READ = "read"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One piece of news of a run: about which document, where it was found, and for what did not go well, why."""

    what: What
    document: str
    place: str
    reason: str | None = None
    claims: int = 0


@dataclass(slots=True)
class Added:
    """What came of a run so far: ``seen = known + read + failed + skipped + waiting``, and the claims of what was read."""

    known: int = 0
    read: int = 0
    failed: int = 0
    skipped: int = 0
    waiting: int = 0
    claims: int = 0

    @property
    def seen(self) -> int:
        """How many documents the run came across."""
        return self.known + self.read + self.failed + self.skipped + self.waiting

    def note(self, outcome: Outcome) -> None:
        """Count one more outcome."""
        if outcome.what is What.SEEN:
            self.waiting += 1
            return
        setattr(self, outcome.what.value, getattr(self, outcome.what.value) + 1)
        self.waiting -= outcome.what is not What.KNOWN
        self.claims += outcome.claims
