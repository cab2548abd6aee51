"""Documents in the store: what came in, where from, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.errors import UsageError
from sayso.ledger import stored
from sayso.ledger.database import Database, Row
from sayso.model.document import MOST_TRIES, Document, DocumentState
from sayso.model.identity import content_id

_COLUMNS = "d.id, d.raw, d.address, d.first_seen, d.state, d.tries, d.article, d.body, d.seal, a.id, a.seal"
_FROM = f"SELECT {_COLUMNS} FROM documents d LEFT JOIN articles a ON a.digest = d.article"
_DUE = "(d.state = 'waiting' OR (d.state = 'failed' AND d.tries < ?))"


def get(database: Database, key: str) -> Document | None:
    """Return the document of this id, or None."""
    rows = database.rows(f"{_FROM} WHERE d.id = ?", (key,))
    return _document(database, rows[0]) if rows else None


def need(database: Database, key: str) -> Document:
    """Return the document of this id; raise UsageError when there is none."""
    found = get(database, key)
    if found is None:
        raise UsageError(f"there is no document {key!r} in this ledger; expected the id of one that it has seen")
    return found


def every(database: Database, state: DocumentState | None) -> Iterator[Document]:
    """Yield the documents, or those in one state, in order of first being seen."""
    where, values = ("WHERE d.state = ?", (state.value,)) if state else ("", ())
    for row in database.stream(f"{_FROM} {where} ORDER BY d.first_seen, d.id", values):
        yield _document(database, row)


def due(database: Database) -> Iterator[Document]:
    """Yield what is to be read: the least tried first, in order of first being seen."""
    for row in database.stream(f"{_FROM} WHERE {_DUE} ORDER BY d.tries, d.first_seen, d.id", (MOST_TRIES,)):
        yield _document(database, row)


def at(database: Database, url: str) -> tuple[Document, ...]:
    """Return the documents that came in under one address, or through it from another, in order of first being seen."""
    where = "d.address = ? OR d.id IN (SELECT document FROM places WHERE place = ?)"
    rows = database.rows(f"{_FROM} WHERE {where} ORDER BY d.first_seen, d.id", (_address(url), stored.text(url)))
    return tuple(_document(database, row) for row in rows)


def raw(database: Database, digest: str) -> bytes:
    """Return raw bytes by their digest; raise UsageError when there are none."""
    rows = database.rows("SELECT body FROM raws WHERE digest = ?", (digest,))
    if not rows:
        raise UsageError(f"there are no raw bytes {digest!r} in this ledger; expected the `raw` of one of its documents")
    return stored.unpacked(rows[0][0], digest, f"what came in as {digest}")


def keep_raw(database: Database, data: bytes) -> str:
    """Keep bytes, and return their digest."""
    digest = stored.digest(data)
    database.rows("INSERT INTO raws (digest, size, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (digest, len(data), stored.packed(data)))
    return digest


def insert(database: Database, document: Document, article: str | None = None) -> None:
    """Keep a document whose bytes are kept, and the places it was found at; a document that is there already only gains places."""
    database.rows(
        "INSERT INTO documents (id, raw, address, first_seen, state, tries, article, body, seal)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        _values(document, article),
    )
    for place in map(stored.text, document.places):
        database.rows(
            "INSERT INTO places (document, place, seal) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (document.id, place, stored.seal(document.id, place)),
        )


def update(database: Database, document: Document, article: str | None) -> None:
    """Write what became of a document; ``article`` is the digest of the article made of it."""
    key, _, _, first_seen, state, tries, made, body, seal = _values(document, article)
    database.rows(
        "UPDATE documents SET first_seen = ?, state = ?, tries = ?, article = ?, body = ?, seal = ? WHERE id = ?",
        (first_seen, state, tries, made, body, seal, key),
    )


def _address(url: str | None) -> str:
    """An address as a key: any letters may stand in one, and a text column does not take all."""
    return content_id("u", url or "")


def _values(document: Document, article: str | None) -> tuple[object, ...]:
    declared = document.url, document.outlet, document.published, document.media, document.title, document.announced, document.asks
    body = stored.text([*declared, document.reason])
    front = (
        document.id, document.raw, _address(document.url), document.first_seen, document.state.value, document.tries, article, body,
    )  # fmt: skip
    return (*front, stored.seal(*front))


def _document(database: Database, row: Row) -> Document:
    key, raw_digest, address, first_seen, state, tries, article, body, seal, article_id, article_seal = row
    what = f"document {key}"
    stored.unsealed(seal, key, raw_digest, address, first_seen, state, tries, article, body, what=what)
    url, outlet, published, media, title, announced, asks, reason = stored.fields(body, what)
    if article:
        stored.unsealed(article_seal, article, article_id, what=f"the article of {what}")
    return replace(
        Document(key, raw_digest, _places(database, key), url, outlet, published, media, title, announced, asks, first_seen),
        state=DocumentState(state), reason=reason, tries=tries, article=article_id,
    )  # fmt: skip


def _places(database: Database, key: str) -> tuple[str, ...]:
    found = database.rows("SELECT place, seal FROM places WHERE document = ?", (key,))
    for place, seal in found:
        stored.unsealed(seal, key, place, what=f"a place of document {key}")
    return tuple(sorted(stored.fields(place, f"a place of document {key}") for place, _ in found))
