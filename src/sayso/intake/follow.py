"""Following: addresses become documents. A feed's entries, a sitemap's pages and a list's feeds are followed in their turn.

Several hosts are asked at once, each with one request at a time; so documents come in the order in which they arrive.
"""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from urllib.parse import urlsplit

from sayso.errors import UnreadableError
from sayso.intake.fetcher import Fetcher, Page
from sayso.intake.incoming import Failed, Incoming, Item, Linked
from sayso.intake.opened import items

DEEPEST = 4  # a list of feeds, a feed, a page; an index of sitemaps, a sitemap, a page
HOSTS = 8  # asked at once
MOST = 100_000  # addresses of one run
Visit = Callable[[Linked], list[Item]]


def followed(arriving: Iterable[Item], fetcher: Fetcher, *, wanted: Callable[[Linked], bool] = lambda _: True) -> Iterator[Item]:
    """Yield documents and failures, every address among ``arriving`` fetched, once. ``wanted`` says which need not be (known already)."""
    waiting: dict[str, deque[Linked]] = {}
    seen: set[str] = set()

    def sorted_out(found: Iterable[Item]) -> Iterator[Item]:
        for item in found:
            if not isinstance(item, Linked):
                yield item
            elif item.url not in seen and len(seen) < MOST and item.depth <= DEEPEST and wanted(item):
                seen.add(item.url)
                waiting.setdefault(_host(item.url), deque()).append(item)

    for item in arriving:
        yield from sorted_out([item])
    for found in _visited(waiting, lambda linked: visit(linked, fetcher)):
        yield from sorted_out(found)


def visit(linked: Linked, fetcher: Fetcher) -> list[Item]:
    """Return what is at an address: a document, a failure, or the addresses that a feed or sitemap there names."""
    try:
        page = fetcher.fetch(linked.url)
    except UnreadableError as error:
        return [Failed.of(linked.origin, error, url=linked.url)]
    return page_items(page, linked)


def page_items(page: Page, linked: Linked) -> list[Item]:
    """Return what a fetched page holds; of a document, what whoever linked to it said of it too."""
    found: list[Item] = []
    for item in items(io.BytesIO(page.data), page.final_url, url=page.final_url, content_type=page.content_type):
        if isinstance(item, Linked):
            item = replace(item, depth=linked.depth + 1)
        elif isinstance(item, Incoming) and item.origin == page.final_url:
            asks = ", ".join(page.asks) or None
            item = replace(item, origin=linked.url, outlet=linked.outlet, announced=linked.announced, fetched=page.fetched, asks=asks)
        found.append(item)
    return found


def _visited(waiting: dict[str, deque[Linked]], visit: Visit) -> Iterator[list[Item]]:
    """The results of visits, with at most one under way at a host and ``HOSTS`` in all; ``waiting`` may grow meanwhile."""
    with ThreadPoolExecutor(HOSTS) as pool:
        under_way: dict[Future[list[Item]], str] = {}
        while waiting or under_way:
            busy = set(under_way.values())
            for host in [host for host in waiting if host not in busy][: HOSTS - len(under_way)]:
                under_way[pool.submit(visit, waiting[host].popleft())] = host
                if not waiting[host]:
                    del waiting[host]
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                del under_way[future]
                yield future.result()


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
