"""OPML: a list of subscriptions, as feed readers export it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.intake.incoming import Linked
from sayso.intake.streams import Stream
from sayso.intake.xml import elements


def items(stream: Stream, origin: str) -> Iterator[Linked]:
    """Yield the address of each feed of the list, once; raise UnreadableError when the XML breaks."""
    seen: set[str] = set()
    for path, attributes, _ in elements(stream, origin):
        by_name = {name.lower(): value.strip() for name, value in attributes.items()}
        url = by_name.get("xmlurl")
        if path[-1] == "outline" and url and url not in seen:
            seen.add(url)
            yield Linked(url, origin, title=by_name.get("title") or by_name.get("text") or None)
