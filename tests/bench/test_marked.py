"""Marked passages: what is written is what is trained on."""

import sys
from pathlib import Path

import pytest

TRAIN = Path(__file__).resolve().parents[2] / "bench" / "train"
sys.path.insert(0, str(TRAIN))

from brackets import MarkError  # noqa: E402  (its folder has to be on the path first)
from marked import passages, read_marked  # noqa: E402  (its folder has to be on the path first)

PASSAGE = """# w1 wire
[1s Two aides] [1c told] the Globe [1x that [2s Lee] [2c/denies denied] [2x it]].
---
1 Two aides: anonymous; 2 > the Globe: outlet
"""


def test_marks_become_spans_of_the_plain_text() -> None:
    (row,) = passages(PASSAGE, "x")
    assert row["text"] == "Two aides told the Globe that Lee denied it."
    outer, inner = row["attributions"]
    assert [row["text"][a:b] for a, b in outer["content"]] == ["that Lee denied it"]
    assert (inner["attitude"], inner["source"]) == ("denies", [[30, 33]])
    assert [link["kind"] for link in outer["chain"]] == ["anonymous", "outlet"]
    assert outer["chain"][0]["count"] == [2, 2]


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        pytest.param("# a wire\n[1s He said", r"mark '\[1s' is never closed", id="open"),
        pytest.param("# a wire\n[1s He] [1c/swears swore] [1x it]", "attitude 'swears' is none of", id="attitude"),
        pytest.param("# a wire\n[1x it]", "neither source nor cue", id="content alone"),
        pytest.param("# a wire\n[1s He] [1c said]", "no content and is not 'declines'", id="no content"),
        pytest.param("# a wire\n[1s He] [1c said] [1x it]\n---\n1 She: person", "'She' does not stand in the passage", id="chain"),
        pytest.param("# a wire\n[1s He] [1c said] [1x it]\n---\n1 He: hero", "kind 'hero'", id="kind"),
        pytest.param("no head", "expected '# id register'", id="head"),
    ],
)
def test_wrong_marks_are_refused_with_a_word_on_what_is_wrong(marked: str, message: str) -> None:
    with pytest.raises(MarkError, match=message):
        list(passages(marked, "x"))


@pytest.mark.parametrize("path", sorted((TRAIN / "passages").glob("*.txt")), ids=lambda path: path.name)
def test_our_own_passages_are_well_marked(path: Path) -> None:
    rows = read_marked(path)
    assert len({row["id"] for row in rows}) == len(rows) >= 40
