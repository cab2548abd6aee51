"""Retry-After: how much later a site asks to be asked again."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 7 * 24 * 3600.0


def seconds_until(header: str | None, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header names, as a number or as a date; None when it names none.

    >>> seconds_until("120", datetime(2025, 5, 12, tzinfo=UTC))
    120.0
    """
    value = (header or "").strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:12]), LONGEST)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return min(max((when - now).total_seconds(), 0.0), LONGEST)
