"""Make tests/gates/talk.jsonl from files of passages with marked events (the form is told in bench/train/marked_events.py).

    python bench/gold_talk.py FILE.txt ...

The topic of each passage is its category (planned, hoped, rumoured, offered, conditional, denied, cancelled, recalled, happened), its first
event what that is about. A third of the passages, chosen by the digest of their ids, is the "unseen" part: nobody looks at it while working
on the reader.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "bench" / "train")]

from gold_chains import by_digest  # noqa: E402  (its folder has to be on the path first)
from marked_events import read_marked_events  # noqa: E402


def main() -> None:
    """Read, split, write."""
    rows = [row for path in sys.argv[1:] for row in read_marked_events(Path(path))]
    target = ROOT / "tests" / "gates" / "talk.jsonl"
    made = [{**row, "category": row["topic"].split()[-1], "part": by_digest(row["id"])} for row in rows]
    target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made), encoding="utf-8")
    print(f"{len(made)} passages, {sum(row['part'] == 'unseen' for row in made)} of them unseen -> {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
