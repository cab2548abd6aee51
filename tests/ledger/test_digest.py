"""An export is fixed by content alone; what is derived is made again from the rest; an import gives the same ledger."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.bench.made_up import readings
from sayso.errors import UsageError
from sayso.model.judgement import Correction, Verdict
from tests.ledger.story import NOON, Store, by_version, document_of

MADE = list(readings(5, claims=2))


def judged(store: Store) -> Store:
    """A ledger with a bit of everything in it."""
    for reading in MADE[:3]:
        store.add(reading)
    store.add(MADE[0], raw=b"the same article on another page")
    skipped, failed, waiting = (document_of(MADE[3], raw=raw) for raw in (b"skipped", b"failed", b"waiting"))
    for document, data in (skipped, failed, waiting):
        store.writer.see(data, document)
    store.writer.skip(skipped[0].id, "not English")
    store.writer.fail(failed[0].id, "no body")
    one, other, *_ = store.view.find("")
    store.judge(one.claim, Verdict.CORRECT, correction=Correction(source="Ana Paz"))
    made = store.judge(other.claim, Verdict.REJECT)
    store.writer.undo(made.id, by="Bea", when="2026-03-13T12:00:00+00:00")
    return store


def test_order_and_time_of_adding_leave_no_trace(another: Callable[[], Store]) -> None:
    digests = set()
    for number in range(3):
        store, order = another(), MADE[:]
        random.Random(number).shuffle(order)
        for reading in order:
            document, data = document_of(reading)
            store.writer.see(data, replace(document, first_seen=f"2026-01-0{number + 1}T00:00:00+00:00"))
        for reading in reversed(order):
            store.writer.read(document_of(reading)[0].id, reading)
            store.add(reading)
        digests.add(store.view.digest())
    assert len(digests) == 1


def test_a_batch_gives_what_single_steps_give(another: Callable[[], Store]) -> None:
    single, together = another(), another()
    for reading in MADE:
        single.add(reading)
    with together.writer.batch():
        for reading in MADE:
            together.add(reading)
    assert single.view.digest() == together.view.digest()


def test_a_batch_that_fails_leaves_nothing(store: Store) -> None:
    before = store.view.digest()
    with pytest.raises(ZeroDivisionError), store.writer.batch():
        store.add(MADE[0])
        raise ZeroDivisionError
    assert store.view.digest() == before


def test_two_articles_of_one_id_are_the_same_in_either_order(another: Callable[[], Store]) -> None:
    other = replace(MADE[0], article=replace(MADE[0].article, byline="Ines Varga"))
    one, two = another(), another()
    for store, order in ((one, (MADE[0], other)), (two, (other, MADE[0]))):
        for reading in order:
            store.add(reading, raw=f"page with byline {reading.article.byline}".encode())
    assert one.view.digest() == two.view.digest()
    assert one.view.find("") == two.view.find("")


def test_everything_derived_is_made_again_from_the_rest(store: Store) -> None:
    judged(store)
    before, found = store.view.digest(), store.view.find("")
    store.writer.rebuild()
    assert store.view.digest() == before
    assert store.view.find("") == found
    assert list(store.view.faults()) == []


def test_readings_are_made_again_by_a_reader(store: Store) -> None:
    judged(store)
    newer = {reading.article.id: by_version(reading, "7.0.0") for reading in MADE}
    store.writer.rebuild(lambda article: replace(newer[article.id], article=article))
    assert {reading.reader.version for article in store.view.articles() if (reading := store.view.reading(article.id))} == {"7.0.0"}
    assert list(store.view.adrift()) == []
    assert store.view.counts().judgements == 2


def test_an_export_imported_into_an_empty_ledger_gives_the_same_digest(another: Callable[[], Store]) -> None:
    store, copy = judged(another()), another()
    copy.writer.load(store.view.export(times=True))
    assert copy.view.digest() == store.view.digest()
    assert list(copy.view.judgements()) == list(store.view.judgements())
    assert list(copy.view.documents()) == list(store.view.documents())
    assert list(copy.view.faults()) == []


def test_an_export_imported_again_changes_nothing(store: Store) -> None:
    judged(store)
    before = store.view.digest()
    store.writer.load(list(store.view.export()))
    assert store.view.digest() == before
    assert {document.first_seen for document in store.view.documents()} == {NOON}


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        pytest.param(lambda lines: [], "nothing in this export", id="nothing at all"),
        pytest.param(lambda lines: lines[1:], "line 1", id="without its first line"),
        pytest.param(lambda lines: [*lines, "{"], "line", id="a broken line"),
        pytest.param(lambda lines: [*lines, '{"kind":"cake"}'], "KeyError", id="a line of no kind"),
        pytest.param(lambda lines: [line for line in lines if '"kind":"reading"' not in line], "is missing", id="without its readings"),
        pytest.param(lambda lines: [line.replace(" did ", " does ") for line in lines], "line", id="with other words"),
    ],
)
def test_a_spoilt_export_is_refused_whole(another: Callable[[], Store], spoil: Callable[[list[str]], list[str]], problem: str) -> None:
    store, copy = judged(another()), another()
    with pytest.raises(UsageError, match=problem):
        copy.writer.load(spoil(list(store.view.export())))
    assert copy.view.counts().seen == 0
