"""Everything in a store compared with its digests, seals and what it is derived from."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.errors import SaysoError
from sayso.ledger import derived, digest, readings
from sayso.ledger.database import Database
from sayso.ledger.hits import COLUMNS, body_of
from sayso.ledger.rows import claim_rows


def faults(database: Database) -> Iterator[str]:
    """Yield what is not as it was written, in words. Reads all of the store."""
    yield from database.faults()
    try:
        for _ in digest.export(database, times=True):
            pass
        with database.snapshot():
            yield from _derived(database)
    except SaysoError as error:
        yield str(error)


def _derived(database: Database) -> Iterator[str]:
    articles = derived.all_articles(database)
    if sorted(articles) != [key for (key,) in database.rows("SELECT article FROM current ORDER BY article")]:
        yield "the list of articles is not that of the documents read; make it again with `sayso doctor --rebuild`"
    for article in articles:
        if not _sound(database, article):
            yield f"the claims of article {article} are not those of its reading; make them again with `sayso doctor --rebuild`"


def _sound(database: Database, article: str) -> bool:
    """Say whether the rows and search terms kept for an article are those that follow from its reading and judgements."""
    key = readings.standing_for(database, article)
    kept = database.rows(f"SELECT {COLUMNS} FROM claims WHERE article = ? ORDER BY key DESC", (article,))
    if key is None or database.rows("SELECT digest FROM current WHERE article = ?", (article,)) != [(key,)]:
        return False
    reading = readings.load(database, key)
    documents = derived.documents_of(database, article)
    anchored, effects = derived.places(database, reading, documents)
    made = claim_rows(reading, effects)
    return (
        [(row.hit.claim, row.hit.verdict, row.hit.confidence, body_of(row.hit)) for row in made] == [row[2:6] for row in kept]
        and all(database.indexed(row[0]) == database.written(one.terms) for row, one in zip(kept, made, strict=True))
        and anchored == _anchored(database, documents)
    )


def _anchored(database: Database, documents: list[str]) -> list[derived.Anchored]:
    sql = (
        "SELECT a.judgement, a.anchor, a.document, a.article, a.claim FROM anchored a JOIN judgements j ON j.id = a.judgement"
        " WHERE a.document = ? ORDER BY j.made, j.id, a.anchor"
    )
    return [row for document in documents for row in database.rows(sql, (document,))]
