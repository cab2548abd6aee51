"""How fast the reader is: tokens a CPU second of the whole reader, of the bare parse, and their ratio in one run.

    python bench/speed.py [FILE.jsonl | FILE ...] [--rounds 3] [--json]

Files are articles, or JSONL rows with a "text"; without any, the example family is read, repeated. The bare parse is spaCy's small pipeline
over the same articles, whole, in one ``pipe``; each round runs both, in turn, and the median of the ratios counts.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import sayso
from sayso.language.encoder.network import encoder
from sayso.language.parse import load_pipeline

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def texts(paths: list[Path]) -> list[str]:
    """Return the texts of the files named, or of the example family when none is."""
    found: list[str] = []
    for path in paths or [*sorted(EXAMPLES.glob("*.txt"))] * 5:
        words = path.read_text(encoding="utf-8")
        found += [json.loads(line)["text"] for line in words.splitlines()] if path.suffix == ".jsonl" else [words]
    return found


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds that ``work`` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--json", action="store_true")
    given = options.parse_args()
    articles = texts(given.files)
    pipeline, _ = load_pipeline()
    tokens = sum(len(doc) for doc in pipeline.pipe(articles))  # also warms the pipeline
    for article in articles[:3]:
        sayso.read(article)
    rounds = []
    for _ in range(given.rounds):
        bare = cpu(lambda: [len(doc) for doc in pipeline.pipe(articles)])
        encoder().forget()  # what it has read before would cost nothing
        whole = cpu(lambda: [sayso.read(article) for article in articles])
        rounds.append((whole / bare, tokens / whole, tokens / bare))
    ratio, reader, parse = (statistics.median(column) for column in zip(*rounds, strict=True))
    if given.json:
        print(json.dumps({"tokens": tokens, "reader": round(reader), "parse": round(parse), "ratio": round(ratio, 3)}))
    else:
        print(f"{tokens} tokens in {len(articles)} articles, median of {given.rounds} rounds, per CPU second")
        print(f"whole reader {reader:8.0f}\nbare parse   {parse:8.0f}\nratio        {ratio:8.2f}  (times the cost of the bare parse)")


if __name__ == "__main__":
    main()
