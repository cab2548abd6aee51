"""timexy's dates and durations (P. Rinckens; a spaCy component) in the benchmark's shape.

    python bench/peers/timexy_times.py IN.jsonl OUT.jsonl

Runs in an environment of its own. The component looks at words alone and gives way to other entities, so it stands in a blank pipeline.
"""

from __future__ import annotations

import logging

import spacy
import timexy  # noqa: F401  (registers its component)
from adapter import Timex, run
from timexy_values import value

logging.disable(logging.CRITICAL)  # it logs an error for each date that is no whole number of tokens
_NLP = spacy.blank("en")
_NLP.add_pipe("timexy")


def timexes(text: str, dct: str) -> list[Timex]:
    """The expressions of a document, in order; timexy knows no publication date."""
    found = []
    for entity in _NLP(text).ents:
        kind, worth = value(entity.text, entity.kb_id_)
        found.append({"start": entity.start_char, "end": entity.end_char, "type": kind, "value": worth})
    return found


if __name__ == "__main__":
    run("timexy", timexes)
