"""How fast a ledger answers: fills one with claims nobody made, asks the ten typical queries, and prints the times.

    python bench/search.py                     # a million claims in SQLite; fills build/search-1000000.sayso once, and asks it
    python bench/search.py --claims 100000 --runs 20

Each query is asked ``--runs`` times with words that differ (names, words and days of the invented world), after one round that warms the
caches; p50 and p95 are over all questions, in milliseconds of the clock and of the processor: on a machine that does other things as well,
the second tells what the first would be alone.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from random import Random

from sayso.bench.made_up import readings
from sayso.ledger.base import Sort, View
from sayso.ledger.doors import open_view, open_writer
from sayso.model.document import Document
from sayso.model.reading import Reading

CLAIMS_OF_ARTICLE, BATCH, GOAL = 10, 500, 150.0
Words = Callable[[Random, Reading], str]


def _word(chance: Random, reading: Reading) -> str:
    return chance.choice(chance.choice(reading.claims).proposition.text.split(" over ")[1].split())


def _voice(chance: Random, reading: Reading) -> str:
    return chance.choice(reading.attributions).source.actor.name if reading.attributions else "nobody"


def _state(chance: Random, reading: Reading) -> str:
    return chance.choice(reading.mentions).actor.name


def _day(chance: Random, reading: Reading) -> str:
    return (reading.article.published.value if reading.article.published else "2025")[:10]


QUERIES: dict[str, tuple[Words, Sort]] = {
    "one word": (_word, Sort.TIME),
    "two words, the best first": (lambda c, r: f"{_word(c, r)} {_state(c, r)}", Sort.RELEVANCE),
    "a phrase": (lambda c, r: f'"{" ".join(c.choice(r.claims).proposition.text.split()[:3])}"', Sort.TIME),
    "who says it": (lambda c, r: f'who:"{_voice(c, r)}"', Sort.TIME),
    "who denies it since a day": (lambda c, r: f"about:{_state(c, r)} standing:denied said:{_day(c, r)}..", Sort.TIME),
    "through an outlet, on a day": (lambda c, r: f'through:"{r.article.outlet}" said:{_day(c, r)}', Sort.TIME),
    "what is expected in a month": (lambda c, r: f"standing:planned,possible happens:{_day(c, r)[:7]}", Sort.TIME),
    "meetings of a state, at a place": (lambda c, r: f"type:CONSULT about:{_state(c, r)} place:{c.choice(r.events).place.text}", Sort.TIME),  # type: ignore[union-attr]
    "warnings, but not of one outlet": (lambda c, r: f'attitude:warns -outlet:"{r.article.outlet}" {_state(c, r)}', Sort.TIME),
    "everything, a year back": (lambda c, r: f"said:..{int(_day(c, r)[:4])}", Sort.TIME),
}


def fill(path: Path, claims: int) -> None:
    """Make a ledger of this many claims, unless it is there."""
    whole = path.with_suffix(".part")
    if path.exists():
        return
    whole.parent.mkdir(parents=True, exist_ok=True)
    whole.unlink(missing_ok=True)
    started, made = time.perf_counter(), readings(claims // CLAIMS_OF_ARTICLE, claims=CLAIMS_OF_ARTICLE)
    with closing(open_writer(whole)) as writer:
        for batch in iter(lambda: list(islice(made, BATCH)), []):
            with writer.batch():
                for reading in sorted(batch, key=lambda reading: str(reading.article.published)):  # as news comes: in order of time
                    raw = reading.article.text.encode()
                    document = Document.of(raw, place="made up", first_seen="2026-01-01T00:00:00+00:00", url=reading.article.url)
                    writer.see(raw, document)
                    writer.read(document.id, reading)
            if sys.stderr.isatty():
                print(f"\r{time.perf_counter() - started:.0f} s", end="", file=sys.stderr)
    whole.rename(path)
    print(f"filled with {claims} claims in {time.perf_counter() - started:.0f} s")


def questions(claims: int, runs: int) -> Iterator[tuple[str, str, Sort]]:
    """Yield the questions: what kind of query, its words, and the order to answer in."""
    chance, known = Random("questions"), list(readings(min(claims // CLAIMS_OF_ARTICLE, 200), claims=CLAIMS_OF_ARTICLE))
    for _ in range(runs):
        for name, (words, sort) in QUERIES.items():
            yield name, words(chance, chance.choice(known)), sort


Asked = tuple[float, float, int]  # milliseconds of the clock and of the processor, and how many hits


def ask(view: View, claims: int, runs: int) -> dict[str, list[Asked]]:
    """Return what every question took and found, by kind."""
    times: dict[str, list[Asked]] = {name: [] for name in QUERIES}
    for _, query, sort in questions(claims, 1):
        view.find(query, sort=sort)
    for name, query, sort in questions(claims, runs):
        clock, processor = time.perf_counter(), time.process_time()
        found = view.find(query, sort=sort)
        times[name].append((1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - processor), len(found)))
    return times


def percentile(values: list[float], share: float) -> float:
    """The value that this share of the values does not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main() -> None:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--store", help="another file to fill and ask")
    options = parser.parse_args()
    path = Path(options.store or f"build/search-{options.claims}.sayso")
    fill(path, options.claims)
    with closing(open_view(path)) as view:
        times = ask(view, options.claims, options.runs)
        print(f"{view.counts().claims} claims, {path.stat().st_size / 1e6:.0f} MB")
    print(f"{'query':34} {'p50 ms':>8} {'p95 ms':>8} {'cpu p50':>8} {'cpu p95':>8} {'hits':>6}")
    for name, rows in times.items():
        print(line(name, rows))
    every = [row for rows in times.values() for row in rows]
    print(line("all ten", every), f"  goal: p95 <= {GOAL:.0f} ms")


def line(name: str, rows: list[Asked]) -> str:
    """One line of the table."""
    clock, processor, hits = zip(*rows, strict=True)
    figures = (
        percentile(list(clock), 0.5),
        percentile(list(clock), 0.95),
        percentile(list(processor), 0.5),
        percentile(list(processor), 0.95),
    )
    return f"{name:34} " + " ".join(f"{figure:8.1f}" for figure in figures) + f" {sum(hits) / len(hits):6.1f}"


if __name__ == "__main__":
    main()
