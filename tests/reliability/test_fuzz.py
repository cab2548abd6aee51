"""C1 and C2: documents mutated at random never do more harm than not being read.

SAYSO_GAUNTLET=1 runs the long form (C1 200,000, C2 50,000 each); the seed of a failure is printed and makes it again.
"""

import gzip
import io
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableError, UsageError
from sayso.intake.incoming import Failed, Incoming, Linked
from sayso.intake.opened import items
from sayso.service import extract
from tests.intake.made import PAGE, answer, rss, warc_gz, zipped
from tests.text.layouts import pages

IS_LONG = bool(os.environ.get("SAYSO_GAUNTLET"))
PAGES = [made.html.encode() for made in pages()[::2]]
PAGES += [path.read_bytes() for path in sorted((Path(__file__).resolve().parents[1] / "text" / "cases" / "pages").glob("*.html"))]
BITS = [
    *(b"<", b">", b"&", b'"', b"'", b"\0", b"\xff", b"\r\n", b"\n\n", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<!DOCTYPE", b"&#x0;"),
    *(b"&#99999999;", b"<script>", b"</article>", b"<table><tr><td>", b"<p " + b"a=1 " * 50 + b">", b"<div>" * 60, b"{", b"}", b'":'),
    *(b"[[[", b"9" * 30, b"-1", b"2025-02-30", b"From x 2025\n", b"WARC/1.0\r\n", b"Content-Length: 99999999999\r\n", b"\x1f\x8b\x08"),
    *(b"http://[", "“\u202e\ud7ff".encode(), b"*" * 99),
]


def mutated(data: bytes, seed: int) -> bytes:
    """Return ``data`` with up to six pieces cut, doubled, swapped, overwritten or put in, by a seed."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 6)):
        at, to = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
        to = min(to, at + chance.choice((1, 8, 64, 1_000)))
        piece = chance.choice((b"", data[at:to] * 2, data[at:to][::-1], chance.choice(BITS), chance.randbytes(to - at)))
        data = data[:at] + piece + data[to:]
    return data


SEEDS = st.integers(0, 2**40)


def fuzz(short: int, long: int) -> settings:
    return settings(max_examples=long if IS_LONG else short, deadline=None, suppress_health_check=list(HealthCheck), database=None)


@fuzz(2_000, 200_000)
@given(SEEDS)
def test_mutated_page_is_an_article_or_unreadable_within_ten_seconds(seed: int) -> None:
    data = mutated(PAGES[seed % len(PAGES)], seed)
    start = time.process_time()
    try:
        made = extract(Incoming(data, "page.html", url="https://velm.example/2025/05/13/bridge"))
        assert made.article.text.strip()
        assert all(made.article.text[link.anchor.start : link.anchor.end] == link.anchor.text for link in made.article.links)
    except (UnreadableError, UsageError):
        pass
    assert time.process_time() - start < 10


ENTRY = "<item><title>Bridge</title><link>https://h.example/a</link><pubDate>Mon, 12 May 2025 10:00:00 +0200</pubDate></item>"
MAIL = b"From a@b.example Mon May 12 06:00:00 2025\nFrom: A <a@b.example>\nDate: Mon, 12 May 2025 06:00:00 +0200\n"
MAIL += b'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/html\n\n<p>Yes.</p>\n--b--\n\n'
SITEMAP = "<?xml version='1.0'?><urlset>" + "<url><loc>https://h.example/a</loc><lastmod>2025-01-01</lastmod></url>" * 3 + "</urlset>"
FORMATS: dict[str, tuple[str, bytes]] = {
    "feed": ("feed.xml", rss(ENTRY * 3)),
    "atom": ("feed.atom", b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title><link href='/a'/><id>1</id></entry></feed>"),
    "sitemap": ("sitemap.xml", SITEMAP.encode()),
    "opml": ("list.opml", b"<opml version='2.0'><body><outline text='H'><outline xmlUrl='https://h.example/f'/></outline></body></opml>"),
    "jsonl": ("a.jsonl", b'{"text": "Yes.", "url": "https://h.example", "published": "2025-05-12"}\n' * 3),
    "mbox": ("in.mbox", MAIL * 2),
    "warc": ("a.warc", answer(PAGE) * 2),
    "warc.gz": ("a.warc.gz", warc_gz(answer(PAGE), answer(PAGE))),
    "gzip": ("a.html.gz", gzip.compress(PAGE)),
    "zip": ("a.zip", zipped({"a.html": PAGE, "b.txt": b"Yes."})),
}


@pytest.mark.parametrize("name", FORMATS)
@fuzz(1_000, 50_000)
@given(SEEDS)
def test_mutated_source_is_items_within_a_second(name: str, seed: int) -> None:
    origin, data = FORMATS[name]
    start = time.process_time()
    for item in items(io.BytesIO(mutated(data, seed)), origin):
        assert isinstance(item, Incoming | Linked | Failed)
        assert not isinstance(item, Failed) or (item.reason and "Error: Error" not in item.reason)
    assert time.process_time() - start < 1


@fuzz(1_000, 50_000)
@given(SEEDS)
def test_mutated_robots_txt_is_a_yes_or_a_no(seed: int) -> None:
    from tests.intake.net import fetcher_of

    rules = b"User-agent: *\nDisallow: /private/*.html$\nAllow: /\nCrawl-delay: 2\nSitemap: https://h.example/s.xml\n\n"
    rules += b"User-agent: sayso\nDisallow:"
    fetcher, _ = fetcher_of({"https://h.example/robots.txt": mutated(rules, seed), "https://h.example/private/a.html": b"x"})
    try:
        assert fetcher.fetch("https://h.example/private/a.html").status == 200
    except UnreadableError as error:
        assert error.why in ("robots", "later")


# every regular expression of the way in, by what it is worst at
WORST: dict[str, Callable[[int], bytes]] = {
    "spaces": lambda n: b"<?xml" + b" " * n,
    "open tags": lambda n: b"<" * n,
    "words of a mail": lambda n: b"From " + b"a" * n,
    "quotes in a document type": lambda n: b"<?xml version='1.0'?><!DOCTYPE r [" + b"'" * n,
    "brackets in a document type": lambda n: b"<!DOCTYPE rss " + b"[" * n,
    "comments": lambda n: b"<!--" * (n // 4),
    "magic numbers": lambda n: b"\x1f\x8b\x08" * (n // 3),
    "line ends": lambda n: b"WARC/1.0\r\n" + b"\r" * n,
    "braces": lambda n: b'{"a":' * (n // 5),
}


@pytest.mark.parametrize("kind", WORST)
def test_time_grows_no_faster_than_the_input(kind: str) -> None:
    def spent(size: int) -> float:
        start = time.process_time()
        for name in ("a.xml", "a.warc.gz", "a.mbox", "a.warc", "a.jsonl"):
            list(items(io.BytesIO(WORST[kind](size)), name))
        return time.process_time() - start

    once, twice = min(spent(250_000) for _ in range(2)), min(spent(500_000) for _ in range(2))
    assert twice < 0.05 or twice / max(once, 0.01) < 3
