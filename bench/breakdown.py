"""Attribution figures by publisher and by register, written into docs/model-card.md.

    SAYSO_BENCH=../shared/bench python bench/breakdown.py

By publisher: the benchmark's development articles, joint F1 of all attributions and by kind of quotation. By register: our own gold
passages, joint F1 and whole chains. The same reader, the same scorers as ``sayso bench score``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from sayso.bench.chain_scores import score
from sayso.bench.predict import predict
from sayso.bench.rows import read_rows
from sayso.bench.score import folder

ROOT = Path(__file__).resolve().parents[1]
CARD = ROOT / "docs" / "model-card.md"
START, END = "<!-- breakdown: written by bench/breakdown.py -->", "<!-- end of breakdown -->"
KINDS = ("joint", "direct joint", "indirect joint", "mixed joint")
Row = dict[str, Any]


def by_publisher(bench: Path) -> list[str]:
    """The lines of a table of joint F1 by publisher and kind of quotation."""
    rows = read_rows(bench / "attribution" / "polnear_dev.jsonl")
    guessed = {answer["id"]: answer for answer in predict("attribution", rows)}
    lines = ["| publisher | articles | all | direct | indirect | mixed |", "|---|---|---|---|---|---|"]
    for name in sorted({row["publisher"] for row in rows}):
        own = [row for row in rows if row["publisher"] == name]
        got = scored(bench / "attribution" / "score_attribution.py", own, [guessed[row["id"]] for row in own])
        lines.append(f"| {name} | {len(own)} | " + " | ".join(f"{100 * got[kind]['f1']:.1f}" for kind in KINDS) + " |")
    return lines


def by_register() -> list[str]:
    """The lines of a table of joint F1 and whole chains of our own gold passages."""
    rows = read_rows(ROOT / "tests" / "gates" / "chains.jsonl")
    got = score(rows, list(predict("chains", rows)))
    heads = ("register", "attributions", "joint, seen", "joint, unseen", "whole chain, seen", "whole chain, unseen")
    lines = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    none = {"joint": None, "chain": None, "gold": 0}
    for name in sorted({row["register"] for row in rows}):
        seen, unseen = (got.get(f"{part} {name}", none) for part in ("seen", "unseen"))
        cells = [seen["joint"], unseen["joint"], seen["chain"], unseen["chain"]]
        shown = " | ".join("-" if cell is None else f"{100 * cell:.0f}" for cell in cells)
        lines.append(f"| {name} | {seen['gold']} + {unseen['gold']} | {shown} |")
    return lines


def scored(scorer: Path, gold: list[Row], guessed: list[Row]) -> Row:
    """What the benchmark's scorer says of these articles."""
    with tempfile.TemporaryDirectory() as scratch:
        paths = [Path(scratch) / name for name in ("gold.jsonl", "pred.jsonl")]
        for path, rows in zip(paths, (gold, guessed), strict=True):
            path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, str(scorer), *map(str, paths), "--json", "--boot", "1"]
        found: Row = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        return found


def main() -> None:
    """Measure and write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, help="the benchmark's folder; otherwise SAYSO_BENCH")
    bench = folder(options.parse_args().data)
    before, _, rest = CARD.read_text(encoding="utf-8").partition(START)
    block = "\n".join([*by_publisher(bench), "", *by_register()])
    CARD.write_text(f"{before}{START}\n{block}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
