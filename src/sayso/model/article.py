"""Article: one text as it was extracted, and all that is known of where and when it appeared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.identity import content_id
from sayso.model.moment import Moment
from sayso.model.span import Span


class BlockKind(StrEnum):
    """What a stretch of an article is for; what is in no block is body."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


class PublishedBasis(StrEnum):
    """How the publication date is known."""

    GIVEN = "given"
    METADATA = "metadata"
    URL = "url"
    DATELINE = "dateline"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that is not body: a byline, a dateline, a caption, closing boilerplate."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink of the page: the words that carry it, and where it leads."""

    anchor: Span
    href: str


class CreditKind(StrEnum):
    """How an article says that it is, wholly or in part, another outlet's work."""

    WIRE = "wire"  # "LISBON (Coast Wire) -"
    CONTRIBUTED = "contributed"  # "Coast Wire contributed to this report"
    MATERIAL = "material"  # "with material from Coast Wire"
    FIRST = "first"  # "originally appeared in the Velm Courier"


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet whose work the article says it is; ``span`` is where it says so."""

    kind: CreditKind
    outlet: str
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``text`` is what was extracted and is never edited afterwards; offsets count in it.

    ``id`` is a hash of text, title, url, outlet and publication date: make an article with ``Article.of``.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: Moment | None = None
    published_basis: PublishedBasis = PublishedBasis.UNKNOWN
    fetched: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    credits: tuple[Credit, ...] = ()

    @classmethod
    def of(
        cls,
        text: str,
        *,
        title: str | None = None,
        url: str | None = None,
        canonical_url: str | None = None,
        outlet: str | None = None,
        byline: str | None = None,
        published: Moment | None = None,
        published_basis: PublishedBasis = PublishedBasis.UNKNOWN,
        fetched: str | None = None,
        language: str | None = None,
        blocks: tuple[Block, ...] = (),
        links: tuple[Link, ...] = (),
        credits: tuple[Credit, ...] = (),
    ) -> Article:
        """Return an article whose id follows from its content (not from when it was fetched)."""
        when = published.value if published else ""
        return cls(
            id=content_id("a", text, title or "", url or "", outlet or "", when),
            text=text,
            title=title,
            url=url,
            canonical_url=canonical_url,
            outlet=outlet,
            byline=byline,
            published=published,
            published_basis=published_basis,
            fetched=fetched,
            language=language,
            blocks=blocks,
            links=links,
            credits=credits,
        )
