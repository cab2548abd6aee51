"""The language of searches: words, "phrases" and keys, all of which must hold; a minus before one says it must not.

    minister "will not attend" who:"White House" -standing:denied said:2025-10-18.. type:CONSULT,AGREE

A text is parsed into a small tree, and backends build their own searches from that; nothing a user writes ever reaches a database's own
query language. What cannot be understood raises QueryError, which points at the place.

``word*`` finds words that begin so. ``who:``, ``through:``, ``about:``, ``place:`` and ``outlet:`` take words or a phrase;
``standing:``, ``attitude:``, ``type:`` and ``judged:`` one or several of their values with commas between; ``said:`` and ``happens:`` a
date of any precision (2025, 2025-Q4, 2025-W42, 2025-11, 2025-11-02), or a stretch: ``2025-10-18..``, ``..2025``, ``2025-10..2025-12``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sayso.errors import QueryError, UsageError
from sayso.ledger.days import asked_words
from sayso.ledger.terms import TEXT_FIELDS, tag, words
from sayso.model.attribution import Attitude
from sayso.model.event import EventType, StandingLabel
from sayso.model.moment import Moment, Precision

MOST_CHARACTERS = 1000
_TEXT_KEYS = ("who", "through", "about", "place", "outlet")
_VALUES = {
    "standing": [label.value for label in StandingLabel],
    "attitude": [attitude.value for attitude in Attitude],
    "type": [kind.value for kind in EventType],
    "judged": ["none", "accept", "reject", "correct", "unsure"],
}
_DATE_KEYS = ("said", "happens")
KEYS = (*_TEXT_KEYS, *_VALUES, *_DATE_KEYS)
_ITEM = re.compile(r'(?P<minus>-?)(?:(?P<key>\w+):)?(?P<value>["“](?P<phrase>[^"“”]*)(?P<end>["”]?)|\S*)')


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side in one of these fields; with ``prefix`` the last is only how a word begins."""

    fields: tuple[str, ...]
    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class AnyTag:
    """At least one of these words among the tags."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must hold, or must not."""

    match: Phrase | AnyTag
    negated: bool = False


NOT_REJECTED = Term(AnyTag((tag("judged", "reject"),)), negated=True)


