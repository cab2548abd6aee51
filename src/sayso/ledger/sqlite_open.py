"""Opening a ledger's file: is it ours, is it of today, may it be written. It is copied before its schema moves, and the copy is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from urllib.request import pathname2url

from sayso.errors import LedgerError, NewerLedgerError, NoLedgerError, NotALedgerError
from sayso.ledger.schema import APPLICATION, Step, newest, steps
from sayso.ledger.sqlite import BUSY_SECONDS, SqliteDatabase
from sayso.ledger.sqlite_errors import in_words

_HEADER = b"SQLite format 3\0"


def open_file(path: Path, *, read_only: bool = False, known: Sequence[Step] | None = None, busy: float = BUSY_SECONDS) -> SqliteDatabase:
    """Open the ledger in a file, for writing made or brought up to date where needed; raise an error of the LedgerError tree.

    ``known`` are the steps of the schema, ``busy`` for how many seconds to wait for another writer.
    """
    ways = steps("sqlite") if known is None else known
    _look(path, read_only)
    database = None
    try:
        database = SqliteDatabase(path, _connect(path, read_only, busy))
        version = _version(database, path, newest(ways), read_only)
        if read_only:
            database.rows("PRAGMA query_only = ON")
        else:
            database.rows("PRAGMA journal_mode = WAL")
            _migrate(database, path, version, ways)
    except BaseException as error:
        if database:
            database.close()
        if isinstance(error, sqlite3.Error | UnicodeDecodeError):
            raise in_words(error, f"the ledger {path}") from error
        raise
    return database


def _look(path: Path, read_only: bool) -> None:
    """Say what is wrong with a place before SQLite says less."""
    if path.is_dir():
        raise NotALedgerError(f"{path} is a folder; expected a file, such as {path / 'news.sayso'}")
    if not path.parent.is_dir():
        raise NoLedgerError(f"there is no folder {path.parent} for the ledger {path.name}; make the folder, or name another place")
    try:
        size, head = _beginning(path) if path.exists() else (0, b"")
    except OSError as error:
        raise NoLedgerError(f"the ledger {path} cannot be read ({error.strerror}); expected a file that you may read") from error
    if not size and read_only:
        raise NoLedgerError(f"there is no ledger {path}; add something to make it, or name another place")
    if size and head != _HEADER:
        raise NotALedgerError(f"{path} is no ledger and no SQLite file (it begins with {head!r}); it is left as it is: name another place")


def _beginning(path: Path) -> tuple[int, bytes]:
    with path.open("rb") as file:
        return path.stat().st_size, file.read(len(_HEADER))


def _connect(path: Path, read_only: bool, busy: float) -> sqlite3.Connection:
    uri = f"file:{pathname2url(str(path.absolute()))}?mode={'ro' if read_only else 'rwc'}"
    connection = sqlite3.connect(uri, uri=True, timeout=busy, isolation_level=None)
    if not read_only:
        return connection
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")
    except sqlite3.OperationalError as error:  # in a folder that cannot be written there is no room for the log's index
        connection.close()
        if (error.sqlite_errorcode & 0xFF) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) or _log(path).exists():
            raise
        connection = sqlite3.connect(f"{uri}&immutable=1", uri=True, isolation_level=None)
    return connection


def _log(path: Path) -> Path:
    """Where SQLite keeps what is not in the file yet."""
    return path.with_name(f"{path.name}-wal")


def _version(database: SqliteDatabase, path: Path, latest: int, read_only: bool) -> int:
    """The version of the schema in a file; 0 for an empty one."""
    owner, version = database.rows("PRAGMA application_id")[0][0], database.rows("PRAGMA user_version")[0][0]
    empty = not database.rows("SELECT 1 FROM sqlite_master LIMIT 1")
    if owner != APPLICATION and not (empty and owner == 0):
        raise NotALedgerError(f"{path} is a SQLite file of another program; it is left as it is: name another place")
    if version > latest:
        raise NewerLedgerError(
            f"the ledger {path} has schema {version}, and this sayso knows schemas up to {latest}; "
            "it was written by a newer sayso: update this one"
        )
    if read_only and not version:
        raise NoLedgerError(f"there is no ledger in {path}, only an empty file; add something to make it, or name another place")
    if read_only and version < latest:
        raise LedgerError(f"the ledger {path} has schema {version}, this sayso reads {latest}; open it once for writing, which updates it")
    return int(version)


def _migrate(database: SqliteDatabase, path: Path, version: int, ways: Sequence[Step]) -> None:
    if 0 < version < newest(ways):
        _copy(database, path.with_name(f"{path.name}.schema-{version}"))
    for step in ways:
        with database.transaction():
            if database.rows("PRAGMA user_version")[0][0] >= step.version:
                continue
            for statement in step.statements:
                database.rows(statement)
            database.rows(f"PRAGMA application_id = {APPLICATION}")
            database.rows(f"PRAGMA user_version = {step.version}")


def _copy(database: SqliteDatabase, to: Path) -> None:
    """Keep a copy, whole or not at all; one that is there from a first try stays."""
    if not to.exists():
        part = to.with_name(f"{to.name}.part")
        part.unlink(missing_ok=True)
        database.backup(part)
        part.replace(to)
