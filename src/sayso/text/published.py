"""Publication date: everything relative hangs on it, so where it comes from is always said.

In order: what the caller gives; the page's metadata; what a feed announced; the address; the article's own lines; and, as an interval
only, what the text tells as past. Unknown stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sayso.errors import UsageError
from sayso.language.layout import Stretch
from sayso.language.lexicon import lexicon
from sayso.language.written import Written, written_dates
from sayso.model.article import PublishedBasis
from sayso.model.moment import Moment, Precision
from sayso.model.span import Span
from sayso.text.dateline import Line, copyright_year, dateline_dates, original, publication_dates
from sayso.text.url_date import address_date

NEAR_TOP = 2_500  # characters in which a date told as past bounds the publication date
_SENTENCE = re.compile(r"[^.!?\n]*(?:\.(?!\s)[^.!?\n]*)*")


@dataclass(frozen=True, slots=True)
class Dated:
    """A publication date, how it is known, and why: ``evidence`` is where the text says so, None where something else does."""

    moment: Moment | None
    basis: PublishedBasis
    why: str
    evidence: Span | None = None


UNKNOWN = Dated(None, PublishedBasis.UNKNOWN, "neither the page, its address nor the text dates the article")


@dataclass(frozen=True, slots=True)
class Clues:
    """All that may date an article. ``guess`` is asked last, since it costs the most."""

    text: str
    lines: list[Line]
    stretches: tuple[Stretch, ...]
    given: Moment | None = None
    announced: Moment | None = None
    urls: tuple[str, ...] = ()
    metadata: Dated | None = None
    guess: Callable[[], Dated | None] = lambda: None


def find(clues: Clues) -> Dated:
    """Return the publication date from the surest of the clues; one known to the day goes before one known to the month."""
    if clues.given:
        return Dated(clues.given, PublishedBasis.GIVEN, "it was given")
    coarse: Dated | None = None
    for dated in _candidates(clues):
        if dated.moment and dated.moment.day:
            return dated
        coarse = coarse or dated
    return coarse or _inferred(clues.text) or _yearless(clues) or UNKNOWN


def _candidates(clues: Clues) -> Iterator[Dated]:
    announced = Dated(clues.announced, PublishedBasis.METADATA, "the feed or mail it came by says so") if clues.announced else None
    if announced and (clues.metadata is None or _is_finer(announced, clues.metadata)):
        yield announced
    if clues.metadata:
        yield clues.metadata
    yield from _by_address(clues)
    yield from _by_words(clues, publication_dates(clues.lines, "published"), "the text says when it was published")
    yield from _by_words(clues, dateline_dates(clues.text, clues.stretches), "the dateline says so")
    yield from _by_words(clues, publication_dates(clues.lines, "updated"), "the text says when it was updated")
    guessed = clues.guess()
    if guessed:
        yield guessed


def _is_finer(one: Dated, other: Dated) -> bool:
    """Whether ``one`` tells the time of the very day that is all ``other`` knows."""
    first, second = one.moment, other.moment
    return bool(first and second and second.precision is Precision.DAY and first.precision is Precision.MINUTE and first.day == second.day)


def _by_address(clues: Clues) -> Iterator[Dated]:
    for url in clues.urls:
        if found := address_date(url):
            yield Dated(Moment.parse(found[0]), PublishedBasis.URL, f"the {found[1]} of its address {url} carries the date")
    named = original(clues.lines)
    if named and (found := address_date(named[0])):
        evidence = Span.cut(clues.text, named[1], named[2])
        why = f"the {found[1]} of the address that the text names as its original carries the date"
        yield Dated(Moment.parse(found[0]), PublishedBasis.URL, why, evidence)


def _by_words(clues: Clues, dates: Iterable[tuple[Written, int, int]], why: str) -> Iterator[Dated]:
    for date, start, end in dates:
        year = date.year or _year(clues)
        if year is None:
            continue
        value = f"{year:04}-{date.month:02}-{date.day:02}{date.clock}"
        because = why if date.year else f"{why}; its year is that of the copyright line or the address"
        try:
            yield Dated(Moment.parse(value), PublishedBasis.DATELINE, because, Span.cut(clues.text, start, end))
        except UsageError:  # 29 February of a year that has none
            continue


def _year(clues: Clues) -> int | None:
    addresses = (address_date(url) for url in clues.urls)
    return next((int(found[0][:4]) for found in addresses if found), None) or copyright_year(clues.lines)


def _yearless(clues: Clues) -> Dated | None:
    """No date, but a reason that helps: the dateline leaves the year out."""
    date = next(dateline_dates(clues.text, clues.stretches), None)
    if date is None:
        return None
    evidence = Span.cut(clues.text, date[1], date[2])
    return Dated(None, PublishedBasis.UNKNOWN, "the dateline gives a day without a year", evidence)


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(lexicon("published")["ahead"]) + r")\b")  # small letters only: May is a month


def _inferred(text: str) -> Dated | None:
    """Not before the latest whole date near the top that is told as past."""
    latest: tuple[str, int, int] | None = None
    for sentence in _SENTENCE.finditer(text, 0, NEAR_TOP):
        if _ahead().search(sentence[0]):
            continue
        for date in written_dates(sentence[0]):
            value = f"{date.year or 0:04}-{date.month:02}-{date.day:02}"
            if date.year and (latest is None or value > latest[0]):
                latest = value, sentence.start() + date.start, sentence.start() + date.end
    if latest is None:
        return None
    why = "not before the latest date near the top that is told as past"
    return Dated(Moment.parse(f"{latest[0]}/.."), PublishedBasis.INFERRED, why, Span.cut(text, latest[1], latest[2]))
