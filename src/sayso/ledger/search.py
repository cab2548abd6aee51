"""Searches carried out: the tree of a query in, hits out, the same over every backend.

Keys are in order of publication, so the newest hits come straight off the index, and a cursor is the key of the last hit. Relevance is
BM25's term for how often a word stands in how long a claim (Robertson and Zaragoza 2009), without its weight for rare words: every hit
has all the words, so rarity tells no hit from another. It ranks the newest 2,000 matches.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.errors import UsageError
from sayso.ledger.base import Hit, Sort
from sayso.ledger.database import Database
from sayso.ledger.hits import COLUMNS, hit_of
from sayso.ledger.query import Phrase, Query, parse
from sayso.ledger.terms import words

RANKED = 2000
MOST_HITS = 10_000
_USUAL_LENGTH, _SATURATION, _BY_LENGTH = 20, 1.2, 0.75  # words of a claim; k1 and b of BM25


def find(database: Database, query: str, *, sort: Sort, limit: int, after: str | None) -> tuple[Hit, ...]:
    """Return at most ``limit`` hits after the cursor; raise QueryError for the query and UsageError for the rest."""
    tree = parse(query)
    if not 0 < limit <= MOST_HITS:
        raise UsageError(f"{limit} hits cannot be asked for at once; expected 1 to {MOST_HITS}, and the rest by cursor")
    if sort is Sort.RELEVANCE:
        return _ranked(database, tree, limit, after)
    before = _key(after) if after else None
    return load(database, database.match(tree, before=before, limit=limit))


def load(database: Database, keys: Sequence[int]) -> tuple[Hit, ...]:
    """Return the claims of these keys, in their order."""
    found: dict[int, Hit] = {}
    for start in range(0, len(keys), 500):
        some = keys[start : start + 500]
        marks = ", ".join("?" * len(some))
        found |= {row[0]: hit_of(row) for row in database.rows(f"SELECT {COLUMNS} FROM claims WHERE key IN ({marks})", some)}
    return tuple(found[key] for key in keys if key in found)


def review(database: Database, *, limit: int, after: str | None) -> tuple[Hit, ...]:
    """Return claims nobody has judged, the least certain first."""
    confidence, key = _pair(after) if after else (-1.0, -1)
    rows = database.rows(
        f"SELECT {COLUMNS} FROM claims WHERE verdict = 'none' AND (confidence, key) > (?, ?) ORDER BY confidence, key LIMIT ?",
        (confidence, key, limit),
    )
    return tuple(hit_of(row, f"{row[4]!r}:{row[0]}") for row in rows)


def _ranked(database: Database, tree: Query, limit: int, after: str | None) -> tuple[Hit, ...]:
    hits = load(database, database.match(tree, before=None, limit=RANKED))
    scored = sorted(((-relevance(hit, tree.phrases), -int(hit.cursor), hit) for hit in hits), key=lambda row: row[:2])
    cut = (-_pair(after)[0], -_pair(after)[1]) if after else None
    kept = [row for row in scored if cut is None or row[:2] > cut]
    return tuple(replace(hit, cursor=f"{-score!r}:{-key}") for score, key, hit in kept[:limit])


def relevance(hit: Hit, phrases: Sequence[Phrase]) -> float:
    """Return how much of a claim the words looked for are; 0 when only its names or tags match."""
    said = words(hit.span.text)
    length = 1 - _BY_LENGTH + _BY_LENGTH * len(said) / _USUAL_LENGTH
    counts = [_count(phrase, said) for phrase in phrases]
    return round(sum(count * (_SATURATION + 1) / (count + _SATURATION * length) for count in counts), 9)


def _count(phrase: Phrase, said: list[str]) -> int:
    size, last = len(phrase.words), phrase.words[-1]
    runs = [tuple(said[place : place + size]) for place in range(len(said) - size + 1)]
    return sum(
        1 for run in runs if tuple(run[:-1]) == phrase.words[:-1] and (run[-1].startswith(last) if phrase.prefix else run[-1] == last)
    )


def _key(cursor: str) -> int:
    if not re.fullmatch(r"[0-9]{1,19}", cursor) or int(cursor) >= 1 << 63:
        raise UsageError(f"{cursor!r} is no cursor of this search; expected the `cursor` of one of its hits")
    return int(cursor)


def _pair(cursor: str) -> tuple[float, int]:
    found = re.fullmatch(r"([0-9.e+-]{1,30}):([0-9]{1,19})", cursor)
    try:
        return (float(found[1]), _key(found[2])) if found else (_key(cursor + ":"), 0)
    except ValueError as error:
        raise UsageError(f"{cursor!r} is no cursor of this search; expected the `cursor` of one of its hits") from error
