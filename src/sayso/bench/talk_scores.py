"""Score talk filed as happened: how often a meeting that is planned, hoped for or denied is taken for a meeting.

    python -m sayso.bench.talk_scores GOLD.jsonl PRED.jsonl

The first event of each gold passage is what its category is about (planned, hoped, rumoured, offered, conditional, denied, cancelled,
recalled, happened). An event is filed when the reader finds it: its trigger shares words with the gold one, or its phrase holds that and
its type is the same ("*held* talks"). Prints JSON: for each ``part``
of the gold file and ``all`` of it

* ``talk``: share of what is only talked of (all categories but recalled and happened) that is not filed as happened
* ``recalled``: share of the earlier events told as background that are not filed as happened on the day of publication
* ``happened``: share of true happenings that are found and filed as happened
* ``macro``: macro F1 of the standing of every marked event, given its place
* each category of talk: share not filed as happened
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sayso.bench.rows import Row, read_rows

HAPPENED, RECALLED = "happened", "recalled"


def filed(gold: Row, found: Sequence[Row]) -> Row | None:
    """The event that the reader found at a gold event's place, the one filed as happened first."""
    here = [event for event in found if event["start"] < gold["end"] and gold["start"] < event["end"]]
    here = here or [event for event in found if event["type"] == gold["type"] and _holds(event["phrase"], gold)]
    return min(here, key=lambda event: event["label"] != HAPPENED, default=None)


def _holds(phrase: Sequence[int], gold: Row) -> bool:
    return bool(phrase[0] <= gold["start"] and gold["end"] <= phrase[1])


def count(row: Row, guess: Row) -> Counter[str]:
    """Everything countable of one passage."""
    n: Counter[str] = Counter()
    category = row["category"]
    made = filed(row["events"][0], guess["found"])
    happened = made is not None and made["label"] == HAPPENED
    today = happened and made is not None and made["today"]
    right = happened if category == HAPPENED else not today if category == RECALLED else not happened
    for name in (category,) if category in (HAPPENED, RECALLED) else (category, "talk"):
        n.update({f"n {name}": 1, name: right})
    for gold, answer in zip(row["events"], guess["given"], strict=True):
        n.update({f"gold {gold['label']}": 1, f"guessed {answer['label']}": 1, f"right {gold['label']}": gold["label"] == answer["label"]})
    return n


def figures(n: Counter[str]) -> dict[str, float]:
    """The figures of some counts."""
    shares = {key[2:]: round(n[key[2:]] / n[key], 4) for key in sorted(n) if key.startswith("n ")}
    labels = [key[5:] for key in n if key.startswith("gold ")]
    f1 = [2 * n[f"right {label}"] / (n[f"gold {label}"] + n[f"guessed {label}"]) for label in labels]
    return {**shares, "macro": round(sum(f1) / max(len(f1), 1), 4)}


def score(gold: Sequence[Row], guessed: Sequence[Row]) -> dict[str, dict[str, float]]:
    """The figures by part, and of all."""
    by_id = {row["id"]: row for row in guessed}
    sums: dict[str, Counter[str]] = {}
    for row in gold:
        n = count(row, by_id[row["id"]])
        for name in ("all", row["part"]):
            sums.setdefault(name, Counter()).update(n)
    return {name: figures(n) for name, n in sorted(sums.items())}


if __name__ == "__main__":
    print(json.dumps(score(read_rows(Path(sys.argv[1])), read_rows(Path(sys.argv[2]))), indent=1))
