"""A ledger as its user meets it: sources in, claims out, judgements on top."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from sayso.errors import UsageError
from sayso.ledger import doors
from sayso.ledger.base import Adrift, Counts, Hit, Sort, Writer
from sayso.ledger.effects import found_again
from sayso.model.document import Document, DocumentState
from sayso.model.event import StandingLabel
from sayso.model.judgement import Correction, Judgement, Verdict
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.model.subscription import Subscription
from sayso.service.arriving import arriving, fetcher
from sayso.service.following import Round, is_address, is_due
from sayso.service.newsroom import Newsroom, now
from sayso.service.outcomes import Added, Outcome
from sayso.version import __version__

PAGE = 500  # hits asked for at once where all are wanted
Tell = Callable[[Outcome], None]


def me() -> str:
    """Return who judges when nobody is named: SAYSO_BY, or the name of the user of this machine."""
    try:
        return os.environ.get("SAYSO_BY") or getpass.getuser()
    except (OSError, KeyError):
        return "somebody"


class Ledger:
    """One ledger. Made by ``sayso.open``; close it, or use it in a ``with`` statement. It belongs to the thread that opened it.

    Its errors are of ``sayso.LedgerError``'s tree where the store is the matter, and ``UsageError`` where the request is.
    """

    def __init__(self, where: str | Path, *, read_only: bool = False) -> None:
        self.where = str(where)
        self._writer = None if read_only else doors.open_writer(where)
        try:
            self._view = doors.open_view(where)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        for door in (self._writer, getattr(self, "_view", None)):
            if door:
                door.close()

    # In ----------------------------------------------------------------------------------------------------------------

    def add(
        self, *names: str | Path, workers: int | None = None, contact: str | None = None, stdin: BinaryIO | None = None,
        tell: Tell | None = None,
    ) -> Added:  # fmt: skip
        """Keep and read what these names stand for, and what waits from earlier; return how much that was.

        Names are files, folders, patterns, feeds, sitemaps, lists of feeds, newsletters, archives, web addresses, or ``-`` for ``stdin``.
        Adding again changes nothing. ``workers`` processes read (as many as there are cores); ``contact`` is who asks for addresses;
        ``tell`` hears of every outcome once it is on the disk.
        """
        fetch = fetcher(contact) if contact or any(is_address(str(name)) for name in names) else None
        added, newsroom = self._newsroom(workers, tell)
        newsroom.take_in(arriving([str(name) for name in names], self._view, fetch, stdin=stdin))
        return added

    def reread(self, *, workers: int | None = None, tell: Tell | None = None) -> Added:
        """Read again what another version of sayso read; judgements stay, and find their claims again where these still are."""
        added, newsroom = self._newsroom(workers, tell)
        newsroom.read_again([document.id for document in self._view.documents(DocumentState.READ) if self._is_of_another(document)])
        return added

    def retry(self) -> int:
        """Let everything that failed wait again, its tries forgotten; return how much that was. The next ``add`` reads it."""
        keys = [document.id for document in self._view.documents(DocumentState.FAILED)]
        with self._open_writer.batch():
            for key in keys:
                self._open_writer.retry(key)
        return len(keys)

    # Followed ----------------------------------------------------------------------------------------------------------

    def follow(self, *names: str, every: int = 60) -> None:
        """Subscribe to feeds, sitemaps, pages or folders, to be visited when ``visit`` is called, at most every so many minutes."""
        if every < 1:
            raise UsageError(f"nothing can be visited every {every} minutes; expected 1 or more")
        known = {subscription.name: subscription for subscription in self.following()}
        for name in names:
            full = name if is_address(name) else str(Path(name).absolute())
            self._open_writer.follow(replace(known.get(full) or Subscription(full, now()), every=every))

    def stop(self, *names: str) -> int:
        """Follow these no more; return how many were followed."""
        return sum(self._open_writer.unfollow(name if is_address(name) else str(Path(name).absolute())) for name in names)

    def following(self) -> tuple[Subscription, ...]:
        """Return everything that is followed, and how the last visit went."""
        return self._view.subscriptions()

    def due(self) -> tuple[Subscription, ...]:
        """Return what is followed and to be visited now."""
        at = now()
        return tuple(subscription for subscription in self.following() if is_due(subscription, at))

    def visit(self, *, contact: str | None = None, workers: int | None = None, tell: Tell | None = None) -> Added:
        """Visit what is followed and due, and read what is new there."""
        due = self.due()
        fetch = fetcher(contact) if contact or any(is_address(subscription.name) for subscription in due) else None
        added, newsroom = self._newsroom(workers, tell)
        visits = Round(due, self._view, fetch, now())
        newsroom.take_in(visits.items())
        for subscription in visits.visited:
            self._open_writer.follow(subscription)
        return added

    # Out ---------------------------------------------------------------------------------------------------------------

    def find(self, query: str = "", *, sort: str = "time", limit: int = 20, after: str | None = None) -> tuple[Hit, ...]:
        """Return at most ``limit`` claims, newest or (``sort="relevance"``) best first, going on ``after`` the cursor of a hit.

        Raises QueryError, which points at the place, for a query that cannot be understood.
        """
        return self._view.find(query, sort=Sort(sort), limit=limit, after=after)

    def every(self, query: str = "", *, sort: str = "time") -> Iterator[Hit]:
        """Yield all claims that match, however many."""
        after = None
        while hits := self.find(query, sort=sort, limit=PAGE, after=after):
            yield from hits
            after = hits[-1].cursor

    def one(self, named: str) -> Hit:
        """Return the claim of this id, or the only one that a search finds; raise UsageError when there is none, or more than one."""
        hit = self._view.claim(named)
        hits = (hit,) if hit else self.find(named, limit=2)
        if len(hits) != 1:
            raise UsageError(
                f"{named!r} is {'more than one claim' if hits else 'no claim'}; expected an id, or a search that finds one claim"
            )
        return hits[0]

    def reading(self, article: str) -> Reading | None:
        """Return all that was read in the article of this id."""
        return self._view.reading(article)

    def document(self, key: str) -> Document | None:
        """Return the document of this id."""
        return self._view.document(key)

    def documents(self, state: str | None = None) -> Iterator[Document]:
        """Yield the documents, or those that are waiting, read, failed or skipped, in order of first being seen."""
        return self._view.documents(DocumentState(state) if state else None)

    def raw(self, document: str) -> bytes:
        """Return the bytes of a document as they came in; raise UsageError when there is no such document."""
        kept = self._view.document(document)
        return self._view.raw(kept.raw if kept else document)

    # Judged ------------------------------------------------------------------------------------------------------------

    def queue(self, *, limit: int = 20, after: str | None = None) -> tuple[Hit, ...]:
        """Return claims that nobody has judged, the least certain first."""
        return self._view.review(limit=limit, after=after)

    def judge(
        self,
        claims: str | Iterable[str],
        verdict: str,
        *,
        by: str | None = None,
        why: str | None = None,
        correction: Correction | None = None,
    ) -> Judgement:
        """Decide about a claim (accept, reject, correct, unsure, note) or several (same, different, merge, split), given by their ids."""
        keys = [claims] if isinstance(claims, str) else list(claims)
        about = tuple(self._view.anchor(key) for key in keys)
        made = Judgement.of(about, Verdict(verdict), by=by or me(), when=now("microseconds"), why=why or None, correction=correction)
        return self._open_writer.judge(made)

    def correct(
        self, claim: str, *, words: str | None = None, source: str | None = None, standing: str | None = None, date: str | None = None,
        by: str | None = None, why: str | None = None,
    ) -> Judgement:  # fmt: skip
        """Say what a claim should say instead: its words (as they stand in the text), who says so, its standing, when it happens.

        Raises UsageError when the words are not in the text, the date is none, or there is no such standing.
        """
        span = self._span(claim, words) if words else None
        if standing and standing not in list(StandingLabel):
            raise UsageError(f"{standing!r} is no standing; expected one of {', '.join(StandingLabel)}")
        wanted = Correction(span, source or None, StandingLabel(standing) if standing else None, date or None)
        return self.judge(claim, Verdict.CORRECT, by=by, why=why, correction=wanted)

    def undo(self, judgement: str, *, by: str | None = None) -> Judgement:
        """Take a judgement back; it stays in the history."""
        return self._open_writer.undo(judgement, by=by or me(), when=now("microseconds"))

    def history(self) -> Iterator[Judgement]:
        """Yield every judgement, those taken back too, in order of time."""
        return self._view.judgements()

    def judged(self, claim: str) -> tuple[Judgement, ...]:
        """Return the judgements that apply to a claim now."""
        return self._view.judged(claim)

    def adrift(self) -> Iterator[Adrift]:
        """Yield the judgements that fit no claim any more, since a text or its reading changed."""
        return self._view.adrift()

    # Kept --------------------------------------------------------------------------------------------------------------

    def counts(self) -> Counts:
        """Return how many documents, claims and judgements there are: ``seen = read + failed + skipped + waiting``."""
        return self._view.counts()

    def faults(self) -> Iterator[str]:
        """Yield, in words, all that is not as it was written; nothing when the ledger is sound. Reads all of it."""
        return self._view.faults()

    def rebuild(self) -> None:
        """Make everything that follows from readings and judgements again: rows of claims, the index, places of judgements."""
        self._open_writer.rebuild()

    def export(self, *, times: bool = False) -> Iterator[str]:
        """Yield the whole ledger as lines of JSON, fixed by what it holds; with ``times``, also when documents came."""
        return self._view.export(times=times)

    def digest(self) -> str:
        """Return the SHA-256 of the export: equal for ledgers that hold the same."""
        return self._view.digest()

    def load(self, lines: Iterable[str]) -> None:
        """Add what ``export`` wrote; raise UsageError, and add nothing, when a line is none of an export."""
        self._open_writer.load(lines)

    def backup(self, to: str | Path) -> None:
        """Copy the ledger as it is now into a new file, while others may go on writing."""
        doors.backup(self.where, to)

    def _span(self, claim: str, words: str) -> Span:
        """Where words stand in the text of a claim, nearest to it."""
        hit = self.one(claim)
        reading = self.reading(hit.article)
        span = found_again(Span(hit.span.start, hit.span.start + len(words), words), reading.article.text) if reading else None
        if span is None:
            raise UsageError(f"{words!r} does not stand in the text of {claim}; expected words as they are written there")
        return span

    @property
    def _open_writer(self) -> Writer:
        if self._writer is None:
            raise UsageError(f"{self.where} was opened for reading only; open it without read_only")
        return self._writer

    def _newsroom(self, workers: int | None, tell: Tell | None) -> tuple[Added, Newsroom]:
        if workers is not None and workers < 1:
            raise UsageError(f"{workers} workers read nothing; expected 1 or more")
        added = Added()

        def hear(outcome: Outcome) -> None:
            added.note(outcome)
            if tell:
                tell(outcome)

        return added, Newsroom(self._open_writer, self._view, workers=workers or os.cpu_count() or 1, tell=hear)

    def _is_of_another(self, document: Document) -> bool:
        reading = self._view.reading(document.article or "")
        return reading is None or reading.reader.version != __version__
