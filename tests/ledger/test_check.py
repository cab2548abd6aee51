"""What is not as it was written is found, and said; reading it raises rather than answers."""

from collections.abc import Callable

import pytest

from sayso.errors import DamagedLedgerError
from sayso.model.judgement import Verdict
from tests.ledger.story import Store
from tests.readings import summit

DAMAGES = {
    "raw bytes": "UPDATE raws SET body = (SELECT body FROM articles LIMIT 1)",
    "an article": "UPDATE articles SET body = (SELECT body FROM raws LIMIT 1)",
    "a reading": "UPDATE readings SET body = (SELECT body FROM articles LIMIT 1)",
    "a document's state": "UPDATE documents SET tries = 2",
    "a claim": "UPDATE claims SET confidence = 0.25",
    "a claim less": "DELETE FROM claims WHERE key = (SELECT min(key) FROM claims)",
    "a judgement": "UPDATE judgements SET made = '2020-01-01'",
    "where a judgement stands": "UPDATE anchored SET claim = 'c-0'",
    "the list of articles": "DELETE FROM anchored; DELETE FROM claims; DELETE FROM current",
}
SEARCHED = {"sqlite": "UPDATE terms SET words = 'other'", "postgres": "UPDATE terms SET words = '''w/other'':1'::tsvector"}


@pytest.mark.parametrize("damage", [pytest.param(sql, id=name) for name, sql in DAMAGES.items()])
def test_damage_is_found(store: Store, damage: str) -> None:
    store.add(summit())
    store.judge(store.view.find("summit")[0].claim, Verdict.ACCEPT)
    assert list(store.view.faults()) == []
    for statement in damage.split(";"):
        store.writer._database.rows(statement)  # type: ignore[attr-defined]
    assert list(store.view.faults()) != []


def test_damage_of_the_index_is_found(store: Store, where: Callable[[], str]) -> None:
    store.add(summit())
    store.writer._database.rows(SEARCHED["postgres" if "postgres" in store.where else "sqlite"])  # type: ignore[attr-defined]
    assert any("claims of article" in fault for fault in store.view.faults())
    store.writer.rebuild()
    assert list(store.view.faults()) == []


def test_a_damaged_row_is_not_shown(store: Store) -> None:
    store.add(summit())
    store.writer._database.rows("UPDATE claims SET body = '[]'")  # type: ignore[attr-defined]
    with pytest.raises(DamagedLedgerError, match="restore the newest backup"):
        store.view.find("summit")
