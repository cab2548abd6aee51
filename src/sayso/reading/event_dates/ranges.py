"""Ranges: the two ends of "from October 31 to November 1" share the stretch between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.errors import UsageError
from sayso.language.lexicon import lexicon
from sayso.model.moment import Moment
from sayso.model.time import TimeExpression


def joined(text: str, times: Sequence[TimeExpression]) -> list[tuple[TimeExpression, Moment]]:
    """Each expression with its moment; the two ends of a range ("from October 31 to November 1") share the stretch between them."""
    links = tuple(lexicon("times")["range"]["links"])
    moments = [time.moment for time in times if time.moment]
    for i, (first, second) in enumerate(pairwise(times)):
        between = re.sub(r"\s+", " ", text[first.span.end : second.span.start]).strip().lower()
        opened = (
            text[max(0, first.span.start - 10) : first.span.start].lower().rstrip().endswith(tuple(lexicon("times")["range"]["openers"]))
        )
        if between in links and (opened or between != "and") and first.value and second.value and len(first.value) == len(second.value):
            try:
                moments[i] = moments[i + 1] = Moment.parse(f"{first.value}/{second.value}")
            except UsageError:
                continue
    return list(zip(times, moments, strict=True))
