"""Add files of marked passages with their chains to tests/gates/chains.jsonl (the form is told in bench/train/marked.py).

    python bench/gold_chains.py FILE.txt ...

A passage replaces the one of the same id. A third of them is the "unseen" part: nobody looks at it while working on the reader. Which
that are, the digest of a passage's id decides; those of some writers belong to one part as a whole. What patterns each passage shows is
told from its marks (``bench/patterns.py``); a test counts them.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "bench" / "train")]

from marked import read_marked  # noqa: E402  (its folder has to be on the path first)
from patterns import patterns  # noqa: E402

from sayso.language.parse import parser  # noqa: E402

LOOKED_AT = {"gb08", "gb13", "gb17"}  # printed once by mistake: no longer unseen


def part(name: str) -> str:
    """The part a passage belongs to, by its id."""
    if name in LOOKED_AT or name.startswith("gs"):  # "gs": by those who work on the reader, while they did
        return "seen"
    if name.startswith("gx"):  # by the same, written in one go and closed
        return "unseen"
    return by_digest(name)


def by_digest(name: str) -> str:
    """The part that the digest of an id decides: a third is unseen."""
    return "unseen" if hashlib.sha256(name.encode()).digest()[0] % 3 == 0 else "seen"


def main() -> None:
    """Read, split, add, write."""
    rows = [row for path in sys.argv[1:] for row in read_marked(Path(path))]
    target = ROOT / "tests" / "gates" / "chains.jsonl"
    kept = {row["id"]: row for row in map(json.loads, target.read_text(encoding="utf-8").splitlines())} if target.exists() else {}
    for row in rows:
        missing = [k for k, said in enumerate(row["attributions"], 1) if "chain" not in said]
        if missing:
            sys.exit(f"passage {row['id']}: attribution {missing[0]} has no chain; expected a line for it after ---")
        shown = patterns(row, parser().parse(row["text"]))
        register = row["register"].split()[0]
        marked = {"id": row["id"], "register": register, "patterns": shown, "text": row["text"], "attributions": row["attributions"]}
        kept[row["id"]] = {**marked, "part": part(row["id"])}
    target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in kept.values()), encoding="utf-8")
    unseen = sum(row["part"] == "unseen" for row in kept.values())
    print(f"{len(kept)} passages, {unseen} of them unseen -> {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
