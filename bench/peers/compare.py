"""Our attributions beside a peer's: the same file, the same scorer, one core, one run.

    python bench/peers/compare.py FILE.jsonl SCORER.py [--first N] [--json]

FILE is a benchmark file of attributions and SCORER the benchmark's score_attribution.py. Each peer runs in an environment of its own, made
on first use beside this file from requirements/NAME.txt. Seconds are CPU seconds of one process, without loading.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

from environments import Peer, run_peer

import sayso
from sayso.bench.predict import predict
from sayso.bench.rows import read_rows

SHOWN = ("joint", "direct joint", "indirect joint", "mixed joint", "content partial")


def ours(source: Path, target: Path) -> dict[str, Any]:
    """Run the ordinary reader over a benchmark file."""
    rows = read_rows(source)
    sayso.read(rows[0]["text"][:500])
    begun = time.process_time()
    found = list(predict("attribution", rows))
    spent = time.process_time() - begun
    target.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
    return {"peer": "sayso", "cpu": round(spent, 2)}


def scores(scorer: Path, gold: Path, guesses: Path) -> dict[str, float]:
    """F1 in per cent by the benchmark's scorer."""
    command = [sys.executable, str(scorer), str(gold), str(guesses), "--json", "--boot", "1"]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return {name: round(100 * report[name]["f1"], 1) for name in SHOWN}


def main() -> None:
    """Run, score, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("file", type=Path)
    options.add_argument("scorer", type=Path)
    options.add_argument("--first", type=int, help="only this many articles")
    options.add_argument("--json", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        gold = Path(scratch) / "gold.jsonl"
        gold.write_text("".join(json.dumps(row) + "\n" for row in read_rows(given.file)[: given.first]), encoding="utf-8")
        found = []
        textacy = partial(run_peer, Peer("textacy", "textacy_quotations.py"))
        for name, run in (("sayso", ours), ("textacy", textacy)):
            guesses = Path(scratch) / f"{name}.jsonl"
            found.append(run(gold, guesses) | scores(given.scorer, gold, guesses))
    tokens = next(row["tokens"] for row in found if "tokens" in row)
    for row in found:
        row["tokens per CPU second"] = round(tokens / row["cpu"])
        print(json.dumps(row) if given.json else "  ".join(f"{key} {value}" for key, value in row.items()))


if __name__ == "__main__":
    main()
