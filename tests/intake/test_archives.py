"""Archives: WARC, gzip and zip, and that one bad member costs no other."""

import gzip

import pytest

from sayso.errors import Why
from sayso.intake.incoming import Failed, Incoming, Item
from tests.intake.made import PAGE, answer, opened, warc_gz, zipped


def kinds(found: list[Item]) -> list[str]:
    return [item.why if isinstance(item, Failed) else "in" for item in found]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_warc_gives_the_pages_in_it(name: str) -> None:
    records = [answer(PAGE), answer(b"gone", status="404 Not Found"), answer(PAGE, url="https://harbour.example/b")]
    first, second = opened(warc_gz(*records) if name.endswith("gz") else b"".join(records), name)
    assert first == Incoming(
        PAGE,
        f"{name} member 1 record 1" if name.endswith("gz") else f"{name} record 1",
        url="https://harbour.example/a",
        content_type="text/html; charset=utf-8",
        fetched="2025-05-12T10:00:00Z",
    )
    assert isinstance(second, Incoming)
    assert second.url == "https://harbour.example/b"


def test_warc_unpacks_the_answers_in_it() -> None:
    packed = gzip.compress(PAGE)
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed)
    headers = "Content-Encoding: gzip\r\n"
    records = [answer(packed, headers=headers), answer(chunked, headers=f"{headers}Transfer-Encoding: chunked\r\n")]
    assert [item.data for item in opened(b"".join(records), "a.warc") if isinstance(item, Incoming)] == [PAGE, PAGE]


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        pytest.param(gzip.compress(b"0" * 8_000_000), Why.BOMB, id="a bomb"),
        pytest.param(gzip.compress(answer(PAGE))[:-30], Why.MALFORMED, id="cut short"),
        pytest.param(b"\x1f\x8b\x08" + b"\xff" * 400, Why.MALFORMED, id="no gzip after all"),
        pytest.param(
            gzip.compress(answer(gzip.compress(b"0" * 8_000_000), headers="Content-Encoding: gzip\r\n")), Why.BOMB, id="in an answer"
        ),
        pytest.param(gzip.compress(b"no record\r\n\r\n"), None, id="no record"),
    ],
)
def test_warc_gz_with_a_bad_record_loses_no_other(bad: bytes, why: Why | None) -> None:
    good = gzip.compress(answer(PAGE))
    found = kinds(opened(good + bad + good + good, "a.warc.gz"))
    assert found.count("in") >= (2 if why is Why.MALFORMED else 3)
    assert why is None or why in found


def test_warc_that_is_garbage_is_a_failure_or_nothing() -> None:
    assert all(isinstance(item, Failed) for item in opened(b"WARC/1.0\r\n" + b"\xff\x00garbage\r\n" * 100, "a.warc"))


def test_gzip_of_a_document_and_of_lines() -> None:
    assert opened(gzip.compress(PAGE), "a.html.gz") == [Incoming(PAGE, "a.html.gz")]
    assert [item.origin for item in opened(gzip.compress(b'{"text": "a"}\n{"text": "b"}\n'), "a.jsonl.gz")] == [
        "a.jsonl.gz line 1",
        "a.jsonl.gz line 2",
    ]


def test_zip_gives_its_members_and_the_failures_among_them() -> None:
    members = {"a.html": PAGE, "folder/b.txt": b"The mayor said so.", "bomb.txt": b"0" * 8_000_000, "in.zip": zipped({"x": b"x"})}
    found = opened(zipped(members), "all.zip")
    assert [item.origin for item in found] == ["all.zip/a.html", "all.zip/folder/b.txt", "all.zip/bomb.txt", "all.zip/in.zip"]
    assert kinds(found) == ["in", "in", Why.BOMB, Why.MALFORMED]


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\x", "x" * 10_000, "a\nb"])
def test_zip_with_names_that_lead_out_writes_nothing(name: str) -> None:
    (item,) = opened(zipped({name: b"The mayor said so."}), "all.zip")
    assert isinstance(item, Incoming)
    assert item.origin.startswith("all.zip/")
    assert len(item.origin) < 400


def test_zip_that_is_broken_is_one_failure() -> None:
    assert kinds(opened(zipped({"a": PAGE})[:-10], "all.zip")) == [Why.MALFORMED]
