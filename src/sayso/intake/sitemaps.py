"""Sitemaps (sitemaps.org 0.9, with Google's news fields) and their indexes: the addresses of a site's pages."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.intake.incoming import Linked
from sayso.intake.streams import Stream
from sayso.intake.xml import elements

_FIELDS = {"loc": "url", "publication_date": "announced", "title": "title", "name": "outlet"}


def items(stream: Stream, origin: str) -> Iterator[Linked]:
    """Yield the address of each page, or of each further sitemap; raise UnreadableError when the XML breaks.

    The day a page was last changed is not the day it was published, so only the news fields date it.
    """
    found: dict[str, str] = {}
    for path, _, words in elements(stream, origin):
        if path[-1] in _FIELDS and path[-2:-1] in (("url",), ("sitemap",), ("news",), ("publication",)):
            found.setdefault(_FIELDS[path[-1]], words)
        elif path[-1] in ("url", "sitemap"):
            if found.get("url"):
                yield Linked(origin=origin, **{key: value for key, value in found.items() if value})  # type: ignore[arg-type]
            found = {}
