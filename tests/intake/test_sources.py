"""What a user names, and what comes of it: each kind of source, and that a bad one costs no other."""

import io
import json
import os
from pathlib import Path

import pytest

from sayso.errors import Why
from sayso.intake.incoming import Failed, Incoming, Linked
from sayso.intake.kinds import Kind, kind_of
from sayso.intake.sources import sources
from tests.intake.made import PAGE


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        pytest.param(b"The mayor said", "a.txt", Kind.DOCUMENT, id="plain text"),
        pytest.param(PAGE, "", Kind.DOCUMENT, id="a page"),
        pytest.param(b"<?xml version='1.0'?><!DOCTYPE html><html>", "", Kind.DOCUMENT, id="XHTML"),
        pytest.param(b"<?xml version='1.0'?>\n<!-- a > b -->\n<rss version='2.0'>", "", Kind.FEED, id="RSS after a comment"),
        pytest.param(b"<feed xmlns='http://www.w3.org/2005/Atom'>", "", Kind.FEED, id="Atom"),
        pytest.param(b"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", "", Kind.FEED, id="RSS 1.0"),
        pytest.param("\ufeff<?xml version='1.0'?><rss>".encode("utf-16"), "", Kind.FEED, id="a feed in UTF-16"),
        pytest.param(b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", "", Kind.FEED, id="a feed with a document type"),
        pytest.param(b"<urlset>", "", Kind.SITEMAP, id="a sitemap"),
        pytest.param(b"<sm:sitemapindex xmlns:sm='x'>", "", Kind.SITEMAP, id="an index of sitemaps, prefixed"),
        pytest.param(b"<opml version='2.0'>", "", Kind.OPML, id="subscriptions"),
        pytest.param(b'{"text": "a"}\n', "-", Kind.JSONL, id="JSONL by its content"),
        pytest.param(b'{\n "text": "a"\n}', "a.json", Kind.DOCUMENT, id="JSON over several lines is not JSONL"),
        pytest.param(b"bad line", "a.jsonl", Kind.JSONL, id="JSONL by its name"),
        pytest.param(b"From a@b.example Mon May 12 10:00:00 2025\nSubject: x", "", Kind.MBOX, id="an mbox"),
        pytest.param(b"From the start of 2025\nthe mayor said", "", Kind.DOCUMENT, id="a text that begins with From"),
        pytest.param(b"Subject: x", "a.eml", Kind.MAIL, id="a mail"),
        pytest.param(b"WARC/1.0\r\n", "", Kind.WARC, id="a web archive"),
        pytest.param(b"\x1f\x8b\x08", "", Kind.GZIP, id="gzip"),
        pytest.param(b"PK\x03\x04", "a.zip", Kind.ZIP, id="a zip archive"),
        pytest.param(b"PK\x03\x04", "a.docx", Kind.DOCUMENT, id="a zip by another name is for the text room to refuse"),
        pytest.param(b"", "", Kind.DOCUMENT, id="nothing"),
    ],
)
def test_kind_of_tells_by_content_then_name(head: bytes, name: str, kind: Kind) -> None:
    assert kind_of(head, name) is kind


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    for name in ("b.txt", "a.html", "deep/c.txt", "deep/er/d.txt", ".hidden.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "deep" / "round").symlink_to(tmp_path, target_is_directory=True)
    return tmp_path


def origins(*names: str) -> list[str]:
    return [item.origin for item in sources(names)]


def test_sources_of_a_folder_are_its_files_in_order_of_names(folder: Path) -> None:
    assert origins(str(folder)) == [str(folder / name) for name in ("a.html", "b.txt", "deep/c.txt", "deep/er/d.txt")]


def test_sources_of_a_pattern_are_what_it_matches(folder: Path) -> None:
    assert origins(str(folder / "**" / "*.txt")) == [str(folder / name) for name in ("b.txt", "deep/c.txt", "deep/er/d.txt")]


def test_sources_of_a_name_with_brackets_is_that_file_when_it_exists(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("x", encoding="utf-8")
    assert origins(str(tmp_path / "a[1].txt")) == [str(tmp_path / "a[1].txt")]


def test_sources_of_an_address_is_the_address(folder: Path) -> None:
    found = list(sources(["https://a.example/x", "feed://a.example/y", "feed:http://a.example/z"]))
    assert [item.url for item in found if isinstance(item, Linked)] == ["https://a.example/x", "https://a.example/y", "http://a.example/z"]


def test_sources_of_standard_input_is_told_by_its_content() -> None:
    row = json.dumps({"text": "The mayor said so.", "outlet": "Harbour News"}).encode()
    assert list(sources(["-"], stdin=io.BytesIO(row))) == [Incoming(b"The mayor said so.", "- line 1", outlet="Harbour News")]


@pytest.mark.parametrize("name", ["missing.txt", "no*.html", "a\x00b", "x" * 5_000])
def test_sources_of_a_bad_name_is_one_failure_and_the_rest_goes_on(name: str, folder: Path) -> None:
    bad, good = sources([name, str(folder / "b.txt")])
    assert isinstance(bad, Failed)
    assert bad.why is Why.MISSING
    assert good == Incoming(b"b.txt", str(folder / "b.txt"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_sources_of_a_file_without_permission_is_one_failure(folder: Path) -> None:
    (folder / "a.html").chmod(0)
    assert [type(item) for item in sources([str(folder)])] == [Failed, Incoming, Incoming, Incoming]
