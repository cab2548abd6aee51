"""Our times beside the peers': the same file, the same scorer, one core, one run.

    python bench/peers/compare_times.py FILE.jsonl SCORER.py [--peer NAME] [--first N] [--json]

FILE is a benchmark file of time expressions and SCORER the benchmark's score_time.py. Each peer runs in an environment of its own, made on
first use beside this file from requirements/NAME.txt; one that does not install or run here is reported as such. Seconds are CPU seconds,
without loading; of the peers only HeidelTime tags parts of speech, so ours are given twice: with the parse that every other step of the
reader shares, and for the times alone.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from environments import Peer, PeerMissing, run_peer

from sayso.bench.rows import Row, article, read_rows
from sayso.language.parse import parser
from sayso.reading.times import times

SHOWN = ("value_f1", "relaxed_f1", "strict_f1")
PEERS = {
    "heideltime": Peer("heideltime", "heideltime_times.py", programs=("java", "perl")),
    "recognizers": Peer("recognizers", "recognizers_times.py"),
    "dateparser": Peer("dateparser", "dateparser_times.py"),
    "timexy": Peer("timexy", "timexy_times.py"),
}


def ours(rows: list[Row], target: Path) -> tuple[dict[str, Any], int]:
    """Read the times of a benchmark file; return what it took, and how many tokens there were."""
    times(parser().parse(rows[0]["text"][:500]), None)
    found, tokens, alone, begun = [], 0, 0.0, time.process_time()
    for row in rows:
        read = article({"text": row["text"], "dct": row.get("dct")})
        parse = parser().parse(read.text)
        parsed = time.process_time()
        expressions = times(parse, read.published)
        alone += time.process_time() - parsed
        tokens += len(parse.tokens)
        shown = [{"start": t.span.start, "end": t.span.end, "type": t.type.value, "value": t.value or ""} for t in expressions]
        found.append(json.dumps({"id": row["id"], "timexes": shown}))
    spent = time.process_time() - begun
    target.write_text("\n".join(found) + "\n", encoding="utf-8")
    return {"peer": "sayso", "cpu": round(spent, 2), "cpu of the times alone": round(alone, 2)}, tokens


def scores(scorer: Path, gold: Path, guesses: Path) -> dict[str, float]:
    """F1 in per cent by the benchmark's scorer."""
    command = [sys.executable, str(scorer), str(gold), str(guesses), "--json", "--bootstrap", "0"]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return {name: round(report[name], 1) for name in SHOWN}


def theirs(name: str, scorer: Path, gold: Path, scratch: Path) -> dict[str, Any]:
    """Run a peer and score it; where it cannot run here, say why."""
    guesses = scratch / f"{name}.jsonl"
    try:
        return run_peer(PEERS[name], gold, guesses) | scores(scorer, gold, guesses)
    except PeerMissing as reason:
        return {"peer": name, "not installed": str(reason)}


def main() -> None:
    """Run, score, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("file", type=Path)
    options.add_argument("scorer", type=Path)
    options.add_argument("--peer", action="append", choices=PEERS, help="only this peer (may be given again); all of them without it")
    options.add_argument("--first", type=int, help="only this many articles")
    options.add_argument("--json", action="store_true", help="one JSON object a line")
    given = options.parse_args()
    rows = read_rows(given.file)[: given.first]
    with tempfile.TemporaryDirectory() as folder:
        gold, mine = (Path(folder) / name for name in ("gold.jsonl", "sayso.jsonl"))
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        answer, tokens = ours(rows, mine)
        show(answer | scores(given.scorer, gold, mine), tokens, as_json=given.json)
        for name in given.peer or PEERS:
            show(theirs(name, given.scorer, gold, Path(folder)), tokens, as_json=given.json)


def show(row: dict[str, Any], tokens: int, *, as_json: bool) -> None:
    """Print one reader's line: with the speed, if it ran, in the tokens that our parser counts."""
    if "cpu" in row:
        row = row | {"tokens per CPU second": round(tokens / row["cpu"])}
    print(json.dumps(row) if as_json else "  ".join(f"{key} {value}" for key, value in row.items()), flush=True)


if __name__ == "__main__":
    main()
