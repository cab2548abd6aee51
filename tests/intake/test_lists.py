"""Lists of addresses: feeds, sitemaps and subscriptions."""

import pytest

from sayso.errors import Why
from sayso.intake.incoming import Failed, Incoming, Linked
from tests.intake.made import opened, rss

ENTRY = (
    "<item><title>Bridge &amp; road</title><link>https://harbour.example/a</link><pubDate>Mon, 12 May 2025 10:00:00 +0200</pubDate></item>"
)


def test_feed_of_summaries_gives_addresses() -> None:
    expected = Linked("https://harbour.example/a", "made entry 1", None, "Bridge & road", "Mon, 12 May 2025 10:00:00 +0200")
    assert opened(rss(ENTRY)) == [expected]


def test_feed_of_whole_texts_gives_documents() -> None:
    content = "&lt;p&gt;" + "The mayor said the bridge would close. " * 50 + "&lt;/p&gt;"
    whole = f"<item><title>T</title><link>/a</link><content:encoded>{content}</content:encoded></item>"
    data = rss(whole, before="<link>https://harbour.example</link>").replace(
        b"<rss ", b"<rss xmlns:content='http://purl.org/rss/1.0/modules/content/' "
    )
    (item,) = opened(data)
    assert isinstance(item, Incoming)
    assert (item.url, item.title, b"<p>The mayor said" in item.data) == ("https://harbour.example/a", "T", True)


def test_feed_resolves_addresses_by_its_own() -> None:
    (item,) = opened(rss("<item><link>news/a</link></item>"), url="https://harbour.example/feeds/all.xml")
    assert isinstance(item, Linked)
    assert item.url == "https://harbour.example/feeds/news/a"


def test_feed_in_atom_gives_addresses_with_their_dates() -> None:
    entry = "<entry><title>A</title><link href='https://h.example/a'/><published>2025-05-12T10:00:00+09:00</published></entry>"
    (item,) = opened(f"<feed xmlns='http://www.w3.org/2005/Atom'><title>H</title>{entry}</feed>".encode())
    assert item == Linked("https://h.example/a", "made entry 1", None, "A", "2025-05-12T10:00:00+09:00")


def test_feed_that_breaks_off_gives_what_it_has() -> None:
    assert len(opened(rss(ENTRY + ENTRY)[:-60])) == 2


def test_feed_entry_without_address_or_text_is_one_failure() -> None:
    found = opened(rss("<item><title>nothing</title></item>" + ENTRY))
    assert [type(item) for item in found] == [Failed, Linked]


def test_feed_with_a_public_document_type_is_read() -> None:
    prolog = "<?xml version='1.0'?><!DOCTYPE rss PUBLIC '-//X//DTD RSS 0.91//EN' 'http://dtd.example/rss.dtd'>"
    assert [type(item) for item in opened(rss(ENTRY, prolog=prolog))] == [Linked]


def test_feed_with_a_character_that_does_not_exist_is_read() -> None:
    (item,) = opened(rss(ENTRY.replace("road", "road&#99999999;")))
    assert isinstance(item, Linked)
    assert item.title == "Bridge & road\ufffd"


def test_sitemap_gives_addresses_with_the_news_fields() -> None:
    news = (
        "<n:news><n:publication><n:name>Harbour News</n:name><n:language>en</n:language></n:publication>"
        "<n:publication_date>2025-05-12T10:00Z</n:publication_date><n:title>Bridge</n:title></n:news>"
    )
    data = (
        "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='n' xmlns:i='i'>"
        f"<url><loc> https://h.example/a </loc><lastmod>2025-06-01</lastmod>{news}</url>"
        "<url><i:image><i:loc>https://h.example/a.jpg</i:loc></i:image><loc>https://h.example/b</loc></url><url/></urlset>"
    )
    assert opened(data.encode()) == [
        Linked("https://h.example/a", "made", "Harbour News", "Bridge", "2025-05-12T10:00Z"),
        Linked("https://h.example/b", "made"),
    ]


def test_sitemap_index_gives_sitemaps() -> None:
    data = b"<sitemapindex><sitemap><loc>https://h.example/1.xml</loc></sitemap></sitemapindex>"
    assert opened(data) == [Linked("https://h.example/1.xml", "made")]


def test_sitemap_that_breaks_off_gives_what_it_has_and_a_failure() -> None:
    good, bad = opened(b"<urlset><url><loc>https://h.example/1</loc></url><url><loc>")
    assert good == Linked("https://h.example/1", "made")
    assert isinstance(bad, Failed)
    assert bad.why is Why.MALFORMED


def test_opml_gives_each_feed_once_at_any_depth() -> None:
    outline = "<outline text='News'><outline text='H' xmlUrl='https://h.example/f'/><outline xmlurl='https://h.example/f'/></outline>"
    assert opened(f"<opml><body>{outline}</body></opml>".encode()) == [Linked("https://h.example/f", "made", title="H")]


@pytest.mark.parametrize("root", ["urlset", "opml"])
def test_list_nested_too_deep_is_refused(root: str) -> None:
    (bad,) = opened(f"<{root}>".encode() + b"<a>" * 1_000)
    assert isinstance(bad, Failed)
    assert "deep" in bad.reason
