"""dateparser's dates (Scrapinghub; dateparser.search) in the benchmark's shape.

    python bench/peers/dateparser_times.py IN.jsonl OUT.jsonl

Runs in an environment of its own. A piece of a sentence is searched at a time, and what is found there is parsed again by itself: given
more, dateparser joins what does not belong together. What it takes for a date by mistake ("may", "sat", a bare number) is dropped.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import dateparser
from adapter import Timex, run
from dateparser.search import search_dates
from dateparser_values import prefers, trimmed, value

_PIECE = re.compile(r"(?:[^\n.;:?!()\"]|[.:](?=\S))+")
_ABBREVIATION = re.compile(r"(?<=\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\.|(?<=\bSept)\.")


def timexes(text: str, dct: str) -> list[Timex]:
    """The dates of a document, in order; each is looked for after the one before, since dateparser gives words without offsets."""
    base, shown, found = datetime.fromisoformat(dct), _ABBREVIATION.sub(" ", text), []
    for piece in _PIECE.finditer(shown):
        at = piece.start()
        for words, when in search_dates(piece.group(), languages=["en"], settings=_settings("past", base)) or ():
            start = shown.find(words, at, piece.end())
            if start < 0:
                continue
            at = start + len(words)
            left, kept = trimmed(words)
            alone = dateparser.parse(kept, languages=["en"], settings=_settings(prefers(kept), base)) if kept else None
            worth = value(kept, (alone or when).replace(tzinfo=None), base)
            if worth:
                found.append({"start": start + left, "end": start + left + len(kept), "type": worth[0], "value": worth[1]})
    return found


def _settings(preferred: str, base: datetime) -> Any:
    return {"RELATIVE_BASE": base, "PREFER_DATES_FROM": preferred}


if __name__ == "__main__":
    run("dateparser", timexes)
