"""The connection itself: to the address that was checked, by the name that was asked, and not for longer than a page may take."""

import socket
import threading
import time
from contextlib import closing
from http.server import BaseHTTPRequestHandler
from typing import Any

import httpcore
import httpx
import pytest

from sayso.errors import UnreadableError, Why
from sayso.intake.clock import Clock
from sayso.intake.fetcher import Fetcher
from sayso.intake.transport import Guarded
from tests.intake.net import CONTACT, server


class Recorded(httpcore.NetworkBackend):
    """Connects to nothing and remembers where to."""

    def __init__(self) -> None:
        self.connected: list[str] = []

    def connect_tcp(self, host: str, port: int, *_: Any, **__: Any) -> httpcore.NetworkStream:
        self.connected.append(host)
        raise httpcore.ConnectError("no network in tests")


def ask(transport: httpx.BaseTransport, url: str, seconds: float = 5.0) -> httpx.Response:
    response = transport.handle_request(httpx.Request("GET", url, extensions={"deadline": time.monotonic() + seconds}))
    with closing(response):
        response.read()
    return response


@pytest.mark.parametrize("times", [1, 2, 3])
def test_resolver_that_flips_makes_no_connection_inside(times: int) -> None:
    backend, calls = Recorded(), [0]

    def flipping(_: str, __: int) -> list[str]:
        calls[0] += 1
        return ["127.0.0.1"] if calls[0] % times == 0 and times > 1 else ["93.184.215.14"]

    for _ in range(100):
        before = calls[0]
        with pytest.raises(UnreadableError):
            ask(Guarded(frozenset(), flipping, Clock(), backend), "http://harbour.example/")
        assert calls[0] == before + 1
    assert set(backend.connected) == {"93.184.215.14"}


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.0.0.1", "::1", "169.254.169.254", "::ffff:127.0.0.1", "fe80::1%eth0", "nonsense"])
def test_one_address_inside_among_many_is_enough_to_refuse(inside: str) -> None:
    backend = Recorded()
    with pytest.raises(UnreadableError) as caught:
        ask(Guarded(frozenset(), lambda *_: ["93.184.215.14", inside], Clock(), backend), "http://harbour.example/")
    assert (caught.value.why, backend.connected) == (Why.ADDRESS, [])


def test_name_that_resolves_to_nothing_is_a_failure_of_the_network() -> None:
    with pytest.raises(UnreadableError) as caught:
        ask(Guarded(frozenset(), lambda *_: [], Clock(), Recorded()), "http://harbour.example/")
    assert caught.value.why is Why.NETWORK


def test_tls_is_asked_for_by_name() -> None:
    names: list[str | None] = []

    class Stream(httpcore.NetworkStream):
        def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> httpcore.NetworkStream:
            names.append(server_hostname)
            raise httpcore.ConnectError("enough seen")

        def close(self) -> None: ...

    class Backend(Recorded):
        def connect_tcp(self, host: str, port: int, *_: Any, **__: Any) -> httpcore.NetworkStream:
            self.connected.append(f"{host}:{port}")
            return Stream()

    backend = Backend()
    with pytest.raises(UnreadableError):
        ask(Guarded(frozenset(), lambda *_: ["93.184.215.14"], Clock(), backend), "https://harbour.example/")
    assert (names, backend.connected) == (["harbour.example"], ["93.184.215.14:443"])


def test_host_inside_that_is_allowed_is_asked_by_its_name() -> None:
    seen: list[str] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        seen.append(f"{handler.headers['Host']}{handler.path}")
        handler.send_response(200 if handler.path == "/a" else 404)
        handler.end_headers()
        handler.wfile.write(b"<p>Yes.</p>")

    with server(answer) as port:
        transport = Guarded(frozenset({"wiki.corp"}), lambda *_: ["127.0.0.1"], Clock())
        fetcher = Fetcher(contact=CONTACT, allow=["wiki.corp"], transport=transport)
        assert fetcher.fetch(f"http://wiki.corp:{port}/a").data == b"<p>Yes.</p>"
    assert seen == [f"wiki.corp:{port}/robots.txt", f"wiki.corp:{port}/a"]


def drip_body(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


def silence(_: BaseHTTPRequestHandler) -> None:
    time.sleep(3)


@pytest.mark.parametrize("slow", [drip_body, drip_headers, silence])
def test_server_that_drips_ends_with_the_time_of_the_page(slow: Any) -> None:
    with server(slow) as port:
        start = time.monotonic()
        with pytest.raises(UnreadableError) as caught:
            ask(Guarded(frozenset({"wiki.corp"}), lambda *_: ["127.0.0.1"], Clock()), f"http://wiki.corp:{port}/", 0.6)
    assert caught.value.why is Why.SLOW
    assert time.monotonic() - start < 4


def garbage(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\x00\xff not http\r\n\r\n")


def short(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")


@pytest.mark.parametrize("broken", [garbage, short])
def test_server_that_breaks_off_is_a_failure_of_the_network(broken: Any) -> None:
    with server(broken) as port, pytest.raises(UnreadableError) as caught:
        ask(Guarded(frozenset({"wiki.corp"}), lambda *_: ["127.0.0.1"], Clock()), f"http://wiki.corp:{port}/")
    assert caught.value.why is Why.NETWORK


def test_port_that_nobody_listens_at_is_a_failure_of_the_network() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(UnreadableError) as caught:
        ask(Guarded(frozenset({"wiki.corp"}), lambda *_: ["127.0.0.1"], Clock()), f"http://wiki.corp:{port}/")
    assert caught.value.why is Why.NETWORK
    assert threading.active_count() < 20
