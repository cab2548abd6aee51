"""The door for writing, over any database: each method is one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager

from sayso.errors import UsageError
from sayso.ledger import derived, documents, effects, judgements, readings, states, subscriptions
from sayso.ledger.base import Reader
from sayso.ledger.database import Database
from sayso.ledger.effects import is_time
from sayso.ledger.load import load
from sayso.model.document import Document, DocumentState
from sayso.model.judgement import Judgement
from sayso.model.reading import Reading
from sayso.model.subscription import Subscription


class DatabaseWriter:
    """A Writer; what its methods do stands there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def batch(self) -> AbstractContextManager[None]:
        """One transaction for all that happens inside."""
        return self._database.transaction()

    def see(self, raw: bytes, document: Document) -> Document:
        """Keep a document and its bytes."""
        if document != Document.of(
            raw, place="".join(document.places), first_seen=document.first_seen, url=document.url, outlet=document.outlet,
            published=document.published, media=document.media, title=document.title, announced=document.announced,
            asks=document.asks,
        ):  # fmt: skip
            raise UsageError(f"document {document.id} is not made of these bytes; make it by Document.of from the same bytes")
        if not is_time(document.first_seen):
            raise UsageError(f"{document.first_seen!r} is no time at which a document was first seen; expected an ISO date and time")
        with self._database.transaction():
            return states.see(self._database, raw, document)

    def read(self, document: str, reading: Reading) -> Document:
        """Keep what a document says."""
        with self._database.transaction():
            return states.read(self._database, document, reading)

    def fail(self, document: str, reason: str) -> Document:
        """Note that reading a document failed."""
        with self._database.transaction():
            tries = documents.need(self._database, document).tries + 1
            return states.move(self._database, document, DocumentState.FAILED, reason, tries=tries)

    def skip(self, document: str, reason: str) -> Document:
        """Note that a document is not for reading."""
        with self._database.transaction():
            return states.move(self._database, document, DocumentState.SKIPPED, reason, tries=0)

    def retry(self, document: str) -> Document:
        """Let a document wait again."""
        with self._database.transaction():
            return states.move(self._database, document, DocumentState.WAITING, None, tries=0)

    def judge(self, judgement: Judgement) -> Judgement:
        """Keep a judgement."""
        with self._database.transaction():
            articles = [documents.need(self._database, anchor.document).article for anchor in judgement.about]
            effects.check(judgement, self._text(articles[0]) if articles else None)
            judgements.insert(self._database, judgement)
            derived.stray(self._database, judgement)
            self._refresh(articles)
            return judgements.need(self._database, judgement.id)

    def undo(self, judgement: str, *, by: str, when: str) -> Judgement:
        """Take a judgement back."""
        with self._database.transaction():
            made = judgements.need(self._database, judgement)
            if made.undone:
                return made
            undone = judgements.undo(self._database, made, by=by, when=when)
            self._refresh([documents.need(self._database, anchor.document).article for anchor in made.about])
            return undone

    def follow(self, subscription: Subscription) -> None:
        """Keep a subscription."""
        with self._database.transaction():
            subscriptions.keep(self._database, subscription)

    def unfollow(self, name: str) -> bool:
        """Follow something no more."""
        with self._database.transaction():
            return subscriptions.forget(self._database, name)

    def rebuild(self, reader: Reader | None = None) -> None:
        """Make everything derived again, with a reader every reading as well."""
        if reader:
            for (key,) in self._database.rows("SELECT digest FROM articles ORDER BY digest"):
                self._read_again(key, reader)
        with self._database.transaction():
            derived.rebuild(self._database)

    def load(self, lines: Iterable[str]) -> None:
        """Add what an export wrote."""
        with self._database.transaction():
            load(self._database, lines)

    def close(self) -> None:
        """Let go of the store."""
        self._database.close()

    def _read_again(self, article: str, reader: Reader) -> None:
        reading = reader(readings.article(self._database, article))
        with self._database.transaction():
            for (document,) in self._database.rows("SELECT id FROM documents WHERE article = ? ORDER BY id", (article,)):
                states.read(self._database, document, reading, anyway=True)

    def _refresh(self, articles: Iterable[str | None]) -> None:
        for article in dict.fromkeys(articles):
            if article:
                derived.refresh(self._database, article)

    def _text(self, article: str | None) -> str | None:
        key = readings.standing_for(self._database, article) if article else None
        return readings.article(self._database, key).text if key else None
