"""Time expressions, as TIMEX3 has them (ISO-TimeML; Pustejovsky et al. 2003)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.moment import Moment
from sayso.model.span import Span


class TimeType(StrEnum):
    """The four kinds of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time. ``value`` is TIMEX3 (``2025-10-18``, ``PT48H``, ``PAST_REF``), None when it cannot be known.

    ``anchor`` says what a relative value was counted from: ``dct`` (the publication date) or the words of another
    expression; ``moment`` is the stretch of calendar named, where there is one.
    """

    span: Span
    type: TimeType
    value: str | None
    rule: str
    mod: str | None = None
    anchor: str | None = None
    moment: Moment | None = None
    confidence: float = 1.0
