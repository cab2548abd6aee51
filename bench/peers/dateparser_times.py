"""dateparser's dates (Scrapinghub; dateparser.search) in the benchmark's shape.

    python bench/peers/dateparser_times.py IN.jsonl OUT.jsonl

Runs in an environment of its own (bench/peers/times-requirements.txt). Relative words count from the document's date; a value is as fine as
the words that dateparser found name one. Prints what it took, as JSON.
"""

from __future__ import annotations

import json
import re
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from dateparser.search import search_dates

_DAY = re.compile(r"\d{1,2}(?!\d)|day|ago|morrow|weeks?", re.IGNORECASE)
_MONTH = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|month", re.IGNORECASE)
_CLOCK = re.compile(r"\d:\d\d|\d\s?[ap]\.?m", re.IGNORECASE)


def timexes(text: str, dct: str) -> list[dict[str, Any]]:
    """The dates of a document, in order; each is looked for after the one before, since dateparser gives words without offsets."""
    settings = {"RELATIVE_BASE": datetime.fromisoformat(dct[:10]), "PREFER_DATES_FROM": "past"}
    found, at = [], 0
    for words, when in search_dates(text, languages=["en"], settings=settings) or ():
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            kind, value = _value(words, when)
            found.append({"start": start, "end": at, "type": kind, "value": value})
    return found


def _value(words: str, when: datetime) -> tuple[str, str]:
    if _CLOCK.search(words):
        return "TIME", when.strftime("%Y-%m-%dT%H:%M")
    if _DAY.search(words):
        return "DATE", when.strftime("%Y-%m-%d")
    return "DATE", when.strftime("%Y-%m" if _MONTH.search(words) else "%Y")


def main() -> None:
    """Read a benchmark file and write what is found."""
    source, target = map(Path, sys.argv[1:3])
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").split("\n") if line.strip()]
    search_dates("It began on 3 May 2019.", languages=["en"])
    begun = time.process_time()
    out = [json.dumps({"id": row["id"], "timexes": timexes(row["text"], row["dct"])}) for row in rows]
    spent = time.process_time() - begun
    target.write_text("\n".join(out) + "\n", encoding="utf-8")
    print(json.dumps({"peer": "dateparser", "cpu": round(spent, 2)}))


if __name__ == "__main__":
    main()
