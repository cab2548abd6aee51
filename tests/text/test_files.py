"""Files in: every way a file can fail to be an article ends in one sentence."""

import io
import logging
import os
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableError, Why
from sayso.model.moment import Moment
from sayso.text import files
from sayso.text.files import article, load, receive

BODY = "The envoy said on Monday that she would return to the capital before the end of the month."


def test_load_returns_the_bytes_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The envoy left.")
    assert load(path).data == b"The envoy left."


def test_load_names_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"none\.txt does not exist, expected a file"):
        load(tmp_path / "none.txt")


def test_load_refuses_a_directory(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is a directory, expected a file"):
        load(tmp_path)


def test_load_refuses_a_name_no_file_can_have() -> None:
    with pytest.raises(UnreadableError):
        load(Path("a\0b"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
def test_load_names_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    path.chmod(0)
    with pytest.raises(UnreadableError, match="could not be opened"):
        load(path)


def test_receive_refuses_a_stream_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 2**20)
    with pytest.raises(UnreadableError, match="the standard input is larger than 1 MiB"):
        receive(io.BytesIO(b"x" * (2**20 + 1)))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "is empty, expected an article", id="no bytes"),
        pytest.param(b" \r\n\t", "is empty, expected an article", id="white space"),
        pytest.param(b"\xef\xbb\xbf \n", "is empty, expected an article", id="a byte order mark and white space"),
        pytest.param(b"%PDF-1.7\n...", "looks like a PDF document", id="a PDF"),
        pytest.param(b"PK\x03\x04....", "looks like a zip archive or an office document", id="a zip archive"),
        pytest.param(b"\x89PNG\r\n", "looks like a PNG image", id="a PNG image"),
        pytest.param(b"abc\x00def" * 9, "binary data", id="NUL bytes"),
        pytest.param("The envoy left.".encode("utf-16-le"), "UTF-16 text without a byte order mark", id="UTF-16 without its mark"),
        pytest.param(b"\xff\xfeT\x00h\x00e\x00\x00", "breaks off at byte", id="UTF-16 cut in the middle"),
        pytest.param(bytes(range(128, 256)) * 9, "could not be decoded", id="bytes of no encoding"),
        pytest.param("Депутаты заявили в четверг, что снова встретятся.".encode(), "is in Russian, expected English", id="Russian"),
        pytest.param("Die Unterhändler sagten am Donnerstag, dass sie sich wieder treffen.".encode(), "is in German", id="German"),
        pytest.param(b"2020 1 2 3 ... ---", "holds no letters", id="no letters"),
        pytest.param(b"<?xml version='1.0'?><rss version='2.0'></rss>", "is a feed", id="a feed"),
        pytest.param(b"<html><body></body></html>", "holds no article text", id="an empty page"),
    ],
)
def test_article_refuses_what_is_no_article(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message) as caught:
        article(data)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        pytest.param("a.md", f"# Envoy left\n\n{BODY}", "Envoy left", id="Markdown by its name"),
        pytest.param("-", f"---\ntitle: Envoy left\n---\n{BODY}", "Envoy left", id="Markdown by its front matter"),
        pytest.param("a.txt", f"<!DOCTYPE html><title>Envoy left</title><p>{BODY}</p><p>{BODY}</p>", "Envoy left", id="its doctype"),
        pytest.param("a.html", f"<!-- saved --><h1>Envoy left</h1><p>{BODY}</p><p>Nobody knew why.</p>", "Envoy left", id="a page's name"),
        pytest.param("-", f"Envoy left\n\n{BODY}", "Envoy left", id="plain text"),
        pytest.param("a.txt", f"Envoy left\n\nShe wrote <b>no</b> letter. {BODY}", "Envoy left", id="plain text that holds a tag"),
    ],
)  # fmt: skip
def test_article_tells_the_kinds_apart(name: str, text: str, title: str) -> None:
    assert article(text, name=name).article.title == title


def test_article_keeps_what_was_given() -> None:
    text = "---\ntitle: Another\noutlet: Another\ndate: 2001-01-01\n---\n" + BODY
    found = article(text, published=Moment.parse("2024-05-03"), outlet="River Post", url="https://x.example/1", title="Envoy left").article
    assert (found.title, found.outlet, found.url) == ("Envoy left", "River Post", "https://x.example/1")
    assert (found.published, found.published_basis) == (Moment.parse("2024-05-03"), "given")


def test_article_makes_every_line_end_a_newline() -> None:
    assert article(b"Envoy left\r\n\r\nShe will be back,\rshe said.").article.text == "Envoy left\n\nShe will be back,\nshe said."


