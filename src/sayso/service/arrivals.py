"""Arrivals: what comes in, as the documents that a ledger keeps; and a document as it came in, for whoever reads it.

A reading follows from what is kept of a document, never from the place where it lay: so a document read later, after a crash or by a newer
reader, is read as on the day it came.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.errors import Why
from sayso.intake.incoming import Failed, Incoming
from sayso.model.document import Document
from sayso.text.files import DATA_NAMES, HTML_NAMES, MARKDOWN_NAMES

CALLED = "it"  # the name of a document in a reason, whose place is told beside it
NOT_FOR_READING = {Why.NOT_ARTICLE, Why.ROBOTS}  # skipped; whatever else goes wrong has failed
_UNTAKEN = "failed/"  # before a Why: the media type of what did not come in as a document
_FILE = "file/"  # before the ending of a name that says what no media type does


@dataclass(frozen=True, slots=True)
class Task:
    """A document to read, and its bytes."""

    document: Document
    raw: bytes


def task_of(incoming: Incoming, first_seen: str) -> Task:
    """Return the document that came in."""
    document = Document.of(
        incoming.data, place=incoming.origin, first_seen=first_seen, url=incoming.url, outlet=incoming.outlet,
        published=incoming.published, media=incoming.content_type or _media(incoming.origin), title=incoming.title,
        announced=incoming.announced, asks=incoming.asks,
    )  # fmt: skip
    return Task(document, incoming.data)


def failure_of(failed: Failed, first_seen: str) -> Task:
    """Return a document that stands for what did not come in: the bytes there are, or none, under its address or its place."""
    url = failed.url or (None if failed.data else failed.origin)
    return Task(Document.of(failed.data, place=failed.origin, first_seen=first_seen, url=url, media=_UNTAKEN + failed.why), failed.data)


def incoming_of(document: Document, raw: bytes) -> Incoming:
    """Return a kept document as it came in."""
    media = document.media or ""
    name, media = (CALLED + media.removeprefix(_FILE), "") if media.startswith(_FILE) else (CALLED, media)
    return Incoming(raw, name, document.url, document.outlet, document.title, document.published, document.announced, media or None)


def can_be_read(document: Document) -> bool:
    """Say whether there is a document to read, or only the trace of one that did not come in."""
    return not (document.media or "").startswith(_UNTAKEN)


def reason_of(why: Why | None, sentence: str | None, origin: str) -> str:
    """Return a reason as it is kept: its sort, and a sentence that does not name the place."""
    words = sentence or "no reason is known"
    return f"{why or Why.UNREADABLE}: {CALLED + words[len(origin) :] if words.startswith(f'{origin} ') else words}"


def _media(origin: str) -> str | None:
    """What the name of a file says of its kind, for readers to whom the name is not told."""
    name = origin.lower()
    if name.endswith(DATA_NAMES):
        return _FILE + name[name.rindex(".") :]
    return "text/html" if name.endswith(HTML_NAMES) else "text/markdown" if name.endswith(MARKDOWN_NAMES) else None
