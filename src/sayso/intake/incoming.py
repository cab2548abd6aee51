"""What comes in: a document, the address of one, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.errors import PostponedError, UnreadableError, Why


@dataclass(frozen=True, slots=True)
class Incoming:
    """One document as it came: bytes, not yet decoded, and what is declared of it.

    ``origin`` is where a person finds it again ("news.jsonl line 7"). ``published`` is the user's word and goes before all else;
    ``announced`` is what a feed, a sitemap or a mail says, and goes after the page's own metadata. Both are as written there.
    ``asks`` is what the site asks of machines ("noai, noindex").
    """

    data: bytes
    origin: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    announced: str | None = None
    content_type: str | None = None
    fetched: str | None = None
    asks: str | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """The address of a document (or of another feed), with what the one who names it says of it; nothing is fetched yet."""

    url: str
    origin: str
    outlet: str | None = None
    title: str | None = None
    announced: str | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that did not come in: where, which sort of failure, the reason in a sentence, and its bytes where there are any.

    ``seconds`` is how much later to ask again, where a site says so. ``url`` is its address where it has one.
    """

    origin: str
    why: Why
    reason: str
    data: bytes = b""
    url: str | None = None
    seconds: float | None = None

    @classmethod
    def of(cls, origin: str, error: UnreadableError, data: bytes = b"", url: str | None = None) -> Failed:
        """Return the failure that an error tells of."""
        return cls(origin, error.why, str(error), data, url, error.seconds if isinstance(error, PostponedError) else None)


Item = Incoming | Linked | Failed
