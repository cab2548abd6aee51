"""Document: what came in, before and after anything could be made of it.

A document is its bytes and what was declared of them; when it came and from which place are circumstances, so its id knows nothing of
them, and the same page added twice is one document.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.identity import content_id

MOST_TRIES = 3


class DocumentState(StrEnum):
    """What has become of a document; every one is in exactly one of these states."""

    WAITING = "waiting"
    READ = "read"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Document:
    """What came in: raw bytes by their digest, and what was declared of them.

    ``raw`` is the SHA-256 of the bytes (hexadecimal), ``places`` are where they were found (files, feeds, addresses), in order of the
    alphabet. ``published`` is the date as the user declared it, ``announced`` as a feed or a mail gives it, both in any words.
    ``asks`` is what the site asks of machines ("noai, noindex"). ``reason`` says why it failed or was skipped, ``tries`` how often reading
    it failed. ``article`` is the id of the article made of it. Make one with ``Document.of``.
    """

    id: str
    raw: str
    places: tuple[str, ...] = ()
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    media: str | None = None
    title: str | None = None
    announced: str | None = None
    asks: str | None = None
    first_seen: str = ""
    state: DocumentState = DocumentState.WAITING
    reason: str | None = None
    tries: int = 0
    article: str | None = None

    @classmethod
    def of(
        cls,
        raw: bytes,
        *,
        place: str,
        first_seen: str,
        url: str | None = None,
        outlet: str | None = None,
        published: str | None = None,
        media: str | None = None,
        title: str | None = None,
        announced: str | None = None,
        asks: str | None = None,
    ) -> Document:
        """Return the waiting document that these bytes are; its id follows from the bytes and all that is declared of them but ``asks``."""
        digest = hashlib.sha256(raw).hexdigest()
        key = content_id("d", digest, *(part or "" for part in (url, outlet, published, media, title, announced)))
        return cls(key, digest, (place,), url, outlet, published, media, title, announced, asks, first_seen)

    @property
    def set_aside(self) -> bool:
        """Say whether it failed so often that it is tried again only on request."""
        return self.state is DocumentState.FAILED and self.tries >= MOST_TRIES
