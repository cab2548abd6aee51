"""A ledger as its user meets it: sources in, claims out, judgements on top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.errors import UsageError
from sayso.ledger import doors
from sayso.ledger.base import Counts, Hit, Sort
from sayso.model.document import Document, DocumentState
from sayso.model.reading import Reading
from sayso.service.coming_in import ComingIn
from sayso.service.judging import Judging

PAGE = 500  # hits asked for at once where all are wanted


class Ledger(ComingIn, Judging):
    """One ledger. Made by ``sayso.open``; close it, or use it in a ``with`` statement. It belongs to the thread that opened it.

    Its errors are of ``sayso.LedgerError``'s tree where the store is the matter, and ``UsageError`` where the request is.
    """

    def find(self, query: str = "", *, sort: str = "time", limit: int = 20, after: str | None = None) -> tuple[Hit, ...]:
        """Return at most ``limit`` claims, newest or (``sort="relevance"``) best first, going on ``after`` the cursor of a hit.

        Raises QueryError, which points at the place, for a query that cannot be understood.
        """
        return self.view.find(query, sort=Sort(sort), limit=limit, after=after)

    def every(self, query: str = "", *, sort: str = "time") -> Iterator[Hit]:
        """Yield all claims that match, however many."""
        after = None
        while hits := self.find(query, sort=sort, limit=PAGE, after=after):
            yield from hits
            after = hits[-1].cursor

    def one(self, named: str) -> Hit:
        """Return the claim of this id, or the only one that a search finds; raise UsageError when there is none, or more than one."""
        hit = self.view.claim(named)
        hits = (hit,) if hit else self.find(named, limit=2)
        if len(hits) != 1:
            raise UsageError(
                f"{named!r} is {'more than one claim' if hits else 'no claim'}; expected an id, or a search that finds one claim"
            )
        return hits[0]

    def reading(self, article: str) -> Reading | None:
        """Return all that was read in the article of this id."""
        return self.view.reading(article)

    def document(self, key: str) -> Document | None:
        """Return the document of this id."""
        return self.view.document(key)

    def documents(self, state: str | None = None) -> Iterator[Document]:
        """Yield the documents, or those that are waiting, read, failed or skipped, in order of first being seen."""
        return self.view.documents(DocumentState(state) if state else None)

    def versions(self, url: str) -> tuple[Document, ...]:
        """Return the documents that came in under one address, the first seen first: of a page that changed, both versions."""
        return self.view.versions(url)

    def raw(self, document: str) -> bytes:
        """Return the bytes of a document as they came in; raise UsageError when there is no such document."""
        kept = self.view.document(document)
        return self.view.raw(kept.raw if kept else document)

    def counts(self) -> Counts:
        """Return how many documents, claims and judgements there are: ``seen = read + failed + skipped + waiting``."""
        return self.view.counts()

    def faults(self) -> Iterator[str]:
        """Yield, in words, all that is not as it was written; nothing when the ledger is sound. Reads all of it."""
        return self.view.faults()

    def rebuild(self) -> None:
        """Make everything that follows from readings and judgements again: rows of claims, the index, places of judgements."""
        self.writer.rebuild()

    def export(self, *, times: bool = False) -> Iterator[str]:
        """Yield the whole ledger as lines of JSON, fixed by what it holds; with ``times``, also when documents came."""
        return self.view.export(times=times)

    def digest(self) -> str:
        """Return the SHA-256 of the export: equal for ledgers that hold the same."""
        return self.view.digest()

    def load(self, lines: Iterable[str]) -> None:
        """Add what ``export`` wrote; raise UsageError, and add nothing, when a line is none of an export."""
        self.writer.load(lines)

    def backup(self, to: str | Path) -> None:
        """Copy the ledger as it is now into a new file, while others may go on writing."""
        doors.backup(self.where, to)
