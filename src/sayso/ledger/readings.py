"""Articles and readings in the store.

An article is kept by the digest of all that is known of it, without when it was fetched (which ``Document.first_seen`` tells); a reading
lies beside its article, one each. Several kept articles may share an ``Article.id`` (one text, two bylines): the one read by the newest
reader stands for it, of equals the one with the least digest, so that order of arrival decides nothing.
"""

from __future__ import annotations

import json
import re

from sayso.ledger import stored
from sayso.ledger.database import Database
from sayso.model import codec
from sayso.model.article import Article
from sayso.model.reading import Reading


def keep(database: Database, reading: Reading, *, anyway: bool = False) -> tuple[str, bool]:
    """Keep an article and its reading, unless a newer reader's is there (or ``anyway``); return the article's digest, and whether
    anything changed. Raise UngroundedError when one of its spans does not prove itself."""
    for span in codec.spans(reading):
        span.check(reading.article.text)
    article, body = halves(reading)
    digest = keep_article(database, article, reading.article.id)
    return digest, _keep_body(database, digest, reading.reader.version, body, anyway)


def halves(reading: Reading) -> tuple[str, str]:
    """Return a reading as it is kept: its article as JSON, and all the rest."""
    fields = codec.to_fields(reading)
    article = {**fields.pop("article"), "fetched": None}
    return stored.text(article), stored.text({"schema": codec.SCHEMA, **fields})


def keep_article(database: Database, article: str, key: str) -> str:
    """Keep an article given as JSON, and return its digest."""
    digest = stored.digest(article)
    sql = "INSERT INTO articles (digest, id, body, seal) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
    database.rows(sql, (digest, key, stored.packed(article), stored.seal(digest, key)))
    return digest


def _keep_body(database: Database, article: str, version: str, body: str, anyway: bool) -> bool:
    kept = database.rows("SELECT version, digest FROM readings WHERE article = ?", (article,))
    values = (version, stored.digest(body), stored.packed(body), article)
    if not kept:
        database.rows("INSERT INTO readings (version, digest, body, article) VALUES (?, ?, ?, ?)", values)
        return True
    if kept[0][1] == values[1] or (rank(version) < rank(kept[0][0]) and not anyway):
        return False
    database.rows("UPDATE readings SET version = ?, digest = ?, body = ? WHERE article = ?", values)
    return True


def rank(version: str) -> tuple[int, ...]:
    """Return a version's numbers, to compare: later versions are greater."""
    return tuple(int(number) for number in re.findall(r"\d{1,9}", version))


def load(database: Database, digest: str) -> Reading:
    """Return the reading of a kept article, every span proved against its text; raise DamagedLedgerError when something does not fit."""
    return assemble(*bodies(database, digest))


def bodies(database: Database, digest: str) -> tuple[str, str]:
    """Return an article and its reading as the JSON they are kept as."""
    what = f"the reading of article {digest}"
    rows = database.rows(
        "SELECT a.body, r.digest, r.body FROM articles a JOIN readings r ON r.article = a.digest WHERE a.digest = ?", (digest,)
    )
    if not rows:
        raise stored.damaged(what)
    article, reading_digest, reading = rows[0]
    kept = stored.unpacked(article, digest, f"article {digest}")
    return kept.decode(), stored.unpacked(reading, reading_digest, what).decode()


def assemble(article: str, reading: str) -> Reading:
    """Return a Reading from the JSON of its two halves."""
    return codec.from_json(stored.text({**json.loads(reading), "article": json.loads(article)}))


def article(database: Database, digest: str) -> Article:
    """Return a kept article."""
    rows = database.rows("SELECT body FROM articles WHERE digest = ?", (digest,))
    if not rows:
        raise stored.damaged(f"article {digest}")
    body = stored.unpacked(rows[0][0], digest, f"article {digest}")
    return codec.from_fields(Article, json.loads(body))


def version_of(database: Database, digest: str) -> str:
    """Return the version of the reader that read a kept article."""
    rows = database.rows("SELECT version FROM readings WHERE article = ?", (digest,))
    return str(rows[0][0]) if rows else ""


def standing_for(database: Database, article_id: str) -> str | None:
    """Return the digest of the kept article that stands for an Article.id, or None when no document gives it."""
    rows = database.rows(
        "SELECT DISTINCT a.digest, r.version FROM articles a JOIN readings r ON r.article = a.digest"
        " JOIN documents d ON d.article = a.digest WHERE a.id = ?",
        (article_id,),
    )
    newest = max((rank(version) for _, version in rows), default=())
    return min((digest for digest, version in rows if rank(version) == newest), default=None)


def forget_unused(database: Database, digest: str) -> None:
    """Let go of an article that no document gives any more."""
    if not database.rows("SELECT 1 FROM documents WHERE article = ? LIMIT 1", (digest,)):
        database.rows("DELETE FROM readings WHERE article = ?", (digest,))
        database.rows("DELETE FROM articles WHERE digest = ?", (digest,))
