"""What a ledger needs of a database, so that one set of SQL serves every backend.

SQL is written once, with ``?`` for each value; only what differs in kind (the search index, opening, errors) is a backend's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from sayso.ledger.query import Query
from sayso.ledger.terms import Terms

Row = tuple[Any, ...]


class Database(Protocol):
    """A connection. Every method raises an error of the LedgerError tree when the database refuses."""

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Return all rows that a statement gives."""

    def stream(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """Yield the rows of a query without holding all of them."""

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing, one writer at a time; inside another transaction, part of it."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Let everything read inside be of one moment."""

    def index(self, key: int, terms: Terms) -> None:
        """Put the search terms of a claim into the index under its key."""

    def unindex(self, keys: Sequence[int]) -> None:
        """Take claims out of the index."""

    def match(self, query: Query, *, before: int | None, limit: int) -> list[int]:
        """Return the keys of matching claims, the greatest first, all below ``before``."""

    def indexed(self, key: int) -> str | None:
        """Return what the index holds for a claim, in a form to compare with ``written``."""

    def written(self, terms: Terms) -> str:
        """Return what ``indexed`` should give for these terms."""

    def faults(self) -> Iterator[str]:
        """Yield what the database itself finds wrong with its store."""

    def close(self) -> None:
        """Let go of the store."""