def test_article_keeps_invisible_and_direction_changing_characters() -> None:
    text = "The envoy \u202esaid\u202c that\u200b she left \u2066today\u2069."
    assert article(text.encode()).article.text == text


def test_article_replaces_what_no_text_holds_one_for_one() -> None:
    found = article("The envoy\x00 said \ud800so.")
    assert found.article.text == "The envoy\ufffd said \ufffdso."
    assert [note.step for note in found.notes][:1] == ["decoding"]


def test_article_says_when_it_had_to_assume_windows_1252() -> None:
    found = article("The café closed, “again” the envoy said.".encode("cp1252"))
    assert found.article.text == "The café closed, “again” the envoy said."
    assert "Windows-1252" in found.notes[0].message


def test_article_mends_a_text_that_is_utf_8_but_for_a_few_bytes() -> None:
    found = article("“Yes”, the envoy said, “or no”.".encode() + b" \xff She left.")
    assert found.article.text == "“Yes”, the envoy said, “or no”. \ufffd She left."
    assert "replaced by U+FFFD (1 times)" in found.notes[0].message


def test_article_reads_a_page_in_the_encoding_it_declares() -> None:
    page = f'<html><head><meta charset="iso-8859-2"></head><body><p>Prezydent Wałęsa: {BODY}</p><p>{BODY}</p></body></html>'
    assert "Wałęsa" in article(page.encode("iso-8859-2")).article.text


def test_article_of_a_line_of_five_million_characters_is_read() -> None:
    assert len(article(("The envoy said so. " * 270_000).encode()).article.text) > 5_000_000


def test_text_room_imports_nothing_heavy() -> None:
    import subprocess

    code = (
        "import sys, sayso.text.files; print(sorted({'trafilatura', 'py3langid', 'lxml', 'htmldate', 'spacy', 'numpy'} & set(sys.modules)))"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    assert done.stdout.strip() == "[]"


HEAVY = {"trafilatura", "py3langid", "lxml", "htmldate", "spacy", "numpy"}
MARKUP = """<html><body> <p> </p> <a·href='/x'> </a> <script> { } </script> <h1> <!-- --> &#0; <table> < --- date:·2024-02-30 #· ** [a]( )
<p>The·envoy·said·on·Monday·that·she·would·return·to·the·capital.· <time·datetime='x'> <meta·name=date·content='2024-02-30'>
<script·type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-13-41"}</script> By·Ada·Brenner Published·31·June·2024
SEOUL,·Feb.·29,·2023·(Yonhap)·-- Original:·http://[ https://toutiao.com/article/9999999999999999999/"""
PIECES = st.sampled_from(
    [piece.replace("·", " ") for piece in MARKUP.split()] + ["\x00", "\ud800", "\u202e", "\ufeff", "\r", "\x1b", "é", " ", "\n", "\n\n"]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES | st.text(max_size=40), max_size=30).map("".join), st.sampled_from(["-", "a.html", "a.md", "a.txt"]))
@example("\ufeff\ufeff", "-")
def test_article_of_any_text_is_an_article_or_unreadable(text: str, name: str) -> None:
    try:
        made = article(text, name=name).article
    except UnreadableError as error:
        assert "\n" not in str(error)
        return
    assert made.text.strip()
    assert all(link.anchor.check(made.text) for link in made.links)
    assert all(block.span.check(made.text) for block in made.blocks)
    assert article(text, name=name).article == made
    made.text.encode("utf-8")


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=400) | st.lists(PIECES, max_size=20).map(lambda parts: "".join(parts).encode("utf-8", "surrogatepass")))
def test_article_of_any_bytes_is_an_article_or_unreadable(data: bytes) -> None:
    try:
        made = article(data, name="a.html").article
    except UnreadableError:
        return
    assert made.text.strip()


def test_text_room_prints_and_logs_nothing(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO), pytest.raises(UnreadableError):
        article("<html><body><div id=root></div></body></html>")
    assert (*capfd.readouterr(), caplog.records) == ("", "", [])


@pytest.mark.parametrize("name", ["truth.json", "rows.CSV", "setup.py"])
def test_article_of_a_file_of_data_is_refused_by_its_name(name: str) -> None:
    with pytest.raises(UnreadableError, match="a file of data") as caught:
        article("The mayor of Velm said on Friday that the bridge would close for repairs until spring.", name=name)
    assert caught.value.why is Why.NOT_ARTICLE
