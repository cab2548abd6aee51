"""Feeds: RSS and Atom in all their dialects, by feedparser, which only ever gets bytes that we checked, never a name or an address.

An entry that brings its whole text is a document; one that brings a summary is an address.
"""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator
from html import escape
from typing import Any
from urllib.parse import urljoin

from sayso.errors import UnreadableError, Why
from sayso.intake.incoming import Failed, Incoming, Item, Linked
from sayso.intake.parts import part
from sayso.intake.streams import Stream, whole
from sayso.intake.xml import without_doctype

MOST = 10 * 2**20  # bytes of a feed
ENTRIES = 5_000
LONGEST = 500  # characters of a title or a name
WHOLE = 1_500  # characters of an entry's content, from which it is the article and not its teaser
_TAG = re.compile(r"<[^<>]{0,2000}>")
_USUAL_DATE = re.compile(r"\w{3,9}, \d|\d{4}-\d\d-\d\d")


def items(stream: Stream, origin: str, url: str | None = None) -> Iterator[Item]:
    """Yield the entries of a feed; raise UnreadableError when it is none. ``url`` is the feed's own, for addresses relative to it."""
    data = whole(stream, origin, MOST)
    parsed = part("feedparser").parse(io.BytesIO(without_doctype(data)), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.get("version") and not parsed.entries:
        problem = parsed.get("bozo_exception") or "no feed's elements were found"
        raise UnreadableError(f"{origin} is no RSS or Atom feed ({problem!s:.200}): check the address", why=Why.MALFORMED)
    for number, entry in enumerate(parsed.entries[:ENTRIES], start=1):
        yield _item(entry, f"{origin} entry {number}", url or parsed.feed.get("link") or "")


def _item(entry: Any, where: str, base: str) -> Item:
    address = entry.get("link") or (entry.get("id") if str(entry.get("id", "")).startswith("http") else None)
    try:
        url = urljoin(base, address) if address else None
    except ValueError:
        url = None
    title = _words(entry.get("title"))[:LONGEST] or None
    content = max((str(piece.get("value") or "") for piece in entry.get("content", ())), key=len, default="")
    outlet = (_words((entry.get("source") or {}).get("title")) or _words(entry.get("publisher")))[:LONGEST] or None
    if len(_words(content)) >= WHOLE:
        page = f"<html><body><article><h1>{escape(title or '')}</h1>{content}</article></body></html>"
        data = page.encode("utf-8", "replace")
        return Incoming(data, where, url, outlet, title, announced=_announced(entry), content_type="text/html; charset=utf-8")
    if url is None:
        return Failed(where, Why.MALFORMED, f"{where} has neither an address nor a whole text", str(dict(entry)).encode()[:10_000])
    return Linked(url, where, outlet, title, _announced(entry))


def _announced(entry: Any) -> str | None:
    """When the entry was published, as written where that is a usual shape, else as feedparser understood it, in UTC."""
    written, parsed = entry.get("published"), entry.get("published_parsed")
    if written and (_USUAL_DATE.match(written) or not parsed):
        return str(written)[:100]
    return time.strftime("%Y-%m-%dT%H:%MZ", parsed) if parsed else None


def _words(markup: object) -> str:
    return " ".join(_TAG.sub(" ", str(markup or "")).split())
