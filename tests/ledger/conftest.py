"""One story runs through every backend: ``store`` opens its two doors on an empty ledger, in SQLite and in PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ledger.story import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(str(tmp_path / "news.sayso"))
    yield made
    made.close()


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Makes further empty ledgers."""
    made: list[Store] = []

    def make() -> Store:
        made.append(Store(str(tmp_path / f"other-{len(made)}.sayso")))
        return made[-1]

    yield make
    for each in made:
        each.close()
