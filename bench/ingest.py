"""How fast `sayso add` is: documents a second with one worker and with two, beside the bare reader, in one run.

    python bench/ingest.py [--files 2000] [--rounds 1] [--json]

The files are invented: the example family's texts, four at a time, with names of their own in every file, so that no paragraph is
read twice. A rate counts from the first batch that is written to the last, without the seconds in which the models are loaded, which
are printed. CPU seconds a document are those of the process that keeps and writes, and of those that read; they hold on a busy machine.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import sayso
from sayso.language.encoder.network import encoder
from sayso.service.ledger import Ledger
from sayso.service.outcomes import Outcome, What

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
NAMES = ("Danek", "Thane", "Brod", "Amsel", "Orrin", "Alder", "Valdor")
WARM = 8  # documents that the bare reader reads before its time is taken


@dataclass(frozen=True, slots=True)
class Rate:
    """Documents a second, seconds before the first was written, and CPU seconds a document in the writing and the reading processes."""

    rate: float
    start: float
    writing: float
    reading: float


def article(number: int) -> str:
    """Return the text of the n-th invented article."""
    chance = random.Random(number)
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("[0-9]*.txt"))]
    text = "\n\n".join(chance.sample(texts, 4))
    for name in NAMES:
        text = text.replace(name, "".join(chance.choice("bdklmnrstv") + chance.choice("aeio") for _ in range(3)).capitalize())
    return text


def files(folder: Path, count: int) -> list[Path]:
    """Write so many articles into a folder."""
    paths = [folder / f"{number:06}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(article(number), encoding="utf-8")
    return paths


def bare(paths: list[Path]) -> Rate:
    """Read files one after the other and keep nothing."""
    for path in paths[:WARM]:
        sayso.read_file(path)
    encoder().forget()
    start, cpu = time.monotonic(), time.process_time()
    for path in paths:
        sayso.read_file(path)
    return Rate(len(paths) / (time.monotonic() - start), 0.0, 0.0, (time.process_time() - cpu) / len(paths))


def added(folder: Path, count: int, workers: int) -> Rate:
    """Add a folder to a new ledger."""
    told: list[float] = []

    def tell(outcome: Outcome) -> None:
        if outcome.what is What.READ:
            told.append(time.monotonic())

    with tempfile.TemporaryDirectory() as place, Ledger(Path(place) / "news.sayso") as ledger:
        start, cpu, below = time.monotonic(), time.process_time(), _below()
        ledger.add(folder, workers=workers, tell=tell)
        writing, reading = time.process_time() - cpu, _below() - below
    first = told.count(told[0])
    if first == len(told) != 1 or len(told) != count:
        raise SystemExit(f"{len(told)} of {count} files were read; expected all, in more than one batch")
    after = sum(1 for moment in told if moment > told[0] + 0.05)
    return Rate(after / (told[-1] - told[0]), told[0] - start, writing / count, reading / count)


def _below() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def rounds(count: int, folder: Path, times: int) -> Iterator[dict[str, Rate]]:
    """Yield one measurement of all three after the other."""
    paths = files(folder, count)
    for _ in range(times):
        yield {"bare reader": bare(paths), "1 worker": added(folder, count, 1), "2 workers": added(folder, count, 2)}


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--files", type=int, default=2_000)
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument("--json", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured = list(rounds(given.files, Path(folder), given.rounds))
    one = statistics.median(row["1 worker"].rate / row["bare reader"].rate for row in measured)
    two = statistics.median(row["2 workers"].rate / row["1 worker"].rate for row in measured)
    for row in measured:
        for name, rate in row.items():
            print(
                json.dumps({"way": name, **asdict(rate)})
                if given.json
                else f"{name:12} {rate.rate:7.2f} documents/s   starts in {rate.start:5.1f} s   "
                f"CPU a document: {1000 * rate.writing:6.1f} ms writing, {1000 * rate.reading:6.1f} ms reading"
            )
    print(f"{given.files} files: one worker is {one:.2f} of the bare reader (goal .85), two are {two:.2f} times one (goal 1.8)")


if __name__ == "__main__":
    main()
