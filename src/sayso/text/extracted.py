"""What the text room hands on: the Article, and notes on what it had to assume."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.article import Article
from sayso.model.moment import Moment
from sayso.model.reading import Note


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows about a text; it goes before anything the text says of itself.

    Only ``announced``, the date that a feed or a mail gives it, goes after the page's own metadata.
    """

    published: Moment | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    announced: Moment | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article and what was assumed to make it ("the publication date was taken from ...")."""

    article: Article
    notes: tuple[Note, ...] = ()
