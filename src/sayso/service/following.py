"""Following: what is subscribed to is visited when its time has come, and remembers how the visit went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sayso.errors import UnreadableError
from sayso.intake.follow import HOSTS, page_items
from sayso.intake.incoming import Item, Linked
from sayso.intake.sources import sources
from sayso.ledger.base import View
from sayso.model.subscription import Subscription
from sayso.service.arriving import fetched

if TYPE_CHECKING:
    from sayso.intake.fetcher import Fetcher, Page


def is_due(subscription: Subscription, at: str) -> bool:
    """Say whether a subscription is to be visited at this time.

    >>> is_due(Subscription("inbox", "2026-03-12T12:00:00+00:00"), "2026-03-12T12:00:01+00:00")
    True
    """
    if subscription.visited is None:
        return True
    return datetime.fromisoformat(at) >= datetime.fromisoformat(subscription.visited) + timedelta(minutes=subscription.every)


class Round:
    """One visit to each of some subscriptions. ``visited`` are those as they stand after it, once all items have been taken."""

    def __init__(self, subscriptions: Iterable[Subscription], view: View, fetch: Fetcher | None, at: str) -> None:
        self._subscriptions, self._view, self._fetch, self._at = tuple(subscriptions), view, fetch, at
        self.visited: list[Subscription] = []

    def items(self) -> Iterator[Item]:
        """Yield the documents and failures that are new there."""
        links: list[Item] = []
        with ThreadPoolExecutor(HOSTS) as pool:
            for subscription, page in pool.map(self._asked, self._subscriptions):
                self.visited.append(subscription)
                links += page_items(page, Linked(subscription.name, subscription.name)) if page else ()
        for item in sources(subscription.name for subscription in self._subscriptions if not is_address(subscription.name)):
            if isinstance(item, Linked):
                links.append(item)
            else:
                yield item
        yield from fetched(links, set(), self._view, self._fetch)

    def _asked(self, subscription: Subscription) -> tuple[Subscription, Page | None]:
        after = replace(subscription, visited=self._at, problem=None)
        if not is_address(subscription.name):
            return after, None
        if self._fetch is None:
            raise RuntimeError(f"{subscription.name} cannot be visited without a fetcher")
        try:
            page = self._fetch.fetch(subscription.name, etag=subscription.etag, modified=subscription.modified)
        except UnreadableError as error:
            return replace(after, problem=str(error)), None
        if page.status == 304:
            return after, None
        return replace(after, etag=page.etag, modified=page.modified), page


def is_address(name: str) -> bool:
    """Say whether what is followed is on the web, not on the disk."""
    return name.lower().startswith(("http://", "https://"))
