"""The clock of the way in, so that tests need not wait."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class Clock:
    """Time that passes, time of day, and waiting; all in seconds."""

    def passed(self) -> float:
        """Return the seconds since some moment, never going back."""
        return time.monotonic()

    def now(self) -> datetime:
        """Return the time of day, in UTC."""
        return datetime.now(UTC)

    def wait(self, seconds: float) -> None:
        """Return ``seconds`` later."""
        time.sleep(seconds)
