"""What the scripts of the peers for times share: a benchmark file in, what the peer finds out, and what it took on the last line."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

Timex = dict[str, Any]
"""A time expression: start, end, type (DATE, TIME, DURATION, SET) and value, as TIMEX3 has them; offsets in code points."""


def run(peer: str, timexes: Callable[[str, str], list[Timex]]) -> None:
    """Run a peer over the file named first, into the file named second; a document it fails on counts as one without times."""
    source, target = map(Path, sys.argv[1:3])
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").split("\n") if line.strip()]
    timexes("It began on 3 May 2019.", "2019-06-01")
    failed, out, begun = 0, [], cpu_seconds()
    for row in rows:
        try:
            found = timexes(row["text"], row["dct"][:10])
        except Exception as error:
            print(f"{peer}, document {row['id']}: {error!r}", file=sys.stderr)
            found, failed = [], failed + 1
        out.append(json.dumps({"id": row["id"], "timexes": found}))
    spent = cpu_seconds() - begun
    target.write_text("\n".join(out) + "\n", encoding="utf-8")
    print(json.dumps({"peer": peer, "cpu": round(spent, 2)} | ({"documents not read": failed} if failed else {})))


def cpu_seconds() -> float:
    """CPU seconds of this process and of those that it started and has waited for."""
    return sum(os.times()[:4])
