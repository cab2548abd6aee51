"""Manners: whose rules are read, how often a host is asked, how far a redirect is followed, and what is said of oneself."""

import gzip
from typing import Any

import httpx
import pytest

from sayso.errors import PostponedError, UnreadableError, UsageError, Why
from sayso.intake.fetcher import Fetcher
from tests.intake.net import CONTACT, fetcher_of, to

PAGE = "https://harbour.example/a"
ROBOTS = "https://harbour.example/robots.txt"


def why(answers: dict[str, Any], url: str = PAGE) -> Why:
    fetcher, _ = fetcher_of(answers)
    with pytest.raises(UnreadableError) as caught:
        fetcher.fetch(url)
    return caught.value.why


def test_fetch_returns_the_page_and_says_who_asks() -> None:
    headers = {
        "Content-Type": "text/html",
        "ETag": '"1"',
        "Last-Modified": "Mon, 12 May 2025 00:00:00 GMT",
        "X-Robots-Tag": "noai, noindex",
    }
    fetcher, sites = fetcher_of({PAGE: httpx.Response(200, content=b"<p>Yes.</p>", headers=headers)})
    page = fetcher.fetch(PAGE)
    assert (page.data, page.final_url, page.content_type, page.etag) == (b"<p>Yes.</p>", PAGE, "text/html", '"1"')
    assert (page.asks, page.fetched, page.modified) == (("noai", "noindex"), "2025-05-12T00:00:01Z", headers["Last-Modified"])
    sent = sites.log[-1][2].headers
    assert sent["user-agent"].startswith("sayso/") and CONTACT in sent["user-agent"]
    assert "cookie" not in sent and "referer" not in sent


@pytest.mark.parametrize("contact", ["", "me", "a b@c.example", "https://x.example/(a)"])
def test_fetcher_needs_somebody_to_turn_to(contact: str) -> None:
    with pytest.raises(UsageError, match="no contact"):
        Fetcher(contact=contact)


def test_fetch_asks_only_for_what_is_new() -> None:
    fetcher, sites = fetcher_of({PAGE: 304})
    assert fetcher.fetch(PAGE, etag='"1"', modified="Mon, 12 May 2025 00:00:00 GMT").status == 304
    sent = sites.log[-1][2].headers
    assert (sent["if-none-match"], sent["if-modified-since"]) == ('"1"', "Mon, 12 May 2025 00:00:00 GMT")
    assert "if-none-match" not in sites.log[0][2].headers


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        pytest.param(b"User-agent: *\nDisallow: /", "/a", False, id="all of it for all"),
        pytest.param(b"User-agent: sayso\nDisallow: /private\n\nUser-agent: *\nDisallow: /", "/a", True, id="our own group goes first"),
        pytest.param(b"User-agent: other\nDisallow: /", "/a", True, id="another reader's rules"),
        pytest.param(b"User-agent: *\nDisallow: /*.pdf$\nAllow: /", "/x.pdf", False, id="wildcards, the longest match"),
        pytest.param(b"User-agent: *\nAllow: /p\nDisallow: /", "/p", True, id="RFC 9309: the longest match allows"),
        pytest.param(b"User-agent: *\nAllow: /page\nDisallow: /*.htm", "/page.htm", False, id="RFC 9309: the longest match forbids"),
        pytest.param(b"User-agent: *\nAllow: /folder\nDisallow: /folder", "/folder/p", True, id="RFC 9309: the least strict of equals"),
        pytest.param(b"User-Agent: *\nDisallow: /a%3Cd.html", "/a%3cd.html", False, id="percent signs in either case"),
        pytest.param(b"", "/a", True, id="empty"),
        pytest.param(b"\xff\xfe\x00<html>", "/a", True, id="garbage"),
        pytest.param(b"#" * 600_000 + b"\nUser-agent: *\nDisallow: /", "/a", True, id="only the first 500 KiB count"),
    ],
)
def test_fetch_keeps_to_the_sites_rules(rules: bytes, path: str, allowed: bool) -> None:
    url = f"https://harbour.example{path}"
    fetcher, sites = fetcher_of({ROBOTS: rules, url: b"<p>Yes.</p>"})
    if allowed:
        assert fetcher.fetch(url).status == 200
    else:
        with pytest.raises(UnreadableError) as caught:
            fetcher.fetch(url)
        assert (caught.value.why, sites.asked) == (Why.ROBOTS, [ROBOTS])


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (401, True), (500, False), (503, False), (429, False)])
def test_fetch_takes_no_rules_for_yes_and_a_broken_site_for_no(status: int, allowed: bool) -> None:
    answers = {ROBOTS: status, PAGE: b"<p>Yes.</p>"}
    if allowed:
        assert fetcher_of(answers)[0].fetch(PAGE).status == 200
    else:
        assert why(answers) is Why.ROBOTS


def test_fetch_takes_an_unreachable_site_for_no() -> None:
    def broken(_: httpx.Request) -> httpx.Response:
        raise UnreadableError("no answer", why=Why.NETWORK)

    assert why({ROBOTS: broken, PAGE: b"x"}) is Why.ROBOTS


