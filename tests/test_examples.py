"""The example family is what its truth says it is: every quoted word stands in its article, and the lineage is one tree."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso import service
from sayso.model.article import Article

FOLDER = Path(__file__).resolve().parents[1] / "examples"
TRUTH = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
ROWS = TRUTH["articles"]
BY_ID = {row["id"]: row for row in ROWS}
each_row = pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])


def article(row: dict[str, Any]) -> Article:
    return service.read_file(FOLDER / row["id"]).article


def test_truth_lists_every_article_in_order_of_time() -> None:
    assert [row["id"] for row in ROWS] == sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".txt", ".html"))
    assert [row["published"] for row in ROWS] == sorted(row["published"] for row in ROWS)


@each_row
def test_truth_quotes_words_that_stand_in_the_article(row: dict[str, Any]) -> None:
    text = article(row).text
    quoted = [row["words"], *row["refusals"], *row["denials"]]
    quoted += [link["words"] for link in (*row["cites"], *row["sources"])] + ([row["mutation"]["to"]] if row["mutation"] else [])
    assert [words for words in quoted if words not in text] == []


@each_row
def test_article_gives_its_outlet_and_its_time(row: dict[str, Any]) -> None:
    read = article(row)
    assert read.outlet == row["outlet"]
    assert read.published is not None and read.published.value.startswith(row["published"].removesuffix("Z"))


def test_lineage_runs_back_in_time_to_one_origin() -> None:
    for row in ROWS:
        assert all(BY_ID[cited["to"]]["published"] < row["published"] for cited in row["cites"])
    assert [row["id"] for row in ROWS if not row["cites"]] == TRUTH["origins"]["who"]
    assert (TRUTH["origins"]["least"], TRUTH["origins"]["most"]) == (1, 1)


def test_mutation_quotes_both_sides() -> None:
    (mutated,) = [row for row in ROWS if row["mutation"]]
    assert mutated["mutation"]["kind"] == "hardened"
    assert mutated["mutation"]["from"] in article(BY_ID[mutated["mutation"]["parent"]]).text


@each_row
def test_reader_never_calls_the_meeting_itself_happened(row: dict[str, Any]) -> None:
    """Talk of the June meeting is never filed as the meeting: the promise that the project stands on."""
    reading = service.read_file(FOLDER / row["id"])
    labels = {standing.event: standing.label.value for claim in reading.claims for standing in claim.standings}
    for event in reading.events:
        around = reading.article.text[event.phrase.start : event.phrase.end + 20]
        if event.trigger.text.lower() in ("meeting", "meet") and "Lake Orrin" in around:
            assert labels.get(event.id) != "happened", event.phrase.text
