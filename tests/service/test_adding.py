"""Adding: everything that comes in is accounted for, whatever becomes of it, and adding again changes nothing."""

import io
from dataclasses import asdict
from pathlib import Path

import httpx
import pytest

import sayso
from sayso.errors import UsageError
from sayso.intake.child import Limits
from sayso.service import coming_in, newsroom
from sayso.service.ledger import Ledger
from sayso.service.outcomes import Added, Outcome, What
from tests.intake.net import fetcher_of


def reasons(ledger: Ledger, state: str) -> dict[str, str | None]:
    return {Path(document.places[0]).name: document.reason for document in ledger.documents(state)}


def test_adding_a_folder_reads_what_can_be_read_and_tells_why_the_rest_cannot(ledger: Ledger, inbox: Path) -> None:
    told: list[Outcome] = []
    added = ledger.add(inbox, workers=2, tell=told.append)
    assert added == Added(read=7, failed=2, skipped=1, claims=14)
    assert reasons(ledger, "failed") == {
        "die.txt": "crashed: ended the process that read it (SIGABRT)",
        "wall.txt": "wall: it asks to log in",
    }
    assert reasons(ledger, "skipped") == {"list.txt": "not an article: it is a list of links"}
    places = [Path(outcome.place).name for outcome in told if outcome.what is not What.SEEN]
    assert places == sorted(places)  # in the order in which they came


def test_a_document_that_hangs_costs_nobody_else(ledger: Ledger, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newsroom, "LIMITS", Limits(time=8))
    (inbox / "3.txt").write_text("hang", encoding="utf-8")
    assert ledger.add(inbox, workers=2).read == 6
    assert reasons(ledger, "failed")["3.txt"] == "slow: took longer than 8 seconds"


def test_adding_again_doubles_nothing_and_tries_what_failed_three_times(ledger: Ledger, inbox: Path) -> None:
    ledger.add(inbox, workers=1)
    before = ledger.digest()
    assert ledger.add(inbox, workers=2) == Added(known=8, failed=2)
    assert ledger.add(workers=2) == Added(failed=2)  # without naming them again
    assert ledger.counts().set_aside == 2
    assert ledger.add(inbox) == Added(known=10)
    assert ledger.digest() == before
    assert ledger.retry() == 2
    assert ledger.add(workers=1) == Added(failed=2)


@pytest.mark.parametrize("workers", [1, 3])
def test_workers_and_order_leave_no_trace(ledger: Ledger, inbox: Path, tmp_path: Path, workers: int) -> None:
    ledger.add(inbox, workers=2)
    with sayso.open(tmp_path / "other.sayso") as other:
        other.add(*sorted(inbox.iterdir(), reverse=True), workers=workers)
        assert other.digest() == ledger.digest()


def test_the_same_bytes_in_two_places_are_one_document(ledger: Ledger, inbox: Path) -> None:
    (inbox / "copy.txt").write_bytes((inbox / "1.txt").read_bytes())
    assert ledger.add(inbox, workers=1).known == 1
    (document,) = [document for document in ledger.documents() if len(document.places) == 2]
    assert ledger.raw(document.id) == b"read 1"


def test_what_is_not_there_is_told_and_not_kept(ledger: Ledger) -> None:
    told: list[Outcome] = []
    assert ledger.add("nowhere.html", tell=told.append) == Added(failed=1)
    assert told[-1].reason is not None and "does not exist" in told[-1].reason
    assert ledger.counts().seen == 0


def test_a_line_that_is_no_document_is_kept_as_a_failure(ledger: Ledger) -> None:
    lines = b'{"text": "read 1", "title": "One", "outlet": "Courier"}\nnonsense {\n{"text": "read 2"}\n'
    added = ledger.add("-", stdin=io.BytesIO(lines), workers=1)
    assert asdict(added) == {"known": 0, "read": 2, "failed": 1, "skipped": 0, "waiting": 0, "claims": 4}
    (failed,) = ledger.documents("failed")
    assert (failed.reason or "").startswith("malformed: it is not JSON")
    assert ledger.raw(failed.id) == b"nonsense {"
    assert [document.title for document in ledger.documents("read")].count("One") == 1


def test_the_files_of_the_ledger_itself_are_not_taken_in(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("read 1", encoding="utf-8")
    assert ledger.add(tmp_path, workers=1) == Added(read=1, claims=2)


def test_a_page_that_changed_is_kept_in_both_versions(ledger: Ledger) -> None:
    for words in ("read 1", "read 2"):
        ledger.add("-", stdin=io.BytesIO(f'{{"text": "{words}", "url": "https://courier.example/1"}}'.encode()), workers=1)
    assert [ledger.raw(document.id) for document in ledger.versions("https://courier.example/1")] == [b"read 1", b"read 2"]


def test_addresses_need_a_contact(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="--contact"):
        ledger.add("https://courier.example/1")


FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>
<item><title>One</title><link>https://courier.example/1</link><pubDate>Mon, 12 May 2025 09:00:00 GMT</pubDate></item>
<item><title>Two</title><link>https://courier.example/2</link></item></channel></rss>"""


def test_what_a_feed_names_is_fetched_once_and_again_after_a_failure(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    fetch, sites = fetcher_of({"https://courier.example/feed": FEED, "https://courier.example/1": b"read 1"})
    monkeypatch.setattr(coming_in, "fetcher", lambda contact: fetch)
    assert ledger.add("https://courier.example/feed", workers=1) == Added(read=1, failed=1, claims=2)
    (failed,) = ledger.documents("failed")
    assert (failed.url, (failed.reason or "")[:7]) == ("https://courier.example/2", "status:")
    sites.answers["https://courier.example/2"] = b"read 2"
    assert ledger.add("https://courier.example/feed", workers=1) == Added(read=1, claims=2)
    assert sites.asked.count("https://courier.example/1") == 1
    assert ledger.counts().failed == 0
    assert [document.announced for document in ledger.documents("read") if document.announced] == ["Mon, 12 May 2025 09:00:00 GMT"]


def test_a_page_behind_a_link_that_leads_on_is_not_asked_for_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    on = httpx.Response(301, headers={"location": "https://courier.example/long/1"})
    answers = {"https://courier.example/feed": FEED, "https://courier.example/1": on, "https://courier.example/long/1": b"read 1"}
    fetch, sites = fetcher_of(answers)
    monkeypatch.setattr(coming_in, "fetcher", lambda contact: fetch)
    for _ in range(2):
        ledger.add("https://courier.example/feed", workers=1)
    assert sites.asked.count("https://courier.example/1") == 1
    (document,) = ledger.versions("https://courier.example/1")
    assert document.url == "https://courier.example/long/1"


def test_what_is_followed_is_visited_when_it_is_due(ledger: Ledger, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fetch, sites = fetcher_of({"https://courier.example/feed": FEED, "https://courier.example/1": b"read 1"})
    monkeypatch.setattr(coming_in, "fetcher", lambda contact: fetch)
    ledger.follow("https://courier.example/feed", str(inbox), "https://gone.example/feed", every=60)
    assert ledger.visit(workers=2).read == 8
    assert ledger.due() == ()
    problems = {subscription.name: subscription.problem for subscription in ledger.following()}
    assert "404" in (problems.pop("https://gone.example/feed") or "")
    assert set(problems.values()) == {None}
    asked = len(sites.asked)
    assert ledger.visit(workers=1).seen >= 2  # what failed is tried again, but nothing is asked for
    assert len(sites.asked) == asked
    assert ledger.stop("https://courier.example/feed", "https://never.example/") == 1
