"""The lead of a news item: the day on which it says that something was, or will be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sayso.language.tokens import Parse, Token
from sayso.model.moment import Moment
from sayso.reading.tense import Tense, tense_at

Dated = Mapping[int, Sequence[tuple[Token, Moment]]]  # the dated words of a sentence, by its number
TOLD = (Tense.PAST, Tense.PERFECT)
LEAD = 4  # sentences, the headline among them
WELL_BEFORE = timedelta(days=7)  # a date this far before publication puts the sentences after it into the past too


def lead_day(parse: Parse, times: Dated, day: Moment | None) -> Moment | None:
    """Return the first day that a lead tells of in the past, where it lies less than a week before the publication ``day``; or None."""
    if day is None or day.earliest is None:
        return None
    for index in range(min(LEAD, len(parse.sentences))):
        for head, moment in times.get(index, ()):
            told = moment.day and moment.earliest and tense_at(head) in TOLD
            if told and moment.earliest and day.earliest - WELL_BEFORE <= moment.earliest < day.earliest:
                return moment
    return None


def day_ahead(parse: Parse, times: Dated, day: Moment | None) -> Moment | None:
    """Return the first day that a lead says is to come, where it lies less than a week after the publication ``day``; or None."""
    if day is None or day.earliest is None:
        return None
    for index in range(min(LEAD, len(parse.sentences))):
        for head, moment in times.get(index, ()):
            ahead = moment.day and moment.earliest and tense_at(head) is Tense.FUTURE
            if ahead and moment.earliest and day.earliest <= moment.earliest <= day.earliest + WELL_BEFORE:
                return moment
    return None
