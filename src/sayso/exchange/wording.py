"""Wording: dates, sources and attitudes as people read them; the terminal and the page say the same words.

A date is never said more finely than it is known, and an anonymous source keeps all that is said about it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.errors import SaysoError
from sayso.model.actor import ActorKind
from sayso.model.article import Article, PublishedBasis
from sayso.model.attribution import Attitude, Source
from sayso.model.moment import Moment, Precision

JOINERS = "\u200c\u200d"  # zero-width, and part of Persian spelling and of emoji
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_OPENING, _CLOSING = '“„«「『"', '”“»」』"'
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_PIECES = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter", "H1": "first half of", "H2": "second half of"}
_BASES = {
    PublishedBasis.GIVEN: "date given by you",
    PublishedBasis.METADATA: "date from the page",
    PublishedBasis.URL: "date from the address",
    PublishedBasis.DATELINE: "date from the dateline",
    PublishedBasis.INFERRED: "date inferred from the text",
    PublishedBasis.UNKNOWN: "how is unknown",
}


def published_words(article: Article) -> str:
    """Return when an article appeared and how that is known: ``12 Mar 2026 (date from the page)``, or ``date unknown``."""
    if article.published is None:
        return "date unknown"
    return f"{moment_words(article.published)} ({_BASES[article.published_basis]})"


def attitude_words(attitude: Attitude) -> str:
    """Return what a source does with its words: ``asserts`` is ``says`` among people."""
    return {Attitude.ASSERTS: "says", Attitude.DECLINES: "declines to comment"}.get(attitude, attitude.value)


@dataclass(frozen=True, slots=True)
class Voice:
    """A source as people read it: its name, and what is known of it (kind, office, country, how many, how they know)."""

    name: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name} ({', '.join(self.known)})" if self.known else self.name


def voice(source: Source, article: Article) -> Voice:
    """Return a source by name; the article's own outlet is ``this article`` where nobody knows its name."""
    name = " ".join((source.actor.name or (source.span.text if source.span else article.outlet or "")).split())
    if not name:
        return Voice("this article")
    return Voice(name, tuple(part for part in _known(source) if part.casefold() not in name.casefold()))


def _known(source: Source) -> list[str]:
    actor = source.actor
    kind = "" if actor.kind in (ActorKind.UNKNOWN, ActorKind.OUTLET) else actor.kind.value
    country = actor.country if actor.kind is not ActorKind.COUNTRY else None
    parts = (kind, actor.office, country, count_words(source), source.basis, source.affiliation)
    return [" ".join(part.split()) for part in parts if part]


def count_words(source: Source) -> str | None:
    """Return how many people stand behind a source: ``2 people``, ``2 or more``, ``2 to 4``, ``at most 4``; None where unbounded."""
    least, most = source.count_least, source.count_most
    if least is not None and least == most:
        return "1 person" if least == 1 else f"{least} people"
    if least is not None and most is not None:
        return f"{least} to {most}"
    if most is not None:
        return f"at most {most}"
    return f"{least} or more" if least is not None else None


def date_words(value: str) -> str:
    """Return a TIMEX3 or EDTF value in words, or the value itself when it names no stretch of calendar.

    >>> date_words("2025-W42"), date_words("../2025-10-18"), date_words("2025-09-30TEV"), date_words("PAST_REF")
    ('week of 13 Oct 2025', 'before 18 Oct 2025', 'evening of 30 Sep 2025', 'PAST_REF')
    """
    try:
        return moment_words(Moment.parse(value))
    except SaysoError:
        return value


def moment_words(moment: Moment) -> str:
    """Return a moment in words, exactly as fine as it is known."""
    if moment.precision is Precision.INTERVAL:
        first, _, last = moment.value.partition("/")
        return _interval(first, last)
    if moment.earliest is None:
        return moment.value
    return _stretch(moment, moment.earliest)


def _interval(first: str, last: str) -> str:
    opens, closes = first in ("", ".."), last in ("", "..")
    if opens and closes:
        return "at some time"
    if opens:
        return f"before {date_words(last)}"
    return f"from {date_words(first)} on" if closes else f"{date_words(first)} to {date_words(last)}"


def _stretch(moment: Moment, start: datetime) -> str:
    value, year, month = moment.value, start.year, f"{_MONTHS[start.month - 1]} {start.year}"
    day = f"{start.day} {month}"
    match moment.precision:
        case Precision.MINUTE:
            return f"{day}, {_clock(moment, start)}"
        case Precision.PART_OF_DAY:
            return f"{_PARTS.get(value.partition('T')[2][:2], 'part')} of {day}"
        case Precision.WEEK:
            return f"{'weekend' if value.endswith('WE') else 'week'} of {day}"
        case Precision.MONTH:
            return month
        case Precision.QUARTER | Precision.SEASON:
            piece = value[-2:]
            return f"{_PIECES.get(piece, piece)} {year}"
        case Precision.YEAR:
            return str(year)
        case Precision.DECADE:
            return f"{year // 10 * 10}s"
        case Precision.CENTURY:
            return f"{year // 100 * 100}s"
        case _:
            return day


def _clock(moment: Moment, start: datetime) -> str:
    zone = {"Z": "UTC", "+00:00": "UTC", "+0000": "UTC", None: ""}.get(moment.zone, moment.zone or "")
    whole_hour = moment.latest is not None and moment.latest - start >= timedelta(hours=1)
    return f"{'about ' if whole_hour else ''}{start.hour:02}:{start.minute:02} {zone}".rstrip()


def visible(text: str) -> str:
    """Return text on one line, with every character that shows nothing or steers its medium written as its code.

    The text of an article is hostile until shown otherwise: it may move a terminal's cursor, or turn the writing direction so that
    words read as they do not stand (Boucher and Anderson 2023, "Trojan Source"). The two joiners that spelling needs stay.

    >>> visible("no\x1b[2J\u202eon"), visible("two\\nlines")
    ('no\\\\x1b[2J\\\\u202eon', 'two lines')
    """
    return "".join(c if c.isprintable() or c in JOINERS else code(c) for c in " ".join(text.split()))


def code(character: str) -> str:
    """Return the escaped code of a character, as Python writes it."""
    return character.encode("unicode_escape", "surrogatepass").decode()


def quoted(words: str) -> str:
    """Return words on one line in quotation marks, unless they bring their own.

    >>> quoted("no meeting"), quoted("“no meeting,”")
    ('“no meeting”', '“no meeting,”')
    """
    line = " ".join(words.split())
    return line if line[:1] in _OPENING and line[-1:] in _CLOSING else f"“{line}”"


def shorten(words: str, room: int, *, size: Callable[[str], int] = len) -> str:
    """Return ``words`` on one line, cut after a word with an ellipsis where they take more than ``room``.

    ``size`` measures a stretch of text; on a terminal a Chinese character takes two columns.

    >>> shorten("no meeting is on the schedule", 14)
    'no meeting is…'
    """
    line = " ".join(words.split())
    if size(line) <= room:
        return line
    taken, end = 0, 0
    while taken + size(line[end]) < room:
        taken += size(line[end])
        end += 1
    cut = line[:end] if line[end].isspace() else line[:end].rpartition(" ")[0]
    return (cut if len(cut) >= end // 2 else line[:end]).rstrip(" ,;:-–—") + "…"
