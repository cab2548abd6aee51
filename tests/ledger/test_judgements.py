"""What people decide lies on top of what was read, survives a new reading, and is never lost."""

from dataclasses import replace

import pytest

from sayso.errors import UngroundedError, UsageError
from sayso.model.event import StandingLabel
from sayso.model.judgement import Correction, Judgement, Verdict
from sayso.model.reading import Claim, Reading
from sayso.model.span import Span
from tests.ledger.story import NOON, Store, by_version
from tests.readings import TEXT, summit

LATER = "2026-03-13T12:00:00+00:00"


@pytest.fixture
def filled(store: Store) -> Store:
    store.add(summit())
    return store


def first(store: Store) -> str:
    return store.view.find("summit")[0].claim


def anew(*claims: Claim) -> Reading:
    """The summit read by a newer reader, which found these claims."""
    return by_version(replace(summit(), claims=claims), "2.0.0")


def recut(claim: Claim, start: int, end: int, key: str = "c-recut") -> Claim:
    """A claim as a newer reader might cut it."""
    return replace(claim, id=key, proposition=Span.cut(TEXT, start, end))


@pytest.mark.parametrize("verdict", [Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE])
def test_a_verdict_shows_on_the_claim(filled: Store, verdict: Verdict) -> None:
    claim = first(filled)
    made = filled.judge(claim, verdict)
    hit = filled.view.claim(claim)
    assert hit is not None
    assert hit.verdict == verdict.value
    assert filled.view.judged(claim) == (made,)


def test_a_correction_lies_on_top_and_the_reading_stays(filled: Store) -> None:
    claim = first(filled)
    filled.judge(claim, Verdict.CORRECT, correction=Correction(standing=StandingLabel.POSSIBLE, source="Ana Paz"))
    hit = filled.view.claim(claim)
    assert hit is not None
    assert (hit.standing, hit.who, hit.corrected) == (StandingLabel.POSSIBLE, ("Ana Paz",), ("who", "standing"))
    assert filled.view.reading(summit().article.id) == summit()


def test_the_newest_of_several_corrections_holds_part_by_part(filled: Store) -> None:
    claim = first(filled)
    filled.judge(claim, Verdict.CORRECT, when=LATER, correction=Correction(source="Bea"))
    filled.judge(claim, Verdict.CORRECT, when=NOON, correction=Correction(source="Ana", date="2026-05"))
    hit = filled.view.claim(claim)
    assert hit is not None
    assert (hit.who, hit.happens) == (("Bea",), "2026-05")


def test_words_can_be_corrected_to_other_words_of_the_text(filled: Store) -> None:
    claim = first(filled)
    start = TEXT.index("planning a summit")
    span = Span.cut(TEXT, start, start + len("planning a summit"))
    filled.judge(claim, Verdict.CORRECT, correction=Correction(span=span))
    assert filled.words("summit") == ["planning a summit"]


def test_what_is_undone_no_longer_shows_but_stays_in_the_trail(filled: Store) -> None:
    claim = first(filled)
    made = filled.judge(claim, Verdict.REJECT)
    undone = filled.writer.undo(made.id, by="Bea", when=LATER)
    assert (undone.undone, undone.undone_by) == (LATER, "Bea")
    assert filled.writer.undo(made.id, by="Cleo", when="2026-03-14T12:00:00+00:00") == undone
    assert first(filled) == claim
    assert list(filled.view.judgements()) == [undone]
    assert filled.view.judged(claim) == ()


def test_judging_the_same_twice_is_judging_once(filled: Store) -> None:
    claim = first(filled)
    assert filled.judge(claim, Verdict.ACCEPT) == filled.judge(claim, Verdict.ACCEPT)
    assert filled.view.counts().judgements == 1


