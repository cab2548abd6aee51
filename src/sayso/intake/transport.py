"""The one place that opens a connection: to an address that was checked, with the name it was asked by, until a deadline.

A name is resolved once and all its addresses are checked; the connection goes to the first of them, so a resolver that answers otherwise
a moment later leads nowhere (DNS rebinding). TLS and the Host header keep the name. The deadline holds for every read, so that a server
that gives a byte a second ends with it, be it in its headers.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager
from threading import Thread
from typing import Any

import httpcore
import httpx

from sayso.errors import UnreadableError, Why
from sayso.intake.addresses import is_public
from sayso.intake.clock import Clock

CONNECT = 10.0  # seconds
Resolve = Callable[[str, int], list[str]]


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a name, by the system's resolver; empty when there is none within ``CONNECT`` seconds."""
    found: list[str] = []

    def ask() -> None:
        try:
            found.extend(str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError):
            found.clear()

    asking = Thread(target=ask, daemon=True)  # the system's resolver knows no deadline
    asking.start()
    asking.join(CONNECT)
    return [] if asking.is_alive() else list(dict.fromkeys(found))


class Guarded(httpx.BaseTransport):
    """httpx's way out: a connection a request, through ``_Backend``."""

    def __init__(self, allowed: Set[str], resolve: Resolve, clock: Clock, backend: httpcore.NetworkBackend | None = None) -> None:
        self._allowed, self._resolve, self._clock = allowed, resolve, clock
        self._backend = backend or httpcore.SyncBackend()
        self._ssl: ssl.SSLContext | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the server's answer, its body still to be read; ``deadline`` among the request's extensions is on the clock."""
        deadline = request.extensions["deadline"]
        if request.url.scheme == "https" and self._ssl is None:
            self._ssl = httpx.create_ssl_context(trust_env=False)
        backend = _Backend(self._backend, self._allowed, self._resolve, _Deadline(self._clock, deadline))
        pool = httpcore.ConnectionPool(ssl_context=self._ssl, max_connections=1, network_backend=backend)
        url = httpcore.URL(scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path)
        timeouts = {"connect": CONNECT, "read": CONNECT, "write": CONNECT, "pool": CONNECT}
        with _errors(str(request.url)):
            asked = httpcore.Request(request.method, url, headers=request.headers.raw, extensions={"timeout": timeouts})
            try:
                answer = pool.handle_request(asked)
            except BaseException:
                pool.close()
                raise
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer, pool, str(request.url)))


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response, pool: httpcore.ConnectionPool, url: str) -> None:
        self._answer, self._pool, self._url = answer, pool, url

    def __iter__(self) -> Iterator[bytes]:
        with _errors(self._url):
            yield from self._answer.stream  # type: ignore[misc]

    def close(self) -> None:
        self._answer.close()
        self._pool.close()


class _Deadline:
    def __init__(self, clock: Clock, end: float) -> None:
        self._clock, self._end = clock, end

    def within(self, timeout: float | None) -> float:
        left = self._end - self._clock.passed()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for one page is over")
        return min(left, timeout or left)


class _Backend(httpcore.NetworkBackend):
    def __init__(self, backend: httpcore.NetworkBackend, allowed: Set[str], resolve: Resolve, deadline: _Deadline) -> None:
        self._backend, self._allowed, self._resolve, self._deadline = backend, allowed, resolve, deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._resolve(host, port)
        inside = [address for address in addresses if not is_public(address)]
        if inside and host not in self._allowed:
            reason = f"{host!r:.100} was not asked: it leads inside ({inside[0]}); a host inside must be allowed by its name"
            raise UnreadableError(reason, why=Why.ADDRESS)
        problem: Exception = httpcore.ConnectError(f"no address is known for {host}")
        for address in addresses[:4]:
            try:
                stream = self._backend.connect_tcp(address, port, self._deadline.within(timeout), local_address, socket_options)
                return _Stream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise problem


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: _Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(timeout))

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, self._deadline.within(timeout)), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def close(self) -> None:
        self._stream.close()


@contextmanager
def _errors(url: str) -> Iterator[None]:
    """What goes wrong on the way, in our words."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise UnreadableError(f"{url} took too long ({error})", why=Why.SLOW) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError, OSError) as error:
        raise UnreadableError(f"{url} gave no whole answer ({error!s:.200})", why=Why.NETWORK) from error