@dataclass(frozen=True, slots=True)
class Query:
    """All that must hold at once; nothing at all holds for every claim."""

    terms: tuple[Term, ...]

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The words that are looked for, which relevance counts."""
        return tuple(term.match for term in self.terms if isinstance(term.match, Phrase) and not term.negated)


@dataclass(frozen=True, slots=True)
class _Item:
    """One piece of a query between spaces, and where it and its value stand."""

    whole: str
    start: int
    end: int
    key: str | None
    key_start: int
    value: str
    value_start: int
    phrase: str | None
    negated: bool

    def error(self, problem: str) -> QueryError:
        return QueryError(problem, self.whole, self.start, self.end)

    def value_error(self, problem: str) -> QueryError:
        return QueryError(problem, self.whole, self.value_start, max(self.end, self.value_start + 1))


def parse(query: str) -> Query:
    """Return the tree of a query, or raise QueryError at the place that cannot be understood. Rejected claims are left out of what it
    finds unless it asks by ``judged:``.

    >>> parse('-standing:denied').terms[0]
    Term(match=AnyTag(words=('standing0denied',)), negated=True)
    """
    if len(query) > MOST_CHARACTERS:
        raise QueryError(
            f"the query has {len(query)} characters; expected at most {MOST_CHARACTERS}: ask for less at once",
            query[:80], 0, 1,
        )  # fmt: skip
    items = list(_items(query))
    hidden = () if any(item.key == "judged" for item in items) else (NOT_REJECTED,)
    return Query((*(_term(item) for item in items), *hidden))


def _items(query: str) -> Iterator[_Item]:
    place = 0
    while place < len(query):
        if query[place].isspace():
            place += 1
            continue
        found = _ITEM.match(query, place)
        assert found is not None  # every part of the expression may be empty
        item = _Item(
            query, place, found.end(), found["key"], found.start("key"), found["value"], found.start("value"),
            found["phrase"], bool(found["minus"]),
        )  # fmt: skip
        if found["phrase"] is not None and not found["end"]:
            raise QueryError("this quotation is not closed; expected another quotation mark", query, item.value_start, item.value_start + 1)
        if found["phrase"] is not None and found.end() < len(query) and not query[found.end()].isspace():
            raise QueryError("expected a space after the quotation", query, found.end(), found.end() + 1)
        yield item
        place = found.end()


def _term(item: _Item) -> Term:
    if item.key is None:
        return Term(_phrase(item, TEXT_FIELDS), item.negated)
    key = item.key.casefold()
    if key == "origins":
        raise item.error("origins cannot be asked for: sayso does not count the origins of what is in a ledger yet; leave this part out")
    if key not in KEYS:
        known = ", ".join(f"{name}:" for name in KEYS)
        raise QueryError(
            f"{item.key}: is no key; expected one of {known} - or quotation marks around words to look for",
            item.whole, item.key_start, item.key_start + len(item.key),
        )  # fmt: skip
    if not item.value or item.phrase == "":
        raise item.value_error(f"nothing follows {key}:; expected {_expected(key)}")
    if key in _TEXT_KEYS:
        return Term(_phrase(item, (key,)), item.negated)
    match = _dates(item, key) if key in _DATE_KEYS else _values(item, key)
    return Term(match, item.negated)


def _expected(key: str) -> str:
    if key in _TEXT_KEYS:
        return "words, or a phrase in quotation marks"
    return "a date such as 2025-11 or 2025-10-18.." if key in _DATE_KEYS else f"one of {', '.join(_VALUES[key])}"


def _phrase(item: _Item, fields: tuple[str, ...]) -> Phrase:
    prefix = item.phrase is None and item.value.endswith("*")
    found = words(item.phrase if item.phrase is not None else item.value)
    if not found:
        raise item.error("there is no word in this; expected letters or digits to look for")
    return Phrase(fields, tuple(found), prefix)


def _values(item: _Item, key: str) -> AnyTag:
    asked = (item.phrase if item.phrase is not None else item.value).split(",")
    known = {value.casefold(): value for value in _VALUES[key]}
    place = item.value_start + (item.phrase is not None)
    for value in asked:
        if value.strip().casefold() not in known:
            raise QueryError(f"{value.strip()!r} is no {key}; expected {_expected(key)}", item.whole, place, place + max(1, len(value)))
        place += len(value) + 1
    return AnyTag(tuple(dict.fromkeys(tag(key, known[value.strip().casefold()]) for value in asked)))


def _dates(item: _Item, key: str) -> AnyTag:
    value = item.phrase if item.phrase is not None else item.value
    first, dots, last = value.partition("..")
    if not first and not last:
        raise item.value_error(f"expected {_expected(key)}")
    starts = _date(item, key, first) if first else None
    ends = starts if not dots else (_date(item, key, last) if last else None)
    earliest, latest = starts.earliest if starts else None, ends.latest if ends else None
    if earliest and latest and earliest >= latest:
        raise item.value_error("this stretch ends before it begins; expected the earlier date first")
    return AnyTag(tuple(asked_words(key, Moment(value, Precision.INTERVAL, earliest, latest))))


def _date(item: _Item, key: str, value: str) -> Moment:
    try:
        moment = Moment.parse(value)
    except UsageError as error:
        raise item.value_error(f"{value!r} is no date; expected {_expected(key)}") from error
    if moment.precision in (Precision.MINUTE, Precision.PART_OF_DAY, Precision.INTERVAL):
        raise item.value_error(f"{value!r} is finer than a day or a stretch of its own; expected {_expected(key)}")
    if moment.earliest is None or moment.latest is None or moment.earliest < datetime.min:
        raise item.value_error(f"{value!r} names no stretch of calendar; expected {_expected(key)}")
    return moment
