"""Recognizers-Text's dates and times (Microsoft; ms_recognizers_date_time) in the benchmark's shape.

    python bench/peers/recognizers_times.py IN.jsonl OUT.jsonl

Runs in an environment of its own, with the releases of 2024: the older package recognizers-text needs an emoji below 1, and misses what
these find. A line is read at a time; what the model takes for a time by mistake ("may", "one") is dropped.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from adapter import Timex, run
from ms_recognizers_date_time import DateTimeOptions, DateTimeRecognizer
from recognizers_values import mistaken, value

_LINE = re.compile(r"[^\n]+")
_MODEL: Any = DateTimeRecognizer("en-us", DateTimeOptions.NONE).get_datetime_model()


def timexes(text: str, dct: str) -> list[Timex]:
    """The expressions of a document, in order, counted from its date; the ends that the model gives are of the last character."""
    published = date.fromisoformat(dct)
    reference = datetime(published.year, published.month, published.day)
    found = []
    for line in _LINE.finditer(text):
        for result in _MODEL.parse(line.group(), reference):
            start, end = line.start() + result.start, line.start() + result.end + 1
            if mistaken(text[start:end]):
                continue
            readings = (result.resolution or {}).get("values") or []
            kind, worth = value(text[start:end], result.type_name.rpartition(".")[2], readings, published)
            found.append({"start": start, "end": end, "type": kind, "value": worth})
    return found


if __name__ == "__main__":
    run("recognizers-text", timexes)
