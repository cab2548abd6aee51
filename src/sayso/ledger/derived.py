"""Derived data: claim rows, the words they are found by, and where judgements apply.

All of it is a pure function of articles, readings and judgements. Nothing else writes these tables, and nothing here edits a row: what
belongs to an article is taken out and made again.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from sayso.ledger import judgements, readings, stored
from sayso.ledger.anchors import claim_of
from sayso.ledger.database import Database
from sayso.ledger.effects import Effect, effect
from sayso.ledger.hits import body_of
from sayso.ledger.rows import ClaimRow, claim_rows, said_minute
from sayso.model.article import Article
from sayso.model.judgement import Judgement
from sayso.model.reading import Reading

_CLAIMS, _SLOTS = 12, 18  # bits of a key: claims of an article, articles of a minute; the minutes take the rest


def refresh(database: Database, article_id: str, known: tuple[str, Reading] | None = None) -> None:
    """Make everything derived from the article of this id again. Inside a transaction.

    ``known`` is a reading just kept, with its article's digest, which then need not be loaded.
    """
    keys = [key for (key,) in database.rows("SELECT key FROM claims WHERE article = ?", (article_id,))]
    database.unindex(keys)
    database.rows("DELETE FROM claims WHERE article = ?", (article_id,))
    database.rows("DELETE FROM current WHERE article = ?", (article_id,))
    digest = readings.standing_for(database, article_id)
    about = documents_of(database, article_id)
    if digest is None:
        return
    reading = known[1] if known and known[0] == digest else readings.load(database, digest)
    anchored, effects = places(database, reading, about)
    for document in about:
        database.rows("DELETE FROM anchored WHERE document = ?", (document,))
    for row in anchored:
        _anchor(database, row)
    database.rows("INSERT INTO current (article, digest) VALUES (?, ?)", (article_id, digest))
    _insert(database, reading.article, claim_rows(reading, effects))


def documents_of(database: Database, article_id: str) -> list[str]:
    """Return the ids of the documents that give an article."""
    sql = "SELECT d.id FROM documents d JOIN articles a ON a.digest = d.article WHERE a.id = ? ORDER BY d.id"
    return [key for (key,) in database.rows(sql, (article_id,))]


Anchored = tuple[str, int, str, str, str | None]


def places(database: Database, reading: Reading, documents: Sequence[str]) -> tuple[list[Anchored], dict[str, Effect]]:
    """Return where the judgements about these documents stand in a reading of them, and what they come to, by claim id."""
    anchored: list[Anchored] = []
    apply: dict[str, list[Judgement]] = {}
    for judgement in judgements.about(database, documents):
        for place, anchor in enumerate(judgement.about):
            if anchor.document in documents:
                claim = claim_of(anchor, reading)
                anchored.append((judgement.id, place, anchor.document, reading.article.id, claim))
                if claim:
                    apply.setdefault(claim, []).append(judgement)
    return anchored, {claim: effect(those, reading.article.text) for claim, those in apply.items()}


def stray(database: Database, judgement: Judgement) -> None:
    """List a judgement's anchors in documents that give no article (yet) as adrift."""
    for place, anchor in enumerate(judgement.about):
        _anchor(database, (judgement.id, place, anchor.document, anchor.article, None))


def _anchor(database: Database, row: Anchored) -> None:
    database.rows(
        "INSERT INTO anchored (judgement, anchor, document, article, claim) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (judgement, anchor) DO UPDATE SET article = excluded.article, claim = excluded.claim",
        row,
    )


def rebuild(database: Database) -> None:
    """Make everything derived again. Inside a transaction."""
    database.rows("DELETE FROM anchored")
    for judgement in list(judgements.every(database)):
        stray(database, judgement)
    for article in all_articles(database):
        refresh(database, article)


def all_articles(database: Database) -> list[str]:
    """Return the ids of all articles that documents give."""
    sql = "SELECT DISTINCT a.id FROM articles a JOIN documents d ON d.article = a.digest ORDER BY a.id"
    return [key for (key,) in database.rows(sql)]


def _insert(database: Database, article: Article, rows: Sequence[ClaimRow]) -> None:
    first = _free(database, article, len(rows))
    for key, row in enumerate(reversed(rows), first):  # newest first is in text order within an article
        body = body_of(row.hit)
        values = (key, article.id, row.hit.claim, row.hit.verdict, row.hit.confidence, body)
        database.rows(
            "INSERT INTO claims (key, article, claim, verdict, confidence, body, seal) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*values, stored.seal(*values)),
        )
        database.index(key, row.terms)


def _free(database: Database, article: Article, count: int) -> int:
    """The first of enough free keys for an article's claims: keys are in order of publication, so the newest come first by themselves.

    Within one minute, articles lie in an order of their ids; two that would lie on each other are rare, and move on.
    """
    slot = int.from_bytes(sha256(article.id.encode()).digest()[:8]) % (1 << _SLOTS)
    first = ((said_minute(article) << _SLOTS) + slot) << _CLAIMS
    while database.rows("SELECT 1 FROM claims WHERE key >= ? AND key < ? LIMIT 1", (first, first + max(count, 1 << _CLAIMS))):
        first += 1 << _CLAIMS
    return first
