"""robots.txt (RFC 9309): what a site asks of readers like us, and how often we may come. Read by protego, which knows wildcards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sayso.errors import UnreadableError, Why
from sayso.intake.clock import Clock
from sayso.intake.parts import part

MOST = 500 * 1024  # bytes that are read of it
KEPT, KEPT_CLOSED = 24 * 3600.0, 3600.0  # seconds until it is asked for again, the second when it could not be had
Ask = Callable[[str], tuple[int, bytes]]


@dataclass(frozen=True, slots=True)
class _Rules:
    until: float
    rules: Any = None
    closed: str | None = None


class Robots:
    """The rules of the sites asked so far. ``ask`` fetches an address and returns its status and body."""

    def __init__(self, name: str, ask: Ask, clock: Clock) -> None:
        self._name, self._ask, self._clock = name, ask, clock
        self._known: dict[str, _Rules] = {}

    def check(self, url: str) -> float:
        """Return the seconds to leave between requests; raise UnreadableError when the site does not want this page read."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        rules = self._known.get(site)
        if rules is None or rules.until <= self._clock.passed():
            rules = self._known[site] = self._asked(f"{site}/robots.txt")
        if rules.closed:
            raise UnreadableError(f"{url} was not asked: {rules.closed}", why=Why.ROBOTS)
        if rules.rules is None:
            return 0.0
        if not rules.rules.can_fetch(url, self._name):
            raise UnreadableError(f"{url} was not asked: {site}/robots.txt asks readers like {self._name} not to", why=Why.ROBOTS)
        return float(rules.rules.crawl_delay(self._name) or 0.0)

    def _asked(self, address: str) -> _Rules:
        try:
            status, body = self._ask(address)
        except UnreadableError as error:
            if error.why is Why.ADDRESS:
                raise
            return _Rules(self._clock.passed() + KEPT_CLOSED, closed=f"its robots.txt could not be had ({error})")
        if status >= 500 or status == 429:
            return _Rules(self._clock.passed() + KEPT_CLOSED, closed=f"{address} answers {status}, which closes the site to readers")
        until = self._clock.passed() + KEPT
        if status != 200:
            return _Rules(until)
        return _Rules(until, rules=part("protego").Protego.parse(_cut(body).decode("utf-8-sig", "replace")))


def _cut(body: bytes) -> bytes:
    """The first part of a long one, up to the end of a line."""
    return body if len(body) <= MOST else body[: body.rfind(b"\n", 0, MOST) + 1]
