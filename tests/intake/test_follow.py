"""Following: from a list of feeds to the feeds to their pages, each once."""

from typing import Any

from sayso.errors import Why
from sayso.intake.follow import followed
from sayso.intake.incoming import Failed, Incoming, Item, Linked
from tests.intake.made import rss
from tests.intake.net import fetcher_of

LIST = b"<opml><body><outline xmlUrl='https://h.example/feed'/><outline xmlUrl='http://127.0.0.1/feed'/></body></opml>"
FEED = rss(
    "<item><link>https://h.example/1</link><pubDate>Mon, 12 May 2025 10:00:00 GMT</pubDate></item><item><link>https://h.example/2</link></item>"
)
SITES: dict[str, Any] = {"https://h.example/list": LIST, "https://h.example/feed": FEED, "https://h.example/1": b"<p>One.</p>"}


def arrivals(*links: Item, **options: Any) -> list[Item]:
    return sorted(followed(links, fetcher_of(SITES)[0], **options), key=lambda item: item.origin)


def test_followed_goes_from_a_list_over_its_feeds_to_the_pages() -> None:
    missing, page, inside = sorted(arrivals(Linked("https://h.example/list", "me")), key=lambda item: str(getattr(item, "why", "m")))[::-1]
    assert isinstance(page, Incoming)
    assert (page.data, page.url, page.origin) == (b"<p>One.</p>", "https://h.example/1", "https://h.example/1")
    assert (page.announced, page.fetched is not None, page.asks) == ("Mon, 12 May 2025 10:00:00 GMT", True, None)
    assert isinstance(missing, Failed) and isinstance(inside, Failed)
    assert (missing.why, missing.url) == (Why.STATUS, "https://h.example/2")
    assert (inside.why, inside.url) == (Why.ADDRESS, "http://127.0.0.1/feed")


def test_followed_passes_on_what_needs_no_fetching_and_asks_each_address_once() -> None:
    fetcher, sites = fetcher_of(SITES)
    document = Incoming(b"x", "a.txt")
    link = Linked("https://h.example/1", "me")
    assert [item.origin for item in followed([document, link, link], fetcher)] == ["a.txt", link.url]
    assert sites.asked.count("https://h.example/1") == 1


def test_followed_leaves_out_what_is_not_wanted() -> None:
    found = arrivals(Linked("https://h.example/feed", "me"), wanted=lambda link: not link.url.endswith("2"))
    assert [type(item) for item in found] == [Incoming]


def test_followed_does_not_go_in_circles() -> None:
    sites = {
        f"https://h.example/{i}.xml": f"<urlset><url><loc>https://h.example/{i + 1}.xml</loc></url></urlset>".encode() for i in range(50)
    }
    fetcher, log = fetcher_of(sites)
    assert list(followed([Linked("https://h.example/0.xml", "me")], fetcher)) == []
    assert len(log.asked) < 10