def test_what_nobody_judged_is_to_be_reviewed_the_least_certain_first(store: Store) -> None:
    store.fill(3)
    queue = store.view.review()
    assert [hit.confidence for hit in queue] == sorted(hit.confidence for hit in queue)
    store.judge(queue[0].claim, Verdict.ACCEPT)
    assert [hit.claim for hit in store.view.review()] == [hit.claim for hit in queue[1:]]
    assert store.view.review(limit=3) + store.view.review(after=store.view.review(limit=3)[-1].cursor) == store.view.review()


def test_two_claims_can_be_called_the_same(filled: Store) -> None:
    one, other = (filled.view.anchor(hit.claim) for hit in filled.view.find("")[:2])
    made = filled.writer.judge(Judgement.of((one, other), Verdict.SAME, by="Ana", when=NOON))
    assert filled.view.judged(one.claim) == filled.view.judged(other.claim) == (made,)


def test_a_judgement_stays_with_a_claim_that_a_newer_reader_names_otherwise(filled: Store) -> None:
    claim = summit().claims[0]
    filled.judge(claim.id, Verdict.ACCEPT)
    filled.add(anew(replace(claim, id="c-new")))
    assert [(hit.claim, hit.verdict) for hit in filled.view.find("")] == [("c-new", "accept")]


def test_a_judgement_follows_a_claim_that_a_newer_reader_cuts_otherwise(filled: Store) -> None:
    claim = summit().claims[0]
    filled.judge(claim.id, Verdict.ACCEPT)
    filled.add(anew(recut(claim, claim.proposition.start, claim.proposition.end - 11)))
    assert [(hit.claim, hit.verdict) for hit in filled.view.find("")] == [("c-recut", "accept")]


def test_a_judgement_that_fits_no_claim_is_listed_and_comes_back_when_one_fits(filled: Store) -> None:
    claim = summit().claims[0]
    made = filled.judge(claim.id, Verdict.ACCEPT)
    filled.add(anew(recut(claim, 0, 10)))
    assert [(adrift.judgement, adrift.anchor.claim) for adrift in filled.view.adrift()] == [(made, claim.id)]
    assert filled.view.find("")[0].verdict == "none"
    filled.add(by_version(summit(), "3.0.0"))
    assert list(filled.view.adrift()) == []
    assert filled.view.judged(claim.id) == (made,)


def test_of_two_claims_in_the_same_words_the_one_said_by_the_same_is_meant(filled: Store) -> None:
    claim = summit().claims[0]
    filled.judge(claim.id, Verdict.ACCEPT)
    filled.add(anew(replace(claim, id="c-author", attribution=None), replace(claim, id="c-said")))
    assert {hit.claim: hit.verdict for hit in filled.view.find("")} == {"c-author": "none", "c-said": "accept"}


@pytest.mark.parametrize(
    ("verdict", "correction", "when", "problem"),
    [
        pytest.param(Verdict.CORRECT, None, NOON, "correction", id="a correction of nothing"),
        pytest.param(Verdict.ACCEPT, Correction(source="Ana"), NOON, "correction", id="a correction with a yes"),
        pytest.param(Verdict.CORRECT, Correction(date="soon"), NOON, "names no date", id="a date that is none"),
        pytest.param(Verdict.SAME, None, NOON, "at least two", id="one claim the same as nothing"),
        pytest.param(Verdict.ACCEPT, None, "today", "ISO date", id="a time that is none"),
    ],
)
def test_a_judgement_that_cannot_be_is_refused(
    filled: Store, verdict: Verdict, correction: Correction | None, when: str, problem: str
) -> None:
    with pytest.raises(UsageError, match=problem):
        filled.judge(first(filled), verdict, when=when, correction=correction)
    assert filled.view.counts().judgements == 0


def test_words_that_are_not_in_the_text_are_refused(filled: Store) -> None:
    with pytest.raises(UngroundedError):
        filled.judge(first(filled), Verdict.CORRECT, correction=Correction(span=Span(0, 5, "never")))
    assert filled.view.counts().judgements == 0
