"""A ledger as its user meets it: one object that finds, is judged, tells how it is, and goes out and in again whole."""

from pathlib import Path

import pytest

import sayso
from sayso.errors import NoLedgerError, QueryError, UsageError, Why
from sayso.intake.incoming import Failed, Item
from sayso.service import newsroom
from sayso.service.claim_rows import COLUMNS, csv_lines, plain
from sayso.service.ledger import Ledger


@pytest.fixture
def full(ledger: Ledger, inbox: Path) -> Ledger:
    ledger.add(inbox, workers=2)
    return ledger


def test_every_finds_what_find_finds_page_by_page(full: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.service.ledger.PAGE", 3)
    assert [hit.claim for hit in full.every()] == [hit.claim for hit in full.find(limit=100)]
    assert len(list(full.every(sort="relevance"))) == 14


def test_a_wrong_search_points_at_the_place(full: Ledger) -> None:
    with pytest.raises(QueryError) as raised:
        full.find("standing:denid")
    assert (raised.value.start, raised.value.end) == (9, 14)


def test_judgements_show_at_once_and_are_taken_back(full: Ledger) -> None:
    first = full.queue(limit=1)[0]
    made = full.judge(first.claim, "reject", by="Ana", why="nobody said so")
    assert first.claim not in [hit.claim for hit in full.every()]
    assert full.judged(first.claim) == (made,)
    full.undo(made.id, by="Ben")
    assert first.claim in [hit.claim for hit in full.every()]
    (kept,) = full.history()
    assert (kept.by, kept.undone_by) == ("Ana", "Ben")


def test_of_two_judgements_the_later_counts_however_fast_they_come(full: Ledger) -> None:
    claim = full.find(limit=1)[0].claim
    for verdict in ("accept", "reject", "unsure", "accept", "unsure"):
        full.judge(claim, verdict)
        assert full.one(claim).verdict == verdict


def test_a_correction_changes_what_is_shown_and_not_what_was_read(full: Ledger) -> None:
    hit = full.find(limit=1)[0]
    words = hit.span.text.split(" ", 1)[1]
    full.correct(hit.claim, words=words, source="Telma Quintas", standing="planned", date="2026-05")
    shown = full.one(hit.claim)
    assert (shown.span.text, shown.who, shown.standing, shown.happens) == (words, ("Telma Quintas",), "planned", "2026-05")
    reading = full.reading(hit.article)
    assert reading is not None and hit.span in [claim.proposition for claim in reading.claims]


@pytest.mark.parametrize(
    ("wrong", "match"),
    [
        pytest.param({"words": "no such words"}, "does not stand in the text", id="words that are not there"),
        pytest.param({"standing": "perhaps"}, "is no standing", id="a standing that is none"),
        pytest.param({"date": "soon"}, "soon", id="a date that is none"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(full: Ledger, wrong: dict[str, str], match: str) -> None:
    with pytest.raises(UsageError, match=match):
        full.correct(full.find(limit=1)[0].claim, **wrong)


def test_a_claim_is_named_by_its_id_or_a_search_that_finds_only_it(full: Ledger) -> None:
    hit = full.find(limit=1)[0]
    assert full.one(hit.claim).claim == full.one(f'"{hit.span.text}"').claim == hit.claim
    for named, match in (("nothinglikethat", "no claim"), ("judged:none", "more than one")):
        with pytest.raises(UsageError, match=match):
            full.one(named)


def test_exports_are_read_back_whole(full: Ledger, tmp_path: Path) -> None:
    full.judge(full.find(limit=1)[0].claim, "accept")
    with sayso.open(tmp_path / "copy.sayso") as copy:
        copy.load(full.export(times=True))
        assert (copy.digest(), copy.counts()) == (full.digest(), full.counts())
        assert list(copy.history()) == list(full.history())


def test_rebuilding_changes_nothing(full: Ledger) -> None:
    full.judge(full.find(limit=1)[0].claim, "accept")
    before = full.digest()
    full.rebuild()
    assert full.digest() == before
    assert list(full.faults()) == []


def test_another_version_reads_again_and_judgements_stay(full: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    made = full.judge(full.find(limit=1)[0].claim, "accept")
    assert full.reread(workers=1).read == 7  # the made-up reader is another than this
    assert full.judged(made.about[0].claim) == (made,)
    monkeypatch.setattr("sayso.service.coming_in.__version__", "1.0.0")
    assert full.reread(workers=1).seen == 0


def test_a_ledger_opened_for_reading_only_is_not_changed(full: Ledger) -> None:
    with sayso.open(full.where, read_only=True) as reading:
        assert reading.counts() == full.counts()
        with pytest.raises(UsageError, match="reading only"):
            reading.add("inbox")


def test_reading_needs_a_ledger_that_is_there(tmp_path: Path) -> None:
    with pytest.raises(NoLedgerError, match="no ledger"):
        sayso.open(tmp_path / "none.sayso", read_only=True)


def test_a_backup_holds_the_same(full: Ledger, tmp_path: Path) -> None:
    full.backup(tmp_path / "copy.sayso")
    with sayso.open(tmp_path / "copy.sayso") as copy:
        assert copy.digest() == full.digest()


def test_claims_become_rows_with_every_column(full: Ledger) -> None:
    hits = full.find(limit=3)
    assert all(tuple(plain(hit)) == COLUMNS for hit in hits)
    head, *rows = csv_lines(hits)
    assert head.split(",")[:2] == ["claim", "standing"]
    assert [row.split(",")[0] for row in rows] == [hit.claim for hit in hits]


def test_batches_close_early_when_items_come_slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newsroom, "SECONDS", 0.0)
    items: list[Item] = [Failed(f"page {number}", Why.STATUS, "gone") for number in range(3)]
    assert [len(batch) for batch in newsroom.batches(items)] == [1, 1, 1]
    monkeypatch.setattr(newsroom, "SECONDS", 60.0)
    assert [len(batch) for batch in newsroom.batches(items * 10)] == [16, 14]
