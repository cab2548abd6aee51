"""JSONL: one document a line, as an object with ``text`` and perhaps ``url``, ``outlet``, ``title`` and ``published``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sayso.errors import UnreadableError, Why
from sayso.intake.incoming import Failed, Incoming
from sayso.intake.streams import Stream, lines

OPTIONAL = ("url", "outlet", "title", "published")
EXPECTED = 'expected an object such as {"text": "...", "url": "...", "outlet": "...", "published": "2025-10-18"}'


def items(stream: Stream, origin: str) -> Iterator[Incoming | Failed]:
    """Yield a document for each line; a line that is none is one failure with its number."""
    for number, line in enumerate(lines(stream), start=1):
        where = f"{origin} line {number}"
        if line is None:
            yield Failed(where, Why.TOO_LARGE, f"{where} is longer than one document may be (50 MiB)")
        elif line.strip():
            try:
                yield _document(_loaded(line, where), where)
            except UnreadableError as error:
                yield Failed.of(where, error, line)


def _loaded(line: bytes, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{where} is not JSON ({error}), {EXPECTED}", why=Why.MALFORMED) from error
    if not isinstance(row, dict):
        raise UnreadableError(f"{where} is {type(row).__name__}, {EXPECTED}", why=Why.MALFORMED)
    return row


def _document(row: dict[str, Any], where: str) -> Incoming:
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UnreadableError(f'{where} has no words under "text", {EXPECTED}', why=Why.MALFORMED)
    wrong = next((key for key in OPTIONAL if not isinstance(row.get(key), str | None)), None)
    if wrong:
        raise UnreadableError(f'{where} has {row[wrong]!r:.80} under "{wrong}", {EXPECTED}', why=Why.MALFORMED)
    declared = {key: row.get(key) or None for key in OPTIONAL}
    return Incoming(text.encode("utf-8", "replace"), where, **declared)
