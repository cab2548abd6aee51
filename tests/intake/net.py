"""A network made by hand: a clock that needs no waiting, sites that answer from a table, and a server on this machine."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

from sayso.intake.clock import Clock
from sayso.intake.fetcher import Fetcher

CONTACT = "https://desk.example/reader"
START = datetime(2025, 5, 12, tzinfo=UTC)


class StillClock(Clock):
    """Time passes only by waiting."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def passed(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)

    def wait(self, seconds: float) -> None:
        self.seconds += seconds


class Sites:
    """Answers by address (404 where there is none), with a log of what was asked and when."""

    def __init__(self, answers: dict[str, Any], clock: StillClock) -> None:
        self.answers, self.clock = answers, clock
        self.log: list[tuple[float, str, httpx.Request]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        url = str(request.url)
        self.log.append((self.clock.seconds, url, request))
        answer = self.answers.get(url, 404)
        if callable(answer):
            answer = answer(request)
        if isinstance(answer, httpx.Response):
            return answer
        return httpx.Response(answer) if isinstance(answer, int) else httpx.Response(200, content=answer)

    @property
    def asked(self) -> list[str]:
        return [url for _, url, _ in self.log]


def fetcher_of(answers: dict[str, Any], *, allow: tuple[str, ...] = ()) -> tuple[Fetcher, Sites]:
    clock = StillClock()
    sites = Sites(answers, clock)
    return Fetcher(contact=CONTACT, allow=allow, transport=httpx.MockTransport(sites), clock=clock), sites


def to(address: str, status: int = 302) -> httpx.Response:
    return httpx.Response(status, headers={"Location": address})


@contextmanager
def server(answer: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[int]:
    """A server on the loopback, its port; it answers all with ``answer``."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self)

        def log_message(self, *_: Any) -> None: ...

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield running.server_address[1]
    finally:
        running.shutdown()
        running.server_close()
