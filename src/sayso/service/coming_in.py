"""What comes into a ledger: sources that are named once, and those that are followed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from sayso.errors import UsageError
from sayso.intake.incoming import Item
from sayso.model.document import Document, DocumentState
from sayso.model.subscription import Subscription
from sayso.service.arriving import arriving, fetcher
from sayso.service.following import Round, is_address, is_due
from sayso.service.held import Held
from sayso.service.newsroom import Newsroom, now
from sayso.service.outcomes import Added, Outcome
from sayso.version import __version__

Tell = Callable[[Outcome], None]


class ComingIn(Held):
    """The part of a Ledger that takes in."""

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
        newsroom.take_in(self._others(arriving([str(name) for name in names], self.view, fetch, stdin=stdin)))
        return added

    def reread(self, *, workers: int | None = None, tell: Tell | None = None) -> Added:
        """Read again what another version of sayso read; judgements stay, and find their claims again where these still are."""
        added, newsroom = self._newsroom(workers, tell)
        newsroom.read_again([document.id for document in self.view.documents(DocumentState.READ) if self._is_of_another(document)])
        return added

    def retry(self) -> int:
        """Let everything that failed wait again, its tries forgotten; return how much that was. The next ``add`` reads it."""
        keys = [document.id for document in self.view.documents(DocumentState.FAILED)]
        with self.writer.batch():
            for key in keys:
                self.writer.retry(key)
        return len(keys)

    def follow(self, *names: str, every: int = 60) -> None:
        """Subscribe to feeds, sitemaps, pages or folders, to be visited when ``visit`` is called, at most every so many minutes."""
        if every < 1:
            raise UsageError(f"nothing can be visited every {every} minutes; expected 1 or more")
        known = {subscription.name: subscription for subscription in self.following()}
        for name in names:
            full = name if is_address(name) else str(Path(name).absolute())
            self.writer.follow(replace(known.get(full) or Subscription(full, now()), every=every))

    def stop(self, *names: str) -> int:
        """Follow these no more; return how many were followed."""
        return sum(self.writer.unfollow(name if is_address(name) else str(Path(name).absolute())) for name in names)

    def following(self) -> tuple[Subscription, ...]:
        """Return everything that is followed, and how the last visit went."""
        return self.view.subscriptions()

    def due(self) -> tuple[Subscription, ...]:
        """Return what is followed and to be visited now."""
        at = now()
        return tuple(subscription for subscription in self.following() if is_due(subscription, at))

    def visit(self, *, contact: str | None = None, workers: int | None = None, tell: Tell | None = None) -> Added:
        """Visit what is followed and due, and read what is new there."""
        due = self.due()
        fetch = fetcher(contact) if contact or any(is_address(subscription.name) for subscription in due) else None
        added, newsroom = self._newsroom(workers, tell)
        visits = Round(due, self.view, fetch, now())
        newsroom.take_in(self._others(visits.items()))
        for subscription in visits.visited:
            self.writer.follow(subscription)
        return added

    def _others(self, items: Iterable[Item]) -> Iterator[Item]:
        """All but the files of this ledger, which may lie in a folder that is taken in."""
        own = Path(self.where).absolute()
        for item in items:
            place = Path(item.origin).absolute()
            if place.parent != own.parent or not place.name.startswith(own.name):
                yield item

    def _newsroom(self, workers: int | None, tell: Tell | None) -> tuple[Added, Newsroom]:
        if workers is not None and workers < 1:
            raise UsageError(f"{workers} workers read nothing; expected 1 or more")
        added = Added()

        def hear(outcome: Outcome) -> None:
            added.note(outcome)
            if tell:
                tell(outcome)

        return added, Newsroom(self.writer, self.view, workers=workers or os.cpu_count() or 1, tell=hear)

    def _is_of_another(self, document: Document) -> bool:
        reading = self.view.reading(document.article or "")
        return reading is None or reading.reader.version != __version__
