"""A ledger in a PostgreSQL database, for teams: the same SQL, and a text search index of its own.

Writers take turns by an advisory lock, as they do by SQLite's file lock, so that one transaction never sees half of another. psycopg comes
with the extra ``[pg]`` and is loaded only here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from sayso.errors import MissingPartError
from sayso.ledger.database import Row
from sayso.ledger.postgres_errors import in_words
from sayso.ledger.postgres_terms import asked, vector
from sayso.ledger.query import Query
from sayso.ledger.terms import Terms

if TYPE_CHECKING:
    import psycopg

TURN = 0x5359534F  # the advisory lock that whoever writes holds
_SETTINGS = ("lock_timeout = '60s'", "synchronous_commit = on", "timezone = 'UTC'", "client_min_messages = warning")


def driver() -> Any:
    """Return psycopg; raise MissingPartError where it is not installed."""
    try:
        import psycopg
    except ImportError as error:
        raise MissingPartError("a ledger in PostgreSQL needs psycopg, which is not installed: pip install 'sayso[pg]'") from error
    return psycopg


class PostgresDatabase:
    """A connection to one database; made by ``sayso.ledger.postgres_open``."""

    def __init__(self, where: str, connection: psycopg.Connection[Row]) -> None:
        self._where, self._connection = where, connection
        for setting in _SETTINGS:
            self.rows(f"SET {setting}")

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a statement."""
        with self._speaking():
            cursor = self._connection.execute(sql.replace("?", "%s").encode(), list(values) or None)
            return cursor.fetchall() if cursor.description else []

    def stream(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """The rows of a query, as they come."""
        with self._speaking(), self._connection.cursor() as cursor:
            yield from cursor.execute(sql.replace("?", "%s").encode(), list(values) or None)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, one writer at a time."""
        with self._inside("BEGIN") as outermost:
            if outermost:
                self.rows("SELECT pg_advisory_xact_lock(?)", (TURN,))
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is of one moment."""
        with self._inside("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"):
            yield

    def index(self, key: int, terms: Terms) -> None:
        """Put the words of a claim into the index."""
        self.rows("INSERT INTO terms (key, words) VALUES (?, ?::tsvector)", (key, vector(terms)))

    def unindex(self, keys: Sequence[int]) -> None:
        """Take claims out of the index."""
        for key in keys:
            self.rows("DELETE FROM terms WHERE key = ?", (key,))

    def match(self, query: Query, *, before: int | None, limit: int) -> list[int]:
        """Keys of matching claims, the greatest first."""
        below, values = ("AND key < ?", (before,)) if before is not None else ("", ())
        sql = f"SELECT key FROM terms WHERE words @@ ?::tsquery {below} ORDER BY key DESC LIMIT ?"
        return [key for (key,) in self.rows(sql, (asked(query), *values, limit))]

    def indexed(self, key: int) -> str | None:
        """What the index holds for a claim."""
        return next((words for (words,) in self.rows("SELECT words::text FROM terms WHERE key = ?", (key,))), None)

    def written(self, terms: Terms) -> str:
        """What it should hold, as the server writes it."""
        return str(self.rows("SELECT (?::tsvector)::text", (vector(terms),))[0][0])

    def faults(self) -> Iterator[str]:
        """Nothing of its own: a server looks after its pages (`initdb --data-checksums`), and rows carry seals."""
        yield from ()

    def close(self) -> None:
        """Let go of the connection."""
        with suppress(Exception):
            self._connection.close()

    @contextmanager
    def _inside(self, begin: str) -> Iterator[bool]:
        """Run in a transaction, a new one unless there is one; gives whether it is new."""
        if self._connection.info.transaction_status.name != "IDLE":
            yield False
            return
        self.rows(begin)
        try:
            yield True
            self.rows("COMMIT")
        except BaseException:
            with suppress(Exception):
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _speaking(self) -> Iterator[None]:
        try:
            yield
        except driver().Error as error:
            raise in_words(error, self._where) from error
