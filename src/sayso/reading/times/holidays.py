"""Days that have a name: "Thanksgiving Day", "last Christmas", "Good Friday 2019", "the Hanoi summit"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date as Date
from datetime import timedelta

from sayso.language.lexicon import lexicon
from sayso.reading.times.calendar import year_meant, years_off
from sayso.reading.times.context import Context
from sayso.reading.times.rule import Found, Match, RuleBook, date
from sayso.reading.times.words import any_of, turn

book = RuleBook()


@book.rule(
    "holiday",
    rf"(?:(?P<which>last|this|next|this{{S}}past|this{{S}}coming){{S}})?(?P<name>{any_of(lexicon('holidays')['days'])})"
    r"(?:,?{S}(?:of{S})?(?P<year>{YEAR}))?",
)
def _holiday(match: Match, context: Context) -> Found | None:
    """The day in the year named, or the nearest that goes with the verb; not in "the Good Friday Agreement", "Christmas sales"."""
    head = context.head(match.start("name"), match.end("name"))
    if head is not None and head.dep == "compound":
        return None
    name = " ".join(match["name"].split())
    if name.removeprefix("the ")[0].islower() or context.before(match.start(), 16).endswith(
        tuple(lexicon("holidays")["elsewhere"]["before"])
    ):
        return None
    written = lexicon("holidays")["days"][name.lower().replace("’", "'")]
    if match["year"]:
        return date(match, day_in(int(match["year"]), written).isoformat())
    if context.day is None:
        return date(match, None, relative=True)
    return date(match, _nearest(match, context, context.day, written).isoformat(), relative=True)


@book.rule("occasion", rf"the{{S}}(?P<name>{any_of(lexicon('holidays')['occasions'])})")
def _occasion(match: Match, context: Context) -> Found | None:
    """A summit known by its place, where it tells when something else was: "since the Harbour summit"."""
    if context.before(match.start(), 12).split()[-1:] not in [[word] for word in lexicon("holidays")["telling"]["words"]]:
        return None
    return date(match, lexicon("holidays")["occasions"][" ".join(match["name"].lower().split())])


def _nearest(match: Match, context: Context, today: Date, written: str) -> Date:
    which, this_year = turn(match["which"]), day_in(today.year, written)
    if which is not None:
        return day_in(today.year + years_off(which, begun=this_year <= today, over=this_year < today), written)
    at = (match.start(), match.end())
    tense, own = context.tense(*at), context.hangs_on_verb(*at)
    return day_in(year_meant(today, this_year.month, this_year.day, tense, own=own), written)


def day_in(year: int, written: str) -> Date:
    """Return the day of a year that a rule of the table names.

    >>> day_in(1999, "11 4 3"), day_in(2024, "easter -2")
    (datetime.date(1999, 11, 25), datetime.date(2024, 3, 29))
    """
    if written.startswith("easter"):
        return easter(year) + timedelta(days=int(written.split()[1]))
    if "-" in written[:3]:
        return Date(year, *map(int, written.split("-")))
    month, nth, weekday, later = map(int, (*written.split(), "0")[:4])
    first = Date(year, month, 1) if nth > 0 else Date(year, month, monthrange(year, month)[1] - 6)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * max(nth - 1, 0) + later)


def easter(year: int) -> Date:
    """Return Easter Sunday of the Gregorian calendar (Meeus 1991, Astronomical Algorithms)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return Date(year, month, day + 1)
