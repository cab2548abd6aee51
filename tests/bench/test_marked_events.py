"""Passages with marked events: what is written is what is trained on and measured."""

import sys
from pathlib import Path

import pytest

TRAIN = Path(__file__).resolve().parents[2] / "bench" / "train"
sys.path.insert(0, str(TRAIN))

from brackets import MarkError  # noqa: E402  (its folder has to be on the path first)
from marked_events import passages, read_marked_events  # noqa: E402

PASSAGE = (
    "# e1 2025-05-12 talks\n[1a Orla] asked [2a+1r Thane] to [2t/CONSULT/planned meet] [2r her] after the [1t/ASSAULT/happened raid].\n"
)


def test_marks_become_events_of_the_plain_text() -> None:
    (row,) = passages(PASSAGE, "x")
    raid, meeting = row["events"]
    assert row["text"] == "Orla asked Thane to meet her after the raid."
    assert (row["text"][meeting["start"] : meeting["end"]], meeting["type"], meeting["label"]) == ("meet", "CONSULT", "planned")
    assert raid["recipient"] == meeting["actor"] == [[11, 16]]


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        pytest.param("# e1 2025-05-12 talks\n[1a Orla] left", r"event 1 has no \[1t/TYPE/standing", id="no trigger"),
        pytest.param("# e1 2025-05-12 talks\n[1t/MEET/planned met]", "expected a PLOVER type or OTHER", id="type"),
        pytest.param("# e1 2025-05-12 talks\n[1t/AID/maybe met]", "happened, planned, possible, denied", id="standing"),
        pytest.param("# e1 talks\nNothing.", "expected '# id date topic'", id="head"),
        pytest.param("# e1 2025-05-12 talks\n[1t/AID/planned a] [1t/AID/planned b]", "event 1 is named twice", id="twice"),
    ],
)
def test_wrong_marks_are_refused_with_a_word_on_what_is_wrong(marked: str, message: str) -> None:
    with pytest.raises(MarkError, match=message):
        list(passages(marked, "x"))


@pytest.mark.parametrize("path", sorted((TRAIN / "events").glob("*.txt")), ids=lambda path: path.name)
def test_our_own_events_are_well_marked(path: Path) -> None:
    rows = read_marked_events(path)
    assert len({row["id"] for row in rows}) == len(rows) >= 100
