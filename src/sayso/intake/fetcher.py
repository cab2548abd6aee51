"""Fetching: a page by its address, politely and within limits. The agent says who it is and who runs it; nothing is disguised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from sayso.errors import PostponedError, UnreadableError, UsageError, Why
from sayso.intake.addresses import Place, place
from sayso.intake.clock import Clock
from sayso.intake.later import seconds_until
from sayso.intake.parts import part
from sayso.intake.robots import Robots
from sayso.intake.turns import Turns
from sayso.intake.unpack import unpacked
from sayso.version import __version__

NAME = "sayso"
SECONDS = 30.0  # for one page, redirects and all
MOST = 10 * 2**20  # bytes of one page as it is sent
HOPS = 5
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5"
NOT_TEXT = ("image/", "video/", "audio/", "font/")


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page. ``status`` is 200, or 304 with no data when it is as it was; ``asks`` is what it asks of machines ("noai")."""

    url: str
    final_url: str
    status: int
    data: bytes
    fetched: str
    content_type: str | None = None
    etag: str | None = None
    modified: str | None = None
    asks: tuple[str, ...] = ()


@dataclass(slots=True)
class _Answer:
    status: int
    headers: Any
    data: bytes = b""
    hops: list[str] = field(default_factory=list)


class Fetcher:
    """Fetches pages; safe to be shared by threads, and to be kept for long, since it remembers each host's turn and rules.

    ``contact`` is the mail or web address of whoever runs it, for sites to turn to. ``allow`` are hosts inside that may be asked.
    """

    def __init__(self, *, contact: str, allow: Iterable[str] = (), transport: Any = None, clock: Clock | None = None) -> None:
        if not re.fullmatch(r"https?://[^\s()]{4,200}|[^\s@()]{1,100}@[^\s@()]{3,100}", contact):
            raise UsageError(f"{contact!r} is no contact, expected the mail or web address of whoever runs this, for sites to turn to")
        self.agent = f"{NAME}/{__version__} (+{contact})"
        self._allowed = frozenset(host.lower() for host in allow)
        self._clock = clock or Clock()
        self._turns = Turns(self._clock)
        self._robots = Robots(NAME, self._rules, self._clock)
        self._httpx = part("httpx")
        if transport is None:
            from sayso.intake.transport import Guarded, resolve

            transport = Guarded(self._allowed, resolve, self._clock)
        self._transport = transport  # without httpx's client, which would follow, remember cookies and unpack without limits

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Page:
        """Return a page; raise UnreadableError with its ``why`` when it cannot or must not be had, PostponedError when not now.

        ``etag`` and ``modified`` are those of the copy one has: the site may then answer that nothing is new.
        """
        known = {"If-None-Match": etag, "If-Modified-Since": modified}
        answer = self._followed(url, {name: value for name, value in known.items() if value}, with_rules=True)
        if answer.status not in (200, 304):
            why = Why.WALL if answer.status in (401, 402) else Why.STATUS
            raise UnreadableError(f"{url} answers {answer.status}, expected a page", why=why)
        headers = answer.headers
        asks = tuple(sorted({word.strip().lower() for word in headers.get("x-robots-tag", "").split(",") if word.strip()}))
        fetched = self._clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
        facts = headers.get("content-type"), headers.get("etag"), headers.get("last-modified")
        return Page(url, (answer.hops or [url])[-1], answer.status, answer.data, fetched, *facts, asks)

    def _rules(self, url: str) -> tuple[int, bytes]:
        answer = self._followed(url, {}, with_rules=False)
        return answer.status, answer.data

    def _followed(self, url: str, headers: dict[str, str], *, with_rules: bool) -> _Answer:
        """The answer at the end of the redirects, each of which is checked anew."""
        hops: list[str] = []
        left = SECONDS  # waiting for one's turn does not count
        while True:
            where = place(url, self._allowed)
            delay = self._robots.check(url) if with_rules else 0.0
            with self._turns.turn(where.host, delay):
                start = self._clock.passed()
                answer = self._asked(url, where, headers, start + left)
                left -= self._clock.passed() - start
            target = answer.headers.get("location") if answer.status in (301, 302, 303, 307, 308) else None
            if target is None:
                answer.hops = hops
                return answer
            hops.append(_next(url, target))
            if len(hops) > HOPS:
                raise UnreadableError(f"{url} leads on more than {HOPS} times", why=Why.NETWORK)
            url = hops[-1]

    def _asked(self, url: str, where: Place, headers: dict[str, str], deadline: float) -> _Answer:
        own = {"User-Agent": self.agent, "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate, br", "Connection": "close"}
        try:
            request = self._httpx.Request("GET", url, headers={**own, **headers}, extensions={"deadline": deadline})
        except (self._httpx.InvalidURL, ValueError) as error:
            raise UnreadableError(f"{url!r:.200} is no web address ({error!s:.100})", why=Why.ADDRESS) from error
        with closing(self._transport.handle_request(request)) as response:
            answer = _Answer(response.status_code, response.headers)
            if answer.status in (429, 503):
                self._postpone(url, where, response.headers)
            if answer.status == 200:
                kind = response.headers.get("content-type", "").lower()
                if kind.startswith(NOT_TEXT):
                    raise UnreadableError(f"{url} is {kind:.60}, expected a page", why=Why.NOT_ARTICLE)
                packing = response.headers.get("content-encoding", "")
                answer.data = b"".join(unpacked(self._pieces(response, url, deadline), packing, url))
            return answer

    def _pieces(self, response: Any, url: str, deadline: float) -> Iterator[bytes]:
        size = 0
        for piece in response.stream:
            size += len(piece)
            if size > MOST:
                raise UnreadableError(f"{url} is larger than {MOST // 2**20} MiB, expected one page", why=Why.TOO_LARGE)
            if self._clock.passed() > deadline:
                raise UnreadableError(f"{url} took longer than {SECONDS:.0f} seconds", why=Why.SLOW)
            yield piece

    def _postpone(self, url: str, where: Place, headers: Any) -> None:
        seconds = seconds_until(headers.get("retry-after"), self._clock.now())
        if seconds is not None:
            self._turns.rest(where.host, seconds)
            raise PostponedError(f"{url} asks to come back in {seconds:,.0f} seconds", seconds=seconds)


def _next(url: str, target: str) -> str:
    try:
        following = urljoin(url, target)
    except ValueError as error:
        raise UnreadableError(f"{url} leads on to no address ({error})", why=Why.ADDRESS) from error
    if url.startswith("https:") and not following.startswith("https:"):
        raise UnreadableError(f"{url} leads on to {following!r:.200}, out of its encryption: not followed", why=Why.ADDRESS)
    return following
