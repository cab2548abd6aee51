"""Write what the reader finds in ten sentences, and why, into docs/attributions.md.

    python docs/attributions.py           # rewrite the page in place
    python docs/attributions.py --check   # exit 1 where it is out of date

The sentences are those of the page itself: lines that start with "> ". What follows each, up to the next heading, is written anew.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import sayso
from sayso.model.attribution import Attribution
from sayso.reading.chains import words_for

PAGE = Path(__file__).resolve().parent / "attributions.md"
_ENTRY = re.compile(r"(?P<head>^### [^\n]+\n\n> (?P<text>[^\n]+)\n)(?P<found>.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)


def refreshed(page: str) -> str:
    """Return the page with what is found today under each of its sentences."""
    return _ENTRY.sub(lambda entry: f"{entry['head']}\n{found(entry['text'])}\n", page)


def found(text: str) -> str:
    """Return a table of the attributions of a text."""
    rows = ["| who, through whom | cue | what | attitude | found by | sure |", "|---|---|---|---|---|---|"]
    said = sayso.read(text, published="2025-11-03", outlet="The Valdor Ledger").attributions
    return "\n".join([*rows, *map(_row, said)]) + "\n" if said else "Nothing: nobody is said to say it.\n"


def _row(said: Attribution) -> str:
    through = " > ".join(f"{words_for(link)} ({link.actor.kind.value})" for link in said.chain[:-1]) or "-"
    what = " ... ".join(span.text for span in said.content) or "-"
    rules = " + ".join(rule.removeprefix("attributions.") for rule in (said.rule, *said.seconded))
    cells = (through, said.cue.text if said.cue else "-", what, said.attitude.value, rules, f"{said.confidence:.2f}")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def main() -> int:
    """Rewrite or check the page."""
    words = PAGE.read_text(encoding="utf-8")
    today = refreshed(words)
    if "--check" in sys.argv[1:]:
        return int(today != words)
    PAGE.write_text(today, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
