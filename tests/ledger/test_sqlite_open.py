"""A ledger's file: made on first use, copied before its schema moves, and refused in plain words when something is wrong with it."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sayso.errors import (
    BusyLedgerError,
    DamagedLedgerError,
    LedgerError,
    NewerLedgerError,
    NoLedgerError,
    NotALedgerError,
    UnwritableLedgerError,
    UsageError,
)
from sayso.ledger.doors import backup, open_view, open_writer
from sayso.ledger.schema import Step, steps
from sayso.ledger.sqlite_open import open_file
from tests.ledger.story import Store
from tests.readings import summit

NEXT = (*steps("sqlite"), Step(2, ("CREATE TABLE extra (note TEXT) STRICT", "INSERT INTO extra VALUES ('moved')")))


def executed(path: Path, *statements: str) -> Path:
    """A SQLite file after these statements."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def ledger(path: Path) -> Path:
    """A ledger with something in it, closed."""
    with closing(Store(str(path))) as store:
        store.add(summit())
    return path


def nowhere(tmp_path: Path) -> Path:
    return tmp_path / "none" / "news.sayso"


def newer(tmp_path: Path) -> Path:
    return executed(ledger(tmp_path / "news.sayso"), "PRAGMA user_version = 99")


def foreign(tmp_path: Path) -> Path:
    return executed(tmp_path / "birds.db", "CREATE TABLE birds (name)")


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "news.sayso"
    path.write_bytes(data)
    return path


def torn(tmp_path: Path) -> Path:
    return written(tmp_path, ledger(tmp_path / "whole.sayso").read_bytes()[:5000])


REFUSALS = {
    "a folder that is not there": (nowhere, NoLedgerError, "make the folder"),
    "a folder": (lambda tmp_path: tmp_path, NotALedgerError, "is a folder"),
    "a text": (lambda tmp_path: written(tmp_path, b"not a database at all"), NotALedgerError, "no SQLite file"),
    "another program's database": (foreign, NotALedgerError, "another program"),
    "a ledger of a newer sayso": (newer, NewerLedgerError, "update this one"),
    "the first bytes of a ledger": (torn, DamagedLedgerError, "restore the newest backup"),
    "a header and nothing": (lambda tmp_path: written(tmp_path, b"SQLite format 3\0" + bytes(200)), DamagedLedgerError, "damaged"),
}


@pytest.mark.parametrize("door", [open_view, open_writer])
@pytest.mark.parametrize(("make", "kind", "words"), [pytest.param(*row, id=name) for name, row in REFUSALS.items()])
def test_opening_refuses(
    tmp_path: Path, make: Callable[[Path], Path], kind: type[LedgerError], words: str, door: Callable[[Path], object]
) -> None:
    path = make(tmp_path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind, match=words):
        door(path)
    assert before is None or path.read_bytes() == before


def test_a_view_makes_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(NoLedgerError, match="add something"):
        open_view(tmp_path / "news.sayso")
    assert list(tmp_path.iterdir()) == []


def test_a_view_cannot_write(tmp_path: Path) -> None:
    with closing(open_file(ledger(tmp_path / "news.sayso"), read_only=True)) as database, pytest.raises(UnwritableLedgerError):
        database.rows("DELETE FROM claims")


def test_a_ledger_is_one_file_when_closed(tmp_path: Path) -> None:
    path = ledger(tmp_path / "news.sayso")
    assert list(tmp_path.iterdir()) == [path]


def test_a_ledger_keeps_what_it_acknowledges(tmp_path: Path) -> None:
    with closing(open_file(tmp_path / "news.sayso")) as database:
        settings = {name: database.rows(f"PRAGMA {name}")[0][0] for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_store_that_stays_locked_is_said_to_be_busy(tmp_path: Path) -> None:
    path = ledger(tmp_path / "news.sayso")
    with closing(sqlite3.connect(path, isolation_level=None)) as other, closing(open_file(path, busy=0.1)) as database:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyLedgerError, match="somebody else"), database.transaction():
            pass


def test_a_full_disk_keeps_nothing_of_the_step_and_everything_before(tmp_path: Path) -> None:
    path = tmp_path / "news.sayso"
    with closing(Store(str(path))) as store:
        store.writer._database.rows("PRAGMA max_page_count = 120")  # type: ignore[attr-defined]
        with pytest.raises(UnwritableLedgerError, match="make room"):
            store.add(summit(), raw=random.Random(1).randbytes(1_000_000))
        assert store.view.counts().seen == 0
        assert store.add(summit(), raw=b"small").state == "read"


def test_a_schema_moves_forward_and_the_store_before_it_is_kept(tmp_path: Path) -> None:
    path = ledger(tmp_path / "news.sayso")
    with closing(open_view(path)) as view:
        before = view.digest()
    with closing(open_file(path, known=NEXT)) as database:
        assert database.rows("SELECT note FROM extra") == [("moved",)]
    with closing(open_view(tmp_path / "news.sayso.schema-1")) as view:
        assert view.digest() == before
    with pytest.raises(NewerLedgerError):
        open_view(path)


def test_a_schema_step_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    path = ledger(tmp_path / "news.sayso")
    with pytest.raises(LedgerError):
        open_file(path, known=(*NEXT[:-1], Step(2, ("CREATE TABLE extra (note TEXT) STRICT", "INSERT INTO nowhere VALUES (1)"))))
    with closing(open_view(path)) as view:
        assert view.counts().claims == 8
    with closing(open_file(path, known=NEXT)) as database:
        assert database.rows("SELECT note FROM extra") == [("moved",)]


def test_a_backup_is_a_ledger_of_its_own(tmp_path: Path) -> None:
    path, copy = ledger(tmp_path / "news.sayso"), tmp_path / "copy.sayso"
    backup(path, copy)
    with closing(open_view(path)) as one, closing(open_view(copy)) as two:
        assert one.digest() == two.digest()
    with pytest.raises(UsageError, match="is there already"):
        backup(path, copy)
