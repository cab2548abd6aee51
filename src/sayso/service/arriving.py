"""Arriving: what a user names, as documents and failures; addresses among it are fetched, and nothing else opens the network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from sayso.errors import UsageError, Why
from sayso.intake.incoming import Failed, Item, Linked
from sayso.intake.sources import sources
from sayso.ledger.base import View
from sayso.service.arrivals import can_be_read

if TYPE_CHECKING:
    from sayso.intake.fetcher import Fetcher

ASK = "addresses are asked for only by somebody who can be reached: say who, with --contact or SAYSO_CONTACT (a mail or web address)"


def fetcher(contact: str | None, allow: Iterable[str] = ()) -> Fetcher:
    """Return what fetches pages in the name of ``contact``; raise UsageError when there is none."""
    from sayso.intake.fetcher import Fetcher

    if not contact:
        raise UsageError(ASK)
    return Fetcher(contact=contact, allow=allow)


def arriving(names: Iterable[str], view: View, fetch: Fetcher | None, *, stdin: BinaryIO | None = None) -> Iterator[Item]:
    """Yield the documents and failures behind names, files first; an address that is named is always fetched, one that a feed or a list
    names only when the ledger has nothing from it."""
    named = set(names)
    links = []
    for item in sources(names, stdin=stdin):
        if isinstance(item, Linked):
            links.append(item)
        else:
            yield item
    yield from fetched(links, named, view, fetch)


def fetched(links: Iterable[Item], named: set[str], view: View, fetch: Fetcher | None) -> Iterator[Item]:
    """Yield what is at these addresses, and those they lead on to; without a fetcher, each is a failure."""

    def is_wanted(link: Linked) -> bool:
        return link.origin in named or not any(can_be_read(document) for document in view.versions(link.url))

    if fetch:
        from sayso.intake.follow import followed

        yield from followed(links, fetch, wanted=is_wanted)
        return
    for item in links:
        if not isinstance(item, Linked):
            yield item
        elif is_wanted(item):
            yield Failed(item.origin, Why.ADDRESS, f"{item.url} was not asked for: {ASK}", url=item.url)
