"""Score false alarms: how many sentences in which nothing of PLOVER's kinds happens are left alone, and how many others are heard.

    python -m sayso.bench.alarm_scores GOLD.jsonl PRED.jsonl

Gold rows hold ``quad``: 0 where there is no event, else the quad class of the one there is. Prints JSON: ``quiet`` (share of neutral
sentences in which no event is filed), ``heard`` (share of the others in which one is), ``quad`` (share of the others in which one of the
right class is).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from sayso.bench.rows import Row, read_rows

QUADS = (
    "AGREE CONSULT SUPPORT CONCEDE",
    "COOPERATE AID RETREAT",
    "REQUEST ACCUSE REJECT THREATEN",
    "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
)


def score(gold: Sequence[Row], guessed: Sequence[Row]) -> dict[str, float]:
    """The figures of some sentences."""
    quads = {kind: number for number, kinds in enumerate(QUADS, 1) for kind in kinds.split()}
    filed = {row["id"]: {quads[event["plover"]] for event in row["events"]} for row in guessed}
    neutral = [not filed[row["id"]] for row in gold if row["quad"] == 0]
    others = [(row["quad"], filed[row["id"]]) for row in gold if row["quad"]]
    return {
        "quiet": round(sum(neutral) / max(len(neutral), 1), 4),
        "heard": round(sum(bool(found) for _, found in others) / max(len(others), 1), 4),
        "quad": round(sum(quad in found for quad, found in others) / max(len(others), 1), 4),
    }


if __name__ == "__main__":
    print(json.dumps(score(read_rows(Path(sys.argv[1])), read_rows(Path(sys.argv[2]))), indent=1))
