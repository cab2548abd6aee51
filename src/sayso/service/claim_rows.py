"""Claims as rows for other programs: plain values for JSON, and the cells of a table for CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.ledger.base import Hit

COLUMNS = (
    "claim", "standing", "attitude", "who", "through", "about", "places", "types", "said", "happens", "outlet", "title", "url",
    "start", "end", "words", "confidence", "verdict", "corrected", "article",
)  # fmt: skip


def plain(hit: Hit) -> dict[str, Any]:
    """Return a claim as JSON's values, its id first."""
    values = (
        hit.claim, hit.standing, hit.attitude, list(hit.who), list(hit.through), list(hit.about), list(hit.places),
        [kind.value for kind in hit.types], hit.said, hit.happens, hit.outlet, hit.title, hit.url, hit.span.start, hit.span.end,
        hit.span.text, hit.confidence, hit.verdict, list(hit.corrected), hit.article,
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def csv_lines(hits: Iterable[Hit]) -> Iterator[str]:
    """Yield claims as lines of CSV (RFC 4180) with a line of names first; what is several stands behind semicolons in one cell."""
    yield _line(COLUMNS)
    for hit in hits:
        yield _line("; ".join(map(str, value)) if isinstance(value, list) else value for value in plain(hit).values())


def _line(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(["" if cell is None else cell for cell in cells])
    return out.getvalue()
