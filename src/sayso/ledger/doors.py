"""Opening a ledger: a file's path, or the address of a PostgreSQL database."""

from __future__ import annotations

from pathlib import Path

from sayso.errors import UsageError
from sayso.ledger.base import View, Writer
from sayso.ledger.view import DatabaseView
from sayso.ledger.writer import DatabaseWriter


def open_view(where: str | Path) -> View:
    """Open a ledger for reading; raise an error of the LedgerError tree. A View belongs to the thread that opened it."""
    from sayso.ledger.sqlite_open import open_file

    return DatabaseView(open_file(Path(where), read_only=True))


def open_writer(where: str | Path) -> Writer:
    """Open a ledger for writing, made or brought up to date where needed; raise an error of the LedgerError tree.

    Several may be open at once, in one process or many: each waits for its turn.
    """
    from sayso.ledger.sqlite_open import open_file

    return DatabaseWriter(open_file(Path(where)))


def backup(where: str | Path, to: str | Path) -> None:
    """Copy a ledger as it is at one moment into a new file, while others may go on writing; raise UsageError when there is a file."""
    from sayso.ledger.sqlite_open import open_file

    if Path(to).exists():
        raise UsageError(f"{to} is there already; name a new file for the backup")
    database = open_file(Path(where), read_only=True)
    try:
        database.backup(Path(to))
    finally:
        database.close()
