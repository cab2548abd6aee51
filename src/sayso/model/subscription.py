"""Subscription: a source that is visited again and again - a feed, a sitemap, a page, a folder - and how the last visit went."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.identity import content_id


@dataclass(frozen=True, slots=True)
class Subscription:
    """What is followed, under the name the user gave it.

    ``every`` is how many minutes lie between visits, ``since`` and ``visited`` are ISO dates and times, the latter of the last visit (None
    before the first). ``etag`` and ``modified`` are what the site calls the copy seen last; ``problem`` is why the last visit failed.
    """

    name: str
    since: str
    every: int = 60
    visited: str | None = None
    etag: str | None = None
    modified: str | None = None
    problem: str | None = None

    @property
    def id(self) -> str:
        """Its id, which follows from its name alone: following twice changes nothing."""
        return content_id("f", self.name)
