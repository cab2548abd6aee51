"""One story runs through every backend: ``store`` opens the two doors of an empty ledger, in SQLite and in PostgreSQL."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.ledger.server import running, why_not
from tests.ledger.story import Store

_numbers = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The folder of a running PostgreSQL server's socket."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    with running() as folder:
        yield folder


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Makes places for new ledgers."""
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"news-{next(_numbers)}.sayso")
    return lambda: schema(request.getfixturevalue("server"))


@pytest.fixture
def another(where: Callable[[], str]) -> Iterator[Callable[[], Store]]:
    """Makes empty ledgers."""
    made: list[Store] = []

    def make() -> Store:
        made.append(Store(where()))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def store(another: Callable[[], Store]) -> Store:
    """An empty ledger."""
    return another()


def schema(folder: str) -> str:
    """The address of a new schema on a server."""
    import psycopg

    address, name = f"postgresql://postgres@/postgres?host={folder}", f"test_{next(_numbers)}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    return f"{address}&options=-csearch_path%3D{name}"
