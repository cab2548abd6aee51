"""What becomes of a document: each change is one step, inside a transaction, with everything derived from it."""

from __future__ import annotations

from dataclasses import replace

from sayso.ledger import derived, documents, readings
from sayso.ledger.database import Database
from sayso.model.document import Document, DocumentState
from sayso.model.reading import Reading


def see(database: Database, raw: bytes, document: Document) -> Document:
    """Keep a document and its bytes; return it as it stands."""
    documents.keep_raw(database, raw)
    documents.insert(database, document)
    return documents.need(database, document.id)


def read(database: Database, key: str, reading: Reading, *, anyway: bool = False) -> Document:
    """Keep what a document says, unless a newer reader has read it (or ``anyway``); return the document."""
    document = documents.need(database, key)
    before = _given(database, key)
    newest = readings.rank(readings.version_of(database, before)) if before else ()
    if not anyway and readings.rank(reading.reader.version) < newest:
        return document
    digest, changed = readings.keep(database, reading, anyway=anyway)
    if digest == before and not changed:
        return document
    documents.update(database, replace(document, state=DocumentState.READ, reason=None, tries=0), digest)
    for article in dict.fromkeys((document.article or reading.article.id, reading.article.id)):
        derived.refresh(database, article, (digest, reading) if changed else None)
    if before and before != digest:
        readings.forget_unused(database, before)
    return documents.need(database, key)


def move(database: Database, key: str, state: DocumentState, reason: str | None, *, tries: int) -> Document:
    """Let a document wait, fail or be skipped; ``tries`` is how often it has failed by now. One that was read stays read."""
    document = documents.need(database, key)
    if document.state is not DocumentState.READ:
        documents.update(database, replace(document, state=state, reason=reason, tries=tries), None)
    return documents.need(database, key)


def _given(database: Database, key: str) -> str | None:
    """The digest of the article that a document gives."""
    return next((article for (article,) in database.rows("SELECT article FROM documents WHERE id = ?", (key,))), None)
