"""JSONL: a document a line, and a failure with its number for a line that is none."""

import json

import pytest

from sayso.errors import Why
from sayso.intake.incoming import Failed, Incoming
from tests.intake.made import opened


def test_items_carry_what_their_line_declares() -> None:
    row = {"text": "Yes.", "url": "https://a.example", "outlet": "A", "title": "T", "published": "2025-10-18", "more": 1}
    declared = {key: str(row[key]) for key in ("url", "outlet", "title", "published")}
    assert opened(json.dumps(row).encode(), "a.jsonl") == [Incoming(b"Yes.", "a.jsonl line 1", **declared)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param(b"{", "not JSON", id="broken JSON"),
        pytest.param(b"[1]", "is list", id="an array"),
        pytest.param(b"{}", 'no words under "text"', id="no text"),
        pytest.param(b'{"text": "  "}', 'no words under "text"', id="blanks"),
        pytest.param(b'{"text": 7}', 'no words under "text"', id="a number for a text"),
        pytest.param(b'{"text": "a", "published": 20251018}', 'under "published"', id="a number for a date"),
        pytest.param(b'{"text": "\xff"}', "not JSON", id="bytes that are not UTF-8"),
        pytest.param(b'{"a":' * 50_000, "not JSON", id="nested too deep"),
    ],
)
def test_items_of_a_bad_line_is_one_failure_with_its_number(line: bytes, reason: str) -> None:
    first, second, third = opened(b'{"text": "one"}\n' + line + b'\n\n{"text": "three"}', "a.jsonl")
    assert isinstance(first, Incoming) and isinstance(third, Incoming) and isinstance(second, Failed)
    assert (second.origin, second.why, third.origin) == ("a.jsonl line 2", Why.MALFORMED, "a.jsonl line 4")
    assert reason in second.reason
    assert second.data == line


def test_items_of_a_line_without_end_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.intake import jsonl, streams

    monkeypatch.setattr(jsonl, "lines", lambda stream: streams.lines(stream, 1_000))
    found = opened(b'{"text": "one"}\n{"text": "' + b"x" * 500_000 + b'"}\n{"text": "three"}\n', "a.jsonl")
    assert [type(item) for item in found] == [Incoming, Failed, Incoming]


def test_items_take_a_lone_surrogate_for_a_question_mark() -> None:
    (item,) = opened(b'{"text": "a \\ud800 b"}', "a.jsonl")
    assert isinstance(item, Incoming)
    assert item.data == b"a ? b"