def test_rules_are_asked_for_once_a_day() -> None:
    fetcher, sites = fetcher_of({PAGE: b"<p>Yes.</p>"})
    for _ in range(3):
        fetcher.fetch(PAGE)
        sites.clock.wait(10 * 3600)
    fetcher.fetch(PAGE)
    assert sites.asked.count(ROBOTS) == 2


def test_thousand_requests_keep_a_second_between_those_to_one_host() -> None:
    answers: dict[str, Any] = {f"https://h{i % 7}.example/{i}": b"<p>Yes.</p>" for i in range(1_000)}
    fetcher, sites = fetcher_of(answers)
    for url in answers:
        fetcher.fetch(url)
    last: dict[str, float] = {}
    breaches = 0
    for seconds, _, request in sites.log:
        breaches += seconds - last.get(request.url.host, -9.0) < 1.0
        last[request.url.host] = seconds
    assert (len(sites.log), breaches) == (1_007, 0)


def test_crawl_delay_is_kept() -> None:
    fetcher, sites = fetcher_of({ROBOTS: b"User-agent: *\nCrawl-delay: 7", PAGE: b"x"})
    fetcher.fetch(PAGE)
    fetcher.fetch(PAGE)
    assert sites.log[2][0] - sites.log[1][0] == 7.0


@pytest.mark.parametrize(("status", "header", "seconds"), [(429, "120", 120.0), (503, "Mon, 12 May 2025 00:10:01 GMT", 600.0)])
def test_retry_after_is_obeyed(status: int, header: str, seconds: float) -> None:
    fetcher, sites = fetcher_of({PAGE: httpx.Response(status, headers={"Retry-After": header})})
    for _ in range(2):
        with pytest.raises(PostponedError) as caught:
            fetcher.fetch(PAGE)
        assert caught.value.seconds == pytest.approx(seconds)
    assert sites.asked.count(PAGE) == 1
    sites.clock.wait(seconds)
    sites.answers[PAGE] = b"<p>Yes.</p>"
    assert fetcher.fetch(PAGE).status == 200


@pytest.mark.parametrize(
    ("hops", "reason"),
    [
        pytest.param({PAGE: to("/b"), "https://harbour.example/b": b"x"}, None, id="within the site"),
        pytest.param({PAGE: to("https://coast.example/c", 308), "https://coast.example/c": b"x"}, None, id="to another site"),
        pytest.param({PAGE: to("http://harbour.example/a")}, Why.ADDRESS, id="out of its encryption"),
        pytest.param({PAGE: to("file:///etc/hostname")}, Why.ADDRESS, id="to a file"),
        pytest.param({PAGE: to("http://127.0.0.1/")}, Why.ADDRESS, id="inside"),
        pytest.param({PAGE: to("https://[::1]/")}, Why.ADDRESS, id="inside, the new way"),
        pytest.param({PAGE: to("https://[::1")}, Why.ADDRESS, id="to no address"),
        pytest.param({PAGE: to("https://harbour.example:8443/")}, Why.ADDRESS, id="to another port"),
        pytest.param({PAGE: to(PAGE)}, Why.NETWORK, id="in a circle"),
        pytest.param(
            {PAGE: to("https://coast.example/c"), "https://coast.example/robots.txt": b"User-agent: *\nDisallow: /"}, Why.ROBOTS, id="no"
        ),
        pytest.param({PAGE: 404}, Why.STATUS, id="not there"),
        pytest.param({PAGE: 500}, Why.STATUS, id="broken"),
        pytest.param({PAGE: 401}, Why.WALL, id="a login"),
        pytest.param({PAGE: 402}, Why.WALL, id="to be paid for"),
        pytest.param({PAGE: httpx.Response(200, content=b"x", headers={"Content-Type": "image/png"})}, Why.NOT_ARTICLE, id="a picture"),
        pytest.param({PAGE: httpx.Response(200, content=b"x" * 11_000_000)}, Why.TOO_LARGE, id="endless"),
    ],
)
def test_fetch_follows_or_refuses(hops: dict[str, Any], reason: Why | None) -> None:
    if reason is None:
        fetcher, sites = fetcher_of(hops)
        assert fetcher.fetch(PAGE).final_url == sites.asked[-1]
    else:
        assert why(hops) is reason


@pytest.mark.parametrize(("hops", "fine"), [(5, True), (6, False)])
def test_fetch_follows_five_redirects(hops: int, fine: bool) -> None:
    answers: dict[str, Any] = {f"https://harbour.example/{i}": to(f"/{i + 1}") for i in range(hops)}
    answers[f"https://harbour.example/{hops}"] = b"x"
    if fine:
        assert fetcher_of(answers)[0].fetch("https://harbour.example/0").status == 200
    else:
        assert why(answers, "https://harbour.example/0") is Why.NETWORK


def test_fetch_unpacks_within_limits() -> None:
    def packed(data: bytes) -> dict[str, Any]:
        return {PAGE: lambda _: httpx.Response(200, stream=httpx.ByteStream(gzip.compress(data)), headers={"Content-Encoding": "gzip"})}

    assert fetcher_of(packed(b"<p>Yes.</p>"))[0].fetch(PAGE).data == b"<p>Yes.</p>"
    assert why(packed(b"0" * 8_000_000)) is Why.BOMB
