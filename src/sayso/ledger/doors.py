"""Opening a ledger: a file's path, or the address of a PostgreSQL database (``postgresql://...``)."""

from __future__ import annotations

from pathlib import Path

from sayso.errors import UsageError
from sayso.ledger.base import View, Writer
from sayso.ledger.database import Database
from sayso.ledger.view import DatabaseView
from sayso.ledger.writer import DatabaseWriter

_SERVERS = ("postgresql://", "postgres://")


def open_view(where: str | Path) -> View:
    """Open a ledger for reading; raise an error of the LedgerError tree. A View belongs to the thread that opened it."""
    return DatabaseView(_open(where, read_only=True))


def open_writer(where: str | Path) -> Writer:
    """Open a ledger for writing, made or brought up to date where needed; raise an error of the LedgerError tree.

    Several may be open at once, in one process or many: each waits for its turn.
    """
    return DatabaseWriter(_open(where, read_only=False))


def backup(where: str | Path, to: str | Path) -> None:
    """Copy a ledger as it is at one moment into a new file, while others may go on writing; raise UsageError when there is a file."""
    from sayso.ledger.sqlite_open import open_file

    if str(where).startswith(_SERVERS):
        raise UsageError("a ledger in PostgreSQL is backed up by its server; use pg_dump")
    if Path(to).exists():
        raise UsageError(f"{to} is there already; name a new file for the backup")
    database = open_file(Path(where), read_only=True)
    try:
        database.backup(Path(to))
    finally:
        database.close()


def _open(where: str | Path, *, read_only: bool) -> Database:
    if str(where).startswith(_SERVERS):
        from sayso.ledger.postgres_open import open_server

        return open_server(str(where), read_only=read_only)
    from sayso.ledger.sqlite_open import open_file

    return open_file(Path(where), read_only=read_only)
