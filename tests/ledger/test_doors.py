"""The doors say what is missing."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import MissingPartError, NewerLedgerError, NoLedgerError, UsageError
from sayso.ledger.doors import backup, open_view, open_writer
from tests.ledger.conftest import schema
from tests.ledger.server import why_not
from tests.ledger.story import Store

ADDRESS = "postgresql://ana:secret@127.0.0.1:1/news"


def test_a_server_needs_its_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingPartError, match=r"sayso\[pg\]"):
        open_view(ADDRESS)


@pytest.fixture
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    if reason := why_not():
        pytest.skip(reason)
    yield schema(request.getfixturevalue("server"))


def test_a_server_that_does_not_answer_is_said_so_without_its_password(address: str) -> None:
    with pytest.raises(NoLedgerError, match="cannot be reached") as raised:
        open_view(ADDRESS)
    assert "secret" not in str(raised.value)


def test_a_view_of_an_empty_database_finds_no_ledger(address: str) -> None:
    with pytest.raises(NoLedgerError, match="add something"):
        open_view(address)


def test_a_newer_schema_is_refused(address: str) -> None:
    store = Store(address)
    store.writer._database.rows("UPDATE schema_version SET version = 99")  # type: ignore[attr-defined]
    store.close()
    with pytest.raises(NewerLedgerError, match="update this sayso"):
        open_writer(address)


def test_a_server_backs_up_itself(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="pg_dump"):
        backup(ADDRESS, tmp_path / "copy")
