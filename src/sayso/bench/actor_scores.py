"""Score our own cases of actors: which country and sector a phrase stands for, and who held the office it names.

    python -m sayso.bench.actor_scores GOLD.jsonl PRED.jsonl

Counted as the benchmark's own scorer counts: over the rows that expect a field, an expected "" (none) being an answer. Prints JSON: for
each ``part`` and ``about`` of the gold file, and ``all`` of it, the shares of ``country``, ``code_1``, ``both`` and ``holder`` that
are right.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sayso.bench.rows import Row, read_rows

_UMLAUT, _DOUBLED = re.compile("([aou])e"), re.compile(r"(\w)\1")
ASKED = {"country": ("country",), "code_1": ("code_1",), "both": ("country", "code_1"), "holder": ("holder",)}


def score(gold: Sequence[Row], guessed: Sequence[Row]) -> dict[str, dict[str, float]]:
    """Return the shares that are right by part, by what the cases are about, and of all."""
    by_id = {row["id"]: row for row in guessed}
    sums: dict[str, Counter[str]] = {}
    for row in gold:
        found = count(row, by_id.get(row["id"], {}))
        for name in ("all", row["part"], row["about"], f"{row['part']} {row['about']}"):
            sums.setdefault(name, Counter()).update(found)
    return {name: figures(n) for name, n in sorted(sums.items())}


def count(row: Row, guess: Row) -> Counter[str]:
    """Return what is asked of one case and what is right in its guess."""
    n: Counter[str] = Counter()
    for name, fields in ASKED.items():
        if all(field in row["expect"] for field in fields):
            n.update({f"{name} asked": 1, name: all(right(row["expect"][field], guess.get(field)) for field in fields)})
    return n


def right(wanted: str, given: str | None) -> bool:
    """Say whether an answer is the one wanted; names may be spelled in other ways, and first names be initials or fewer.

    >>> right("Rafael Grossi", "Rafael Mariano Grossi"), right("Gerhard Schröder", "G. Schroeder"), right("KOR", "PRK"), right("", None)
    (True, True, False, True)
    """
    one, other = _words(wanted), _words(given or "")
    if len(one) < 2 or len(other) < 2:
        return one == other
    fewer, more = sorted((one, other), key=len)
    return all(any(a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)) for b in more) for a in fewer)


def figures(n: Counter[str]) -> dict[str, float]:
    """Return the shares of some counts, and how many cases there are; 0 where nothing is asked."""
    shares = {name: round(n[name] / n[f"{name} asked"], 4) if n[f"{name} asked"] else 0.0 for name in ASKED}
    return {**shares, "cases": max(n[f"{name} asked"] for name in ASKED)}


def _words(text: str) -> list[str]:
    flat = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    return [_DOUBLED.sub(r"\1", word) for word in _UMLAUT.sub(r"\1", flat).replace("-", " ").replace(".", "").split()]


if __name__ == "__main__":
    print(json.dumps(score(read_rows(Path(sys.argv[1])), read_rows(Path(sys.argv[2]))), indent=1))
