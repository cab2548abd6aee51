"""What was read is kept whole; a newer reader's reading takes the place of an older one's, and never the other way round."""

from dataclasses import replace

import pytest

from sayso.bench.made_up import readings
from sayso.errors import UngroundedError
from sayso.ledger.readings import rank
from sayso.model.reading import Reading
from tests.ledger.story import Store, by_version
from tests.readings import summit

(MADE,) = readings(1, claims=2)


def less(reading: Reading, version: str) -> Reading:
    """A reading with only its first claim, by another version."""
    return by_version(replace(reading, claims=reading.claims[:1]), version)


def test_a_reading_comes_back_as_it_was(store: Store) -> None:
    store.add(summit())
    assert store.view.reading(summit().article.id) == summit()


def test_a_newer_reader_reads_anew(store: Store) -> None:
    store.add(MADE)
    store.add(less(MADE, "1.10.0"))
    assert store.view.reading(MADE.article.id) == less(MADE, "1.10.0")
    assert len(store.view.find("")) == 1


def test_an_older_reader_changes_nothing(store: Store) -> None:
    store.add(MADE)
    before = store.view.digest()
    store.add(less(MADE, "0.9.9"))
    assert store.view.digest() == before


def test_a_text_extracted_anew_takes_the_place_of_the_old_one(store: Store) -> None:
    (other,) = readings(1, claims=2, seed=9)
    store.add(MADE, raw=b"one page")
    store.add(replace(other, article=replace(other.article, url=MADE.article.url)), raw=b"one page")
    assert [article.id for article in store.view.articles()] == [other.article.id]
    assert store.view.reading(MADE.article.id) is None
    assert list(store.view.faults()) == []


def test_when_a_page_was_fetched_is_no_part_of_its_article(store: Store) -> None:
    store.add(replace(MADE, article=replace(MADE.article, fetched="2026-03-12T08:00")))
    before = store.view.digest()
    store.add(replace(MADE, article=replace(MADE.article, fetched="2026-03-13T08:00")))
    assert store.view.digest() == before
    assert store.view.reading(MADE.article.id) == MADE


def test_a_reading_whose_words_are_not_in_its_text_is_refused(store: Store) -> None:
    wrong = replace(MADE, article=replace(MADE.article, text="quite another text"))
    with pytest.raises(UngroundedError):
        store.add(wrong)
    assert store.view.counts().waiting == 1


@pytest.mark.parametrize(
    ("older", "newer"), [("0.9.9", "0.10.0"), ("1.0.0", "1.0.1"), ("", "0.1"), ("1.0", "1.0.0")], ids=lambda version: version or "none"
)
def test_versions_are_compared_by_number(older: str, newer: str) -> None:
    assert rank(older) < rank(newer)
