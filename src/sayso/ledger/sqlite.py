"""A ledger in one SQLite file, without a server: write-ahead log, foreign keys, and every commit on the disk before it returns."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sayso.ledger.database import Row
from sayso.ledger.query import AnyTag, Phrase, Query, Term
from sayso.ledger.rows import EVERY
from sayso.ledger.sqlite_errors import in_words
from sayso.ledger.terms import FIELDS, Terms

BUSY_SECONDS = 60.0
_FIELDS = ", ".join(FIELDS)
_SETTINGS = (
    "foreign_keys = ON",
    "synchronous = FULL",
    "cache_size = -65536",  # 64 MB
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)


class SqliteDatabase:
    """A connection to one file; made by ``sayso.ledger.sqlite_open``."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path, self._where, self._connection = path, f"the ledger {path}", connection
        for setting in _SETTINGS:
            self.rows(f"PRAGMA {setting}")

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a statement."""
        with self._speaking():
            return self._connection.execute(sql, values).fetchall()

    def stream(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """The rows of a query, one by one."""
        with self._speaking():
            for row in self._connection.execute(sql, values):  # noqa: UP028  "yield from" would close what may be closed already
                yield row

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, one writer at a time."""
        if self._connection.in_transaction:
            yield
            return
        self.rows("BEGIN IMMEDIATE")
        try:
            yield
            self.rows("COMMIT")
        except BaseException:
            self._back()
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is of one moment."""
        if self._connection.in_transaction:
            yield
            return
        self.rows("BEGIN")
        try:
            yield
        finally:
            self._back()

    def index(self, key: int, terms: Terms) -> None:
        """Put the words of a claim into the index."""
        marks = ", ".join("?" * len(FIELDS))
        self.rows(f"INSERT INTO terms (rowid, {_FIELDS}) VALUES (?, {marks})", (key, *map(" ".join, terms.fields)))

    def unindex(self, keys: Sequence[int]) -> None:
        """Take claims out of the index."""
        for key in keys:
            self.rows("DELETE FROM terms WHERE rowid = ?", (key,))

    def match(self, query: Query, *, before: int | None, limit: int) -> list[int]:
        """Keys of matching claims, the greatest first."""
        below, values = ("AND rowid < ?", (before,)) if before is not None else ("", ())
        sql = f"SELECT rowid FROM terms WHERE terms MATCH ? {below} ORDER BY rowid DESC LIMIT ?"
        return [key for (key,) in self.rows(sql, (written(query), *values, limit))]

    def indexed(self, key: int) -> str | None:
        """What the index holds for a claim."""
        rows = self.rows(f"SELECT {_FIELDS} FROM terms WHERE rowid = ?", (key,))
        return "\n".join(map(str, rows[0])) if rows else None

    def written(self, terms: Terms) -> str:
        """What it should hold."""
        return "\n".join(map(" ".join, terms.fields))

    def faults(self) -> Iterator[str]:
        """What SQLite finds wrong with its own file, and with the index against the words in it."""
        try:
            yield from (f"SQLite finds: {line}" for (line,) in self._connection.execute("PRAGMA integrity_check") if line != "ok")
            yield from (
                f"a row of {row[0]} refers to one that is not there" for row in self._connection.execute("PRAGMA foreign_key_check")
            )
            self._check_index()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            yield str(in_words(error, self._where))

    def _check_index(self) -> None:
        """FTS5 checks its index by a statement that writes nothing, but needs the right to; where nobody has it, nobody checks."""
        with closing(sqlite3.connect(self._path, timeout=BUSY_SECONDS)) as other:
            try:
                other.execute("INSERT INTO terms (terms) VALUES ('integrity-check')")
            except sqlite3.OperationalError as error:
                if (error.sqlite_errorcode & 0xFF) != sqlite3.SQLITE_READONLY:
                    raise

    def backup(self, to: Path) -> None:
        """Copy the store as it is at one moment, while others may go on writing."""
        with self._speaking():
            other = sqlite3.connect(to)
            try:
                self._connection.backup(other)
            finally:
                other.close()

    def close(self) -> None:
        """Let go of the file."""
        with suppress(sqlite3.Error):
            self._connection.close()

    def _back(self) -> None:
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def _speaking(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise in_words(error, self._where) from error


def written(query: Query) -> str:
    """Return a query in FTS5's language: every word quoted, so that none can be an operator."""
    wanted = [_term(term) for term in query.terms if not term.negated] or [f'{{tags}} : "{EVERY}"']
    unwanted = [_term(term) for term in query.terms if term.negated]
    asked = " AND ".join(f"({term})" for term in wanted)
    return f"({asked}) NOT ({' OR '.join(f'({term})' for term in unwanted)})" if unwanted else asked


def _term(term: Term) -> str:
    match term.match:
        case Phrase(fields, words, prefix):
            return f'{{{" ".join(fields)}}} : "{" ".join(words)}"{"*" if prefix else ""}'
        case AnyTag(words):
            return "{tags} : (" + " OR ".join(f'"{word}"' for word in words) + ")"
