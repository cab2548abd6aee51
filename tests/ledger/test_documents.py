"""Documents come in, and every one is at every moment waiting, read, failed or skipped."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.bench.made_up import readings
from sayso.errors import SaysoError, UsageError
from sayso.model.document import Document, DocumentState
from tests.ledger.story import NOON, Store, document_of, ids

FEW = list(readings(6, claims=1))


def seen(store: Store, number: int = 0) -> Document:
    document, data = document_of(FEW[number])
    return store.writer.see(data, document)


def test_a_document_that_is_seen_waits_with_its_bytes(store: Store) -> None:
    document = seen(store)
    assert document.state is DocumentState.WAITING
    assert store.view.document(document.id) == document
    assert store.view.raw(document.raw) == FEW[0].article.text.encode()


def test_seeing_a_document_again_only_adds_its_place(store: Store) -> None:
    document, data = document_of(FEW[0], place="b.html")
    store.writer.see(data, document)
    again = store.writer.see(data, replace(document, places=("a.html",), first_seen="2027-01-01T00:00:00+00:00"))
    assert again == replace(document, places=("a.html", "b.html"))
    assert store.view.counts().seen == 1


def test_a_document_declared_otherwise_is_another(store: Store) -> None:
    data = b"the same bytes"
    for url in ("https://a.example/", "https://b.example/", None):
        store.writer.see(data, Document.of(data, place="x", first_seen=NOON, url=url))
    assert store.view.counts().seen == 3


def test_bytes_of_another_document_are_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="not made of these bytes"):
        store.writer.see(b"other bytes", document_of(FEW[0])[0])


def test_reading_a_document_keeps_what_it_says(store: Store) -> None:
    document = store.add(FEW[0])
    assert document.state is DocumentState.READ
    assert document.article == FEW[0].article.id
    assert store.view.reading(FEW[0].article.id) == FEW[0]
    assert list(store.view.articles()) == [FEW[0].article]


def test_a_failing_document_is_tried_three_times_and_set_aside(store: Store) -> None:
    document = seen(store)
    for tries in (1, 2, 3):
        assert ids(store.view.due()) == [document.id]
        failed = store.writer.fail(document.id, "no body could be found in it")
        assert (failed.state, failed.tries, failed.reason) == (DocumentState.FAILED, tries, "no body could be found in it")
    assert failed.set_aside
    assert list(store.view.due()) == []
    assert store.view.counts().set_aside == 1
    assert store.view.raw(document.raw)


def test_a_document_set_aside_is_tried_again_on_request(store: Store) -> None:
    document = seen(store)
    for _ in range(3):
        store.writer.fail(document.id, "no body")
    assert store.writer.retry(document.id) == document
    assert ids(store.view.due()) == [document.id]


def test_what_waits_comes_before_what_failed(store: Store) -> None:
    first, second = seen(store, 0), seen(store, 1)
    store.writer.fail(first.id, "no body")
    assert ids(store.view.due()) == [second.id, first.id]


@pytest.mark.parametrize("step", ["fail", "skip", "retry"])
def test_what_was_read_stays_read(store: Store, step: str) -> None:
    document = store.add(FEW[0])
    moved = store.writer.retry(document.id) if step == "retry" else getattr(store.writer, step)(document.id, "came too late")
    assert moved == document


def test_documents_are_listed_by_state(store: Store) -> None:
    read, skipped, waiting = store.add(FEW[0]), seen(store, 1), seen(store, 2)
    store.writer.skip(skipped.id, "not English")
    assert ids(store.view.documents(DocumentState.SKIPPED)) == [skipped.id]
    assert sorted(ids(store.view.documents())) == sorted([read.id, skipped.id, waiting.id])


def test_two_pages_under_one_address_are_two_versions_of_it(store: Store) -> None:
    url = FEW[0].article.url or ""
    first = Document.of(b"first", place="x", first_seen="2026-01-01T00:00:00+00:00", url=url)
    later = Document.of(b"later", place="x", first_seen="2026-01-02T00:00:00+00:00", url=url)
    for document, data in ((later, b"later"), (first, b"first")):
        store.writer.see(data, document)
    assert ids(store.view.versions(url)) == [first.id, later.id]


def test_one_article_out_of_two_pages_is_found_once(store: Store) -> None:
    for raw in (b"with one advertisement", b"with another"):
        store.add(FEW[0], raw=raw)
    assert len(store.view.find("")) == 1
    assert store.view.counts().read == 2


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda store: store.writer.fail("d-none", "why"), id="failing a document that is not there"),
        pytest.param(lambda store: store.writer.read("d-none", FEW[0]), id="reading one"),
        pytest.param(lambda store: store.view.raw("00"), id="bytes that are not there"),
        pytest.param(lambda store: store.view.anchor("c-none"), id="a claim that is not there"),
        pytest.param(lambda store: store.writer.undo("j-none", by="Ana", when=NOON), id="a judgement that is not there"),
    ],
)
def test_what_is_not_there_is_said_so(store: Store, call: Callable[[Store], Any]) -> None:
    with pytest.raises(UsageError, match=r"there (is|are) no"):
        call(store)


@given(text=st.text(), data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_letters_may_be_declared(store: Store, text: str, data: st.DataObject) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    document = Document.of(raw, place=text, first_seen=NOON, url=data.draw(st.text()), outlet=text)
    assert store.writer.see(raw, document) == document
    assert document in store.view.versions(document.url or "")


@given(steps=st.lists(st.tuples(st.sampled_from(["see", "read", "fail", "skip", "retry"]), st.integers(0, 5)), max_size=15))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_every_document_is_in_exactly_one_state(store: Store, steps: list[tuple[str, int]]) -> None:
    for step, number in steps:
        document, data = document_of(FEW[number])
        try:
            match step:
                case "see":
                    store.writer.see(data, document)
                case "read":
                    store.writer.read(document.id, FEW[number])
                case "retry":
                    store.writer.retry(document.id)
                case _:
                    getattr(store.writer, step)(document.id, "why")
        except SaysoError:
            assert store.view.document(document.id) is None
        counts = store.view.counts()
        assert counts.seen == counts.read + counts.failed + counts.skipped + counts.waiting
