"""Opening a ledger in a PostgreSQL database: in the schema that its address leads to, made there on first use."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.errors import LedgerError, NewerLedgerError, NoLedgerError, NotALedgerError
from sayso.ledger.postgres import PostgresDatabase, driver
from sayso.ledger.schema import Step, newest, steps


def open_server(address: str, *, read_only: bool = False, known: Sequence[Step] | None = None) -> PostgresDatabase:
    """Open the ledger at a postgresql:// address, for writing made or brought up to date where needed; raise an error of the LedgerError
    tree, or MissingPartError without psycopg. A step of the schema is one transaction; copies are the server's business (pg_dump)."""
    ways = steps("postgres") if known is None else known
    where = _named(address)
    try:
        connection = driver().connect(address, autocommit=True, connect_timeout=10)
    except driver().Error as error:
        why = (str(error).splitlines() or [""])[0]
        raise NoLedgerError(f"{where} cannot be reached ({why}); see that it runs and lets you in") from error
    database = PostgresDatabase(where, connection)
    try:
        _check(database, where, newest(ways), read_only)
        if read_only:
            database.rows("SET default_transaction_read_only = on")
        else:
            _migrate(database, ways)
    except BaseException:
        database.close()
        raise
    return database


def _named(address: str) -> str:
    """What to call a database in messages: never its address, which may hold a password."""
    try:
        known = driver().conninfo.conninfo_to_dict(address)
    except driver().Error as error:
        raise NoLedgerError("this is no address of a database; expected one such as postgresql://user@host/news") from error
    return f"the database {known.get('dbname') or known.get('user') or ''!r} on {known.get('host') or 'this machine'}"


def _check(database: PostgresDatabase, where: str, latest: int, read_only: bool) -> None:
    version = _version(database)
    if version is None and database.rows("SELECT 1 WHERE to_regclass('documents') IS NOT NULL OR to_regclass('claims') IS NOT NULL"):
        raise NotALedgerError(f"{where} holds another program's tables of the names sayso needs; use a database or schema of its own")
    if version is not None and version > latest:
        raise NewerLedgerError(f"{where} has schema {version}, and this sayso knows schemas up to {latest}: update this sayso")
    if read_only and version is None:
        raise NoLedgerError(f"there is no ledger in {where}; add something to make it, or name another place")
    if read_only and version != latest:
        raise LedgerError(f"{where} has schema {version}, this sayso reads {latest}; open it once for writing, which updates it")


def _version(database: PostgresDatabase) -> int | None:
    if not database.rows("SELECT 1 WHERE to_regclass('schema_version') IS NOT NULL"):
        return None
    return int(database.rows("SELECT version FROM schema_version")[0][0])


def _migrate(database: PostgresDatabase, ways: Sequence[Step]) -> None:
    for step in ways:
        with database.transaction():
            if (_version(database) or 0) >= step.version:
                continue
            for statement in step.statements:
                database.rows(statement)
            database.rows("UPDATE schema_version SET version = ?", (step.version,))
