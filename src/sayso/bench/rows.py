"""Rows of benchmark files: JSON objects, one a line, and the articles they hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from sayso.errors import UsageError
from sayso.model.article import Article
from sayso.model.moment import Moment
from sayso.model.span import Span

Row = dict[str, Any]
Task = Callable[[Row], Row]


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a JSONL file; raise UsageError naming the line that is none, or the file that is not there."""
    if not path.is_file():
        raise UsageError(f"{path} is not a file; expected a benchmark file with one JSON object a line")
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        try:
            if line.strip():
                rows.append(json.loads(line))
        except json.JSONDecodeError as error:
            raise UsageError(f"{path}, line {number} is not JSON ({error}); expected one object a line") from error
    return rows


def article(row: Row) -> Article:
    """Return the article of a row, published when its ``published``, ``dct`` or ``date`` says."""
    published = moment(row.get("published") or row.get("dct") or row.get("date"))
    return Article.of(row["text"], title=row.get("title"), outlet=row.get("outlet") or row.get("publisher"), published=published)


def moment(date: str | None) -> Moment | None:
    """Return the moment of a date written as 2025-10-18 or 20251018; None for none, and for what is no date ("Today")."""
    written = date or ""
    try:
        return Moment.parse(f"{written[:4]}-{written[4:6]}-{written[6:8]}" if written[:8].isdigit() else written)
    except UsageError:
        return None


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as ``[start, end]`` pairs."""
    return [[span.start, span.end] for span in spans]


def given_spans(row: Row) -> list[Span]:
    """Return the spans of the events that a row gives."""
    return [Span.cut(row["text"], event["start"], event["end"]) for event in row["events"]]


def held(rows: Sequence[Row]) -> list[Row]:
    """Return what no learned part was trained on of a training file's sentences with events: a fifth, those of one group together.

    ``bench/train/train.py`` holds the same ones out.
    """
    return [row for number, row in enumerate(rows) if is_held(row, number)]


def is_held(row: Row, number: int) -> bool:
    """Say whether the row of this number in its file is one of those."""
    return int(row["group"]) % 5 == 0 if "group" in row else number % 5 == 2
