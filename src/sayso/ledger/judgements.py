"""Judgements in the store: kept, undone by date, never deleted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.errors import UsageError
from sayso.ledger import stored
from sayso.ledger.database import Database, Row
from sayso.model import codec
from sayso.model.judgement import Judgement

_FROM = "SELECT j.id, j.made, j.undone, j.body, j.seal FROM judgements j"


def get(database: Database, key: str) -> Judgement | None:
    """Return the judgement of this id, or None."""
    rows = database.rows(f"{_FROM} WHERE j.id = ?", (key,))
    return _judgement(rows[0]) if rows else None


def need(database: Database, key: str) -> Judgement:
    """Return the judgement of this id; raise UsageError when there is none."""
    found = get(database, key)
    if found is None:
        raise UsageError(f"there is no judgement {key!r} in this ledger; expected the id of one made in it")
    return found


def every(database: Database) -> Iterator[Judgement]:
    """Yield all judgements, undone ones too, in order of time."""
    for row in database.stream(f"{_FROM} ORDER BY j.made, j.id"):
        yield _judgement(row)


def about(database: Database, documents: Sequence[str]) -> list[Judgement]:
    """Return the judgements about claims of these documents, undone ones too, in order of time."""
    found: dict[str, Judgement] = {}
    for document in documents:
        sql = f"{_FROM} JOIN judged b ON b.judgement = j.id WHERE b.document = ?"
        found |= {row[0]: _judgement(row) for row in database.rows(sql, (document,))}
    return sorted(found.values(), key=lambda judgement: (judgement.when, judgement.id))


def of_claim(database: Database, claim: str) -> tuple[Judgement, ...]:
    """Return the judgements that apply to a claim now, in order of time."""
    sql = f"{_FROM} JOIN anchored a ON a.judgement = j.id WHERE a.claim = ? AND j.undone IS NULL ORDER BY j.made, j.id"
    return tuple(dict.fromkeys(_judgement(row) for row in database.rows(sql, (claim,))))


def insert(database: Database, judgement: Judgement) -> None:
    """Keep a judgement; one that is there already stays as it is, but for an undoing it has not heard of."""
    kept = get(database, judgement.id)
    if kept is None:
        row = _row(judgement)
        database.rows("INSERT INTO judgements (id, made, undone, body, seal) VALUES (?, ?, ?, ?, ?)", row)
        for document in dict.fromkeys(anchor.document for anchor in judgement.about):
            database.rows("INSERT INTO judged (judgement, document) VALUES (?, ?)", (judgement.id, document))
    elif judgement.undone and not kept.undone:
        undo(database, kept, by=judgement.undone_by or "", when=judgement.undone)


def undo(database: Database, judgement: Judgement, *, by: str, when: str) -> Judgement:
    """Mark a judgement as taken back, and return it so."""
    undone = replace(judgement, undone=when, undone_by=by)
    key, _, at, body, seal = _row(undone)
    database.rows("UPDATE judgements SET undone = ?, body = ?, seal = ? WHERE id = ?", (at, body, seal, key))
    return undone


def _row(judgement: Judgement) -> tuple[str, str, str | None, str, int]:
    front = (judgement.id, judgement.when, judgement.undone, stored.text(codec.to_fields(judgement)))
    return (*front, stored.seal(*front))


def _judgement(row: Row) -> Judgement:
    key, made, undone, body, seal = row
    stored.unsealed(seal, key, made, undone, body, what=f"judgement {key}")
    return codec.from_fields(Judgement, stored.fields(body, f"judgement {key}"))
