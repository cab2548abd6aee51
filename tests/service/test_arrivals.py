"""What comes in becomes a document, and the document comes in again just so, wherever it lay."""

import pytest

from sayso.errors import UnreadableError, Why
from sayso.intake.incoming import Failed, Incoming
from sayso.service.arrivals import can_be_read, failure_of, incoming_of, reason_of, task_of
from sayso.service.readings import extract

NOW = "2026-03-12T12:00:00+00:00"
TEXT = b"The mayor said on Friday that the bridge would close for repairs, and asked drivers to be patient until the spring."


def test_a_document_keeps_all_that_is_declared_of_it() -> None:
    came = Incoming(TEXT, "feed entry 1", "https://a.example/1", "Courier", "Bridge", "2025-05-12", "Mon, 12 May 2025", "text/html")
    task = task_of(came, NOW)
    again = incoming_of(task.document, task.raw)
    for name in ("data", "url", "outlet", "title", "published", "announced", "content_type"):
        assert getattr(again, name) == getattr(came, name), name
    assert task.document.places == ("feed entry 1",)


def test_what_a_site_asks_of_machines_is_kept_and_makes_no_other_document() -> None:
    silent, asking = (task_of(Incoming(TEXT, "x", asks=asks), NOW).document for asks in (None, "noai"))
    assert asking.asks == "noai"
    assert silent.id == asking.id


@pytest.mark.parametrize("name", ["a/b.html", "a/b.md", "b", "b.txt"])
def test_what_is_read_does_not_hang_on_the_folder(name: str) -> None:
    here, there = (task_of(Incoming(TEXT, f"{folder}/{name}"), NOW) for folder in ("x", "y"))
    assert here.document.id == there.document.id
    assert extract(incoming_of(here.document, TEXT)).article == extract(incoming_of(there.document, TEXT)).article


def test_the_ending_of_a_name_still_tells_what_a_file_is() -> None:
    page = b"# Bridge\n\n" + TEXT
    read = {name: extract(incoming_of(task_of(Incoming(page, name), NOW).document, page)).article.text for name in ("a.md", "a.txt")}
    assert read["a.md"].startswith("Bridge")
    with pytest.raises(UnreadableError, match=r"it\.json is a file of data"):
        extract(incoming_of(task_of(Incoming(TEXT, "truth.json"), NOW).document, TEXT))


def test_what_did_not_come_in_stands_under_its_address_or_its_bytes() -> None:
    gone = failure_of(Failed("feed entry 1", Why.STATUS, "answers 404", url="https://a.example/1"), NOW).document
    broken = failure_of(Failed("news.jsonl line 7", Why.MALFORMED, "no JSON", b"{"), NOW)
    large = failure_of(Failed("big.html", Why.TOO_LARGE, "big.html is larger than 50 MiB"), NOW).document
    assert [document.url for document in (gone, broken.document, large)] == ["https://a.example/1", None, "big.html"]
    assert not any(map(can_be_read, (gone, broken.document, large)))
    assert broken.raw == b"{"


def test_a_reason_tells_its_sort_and_not_the_place() -> None:
    assert reason_of(Why.TOO_LARGE, "big.html is larger than 50 MiB", "big.html") == "too large: it is larger than 50 MiB"
    assert reason_of(None, None, "x") == "unreadable: no reason is known"
