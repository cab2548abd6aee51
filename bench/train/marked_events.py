"""Passages with their events marked in the text, as people write them.

    # e001 2024-03-05 diplomacy
    [1a The Valdorian minister] is to [1t/CONSULT/planned meet] [1r his Norrmark counterpart] on Thursday.

A block starts with ``# id date topic``. ``[1t/TYPE/standing ...]`` marks the word that names event 1, with its PLOVER type (OTHER: none of
them) and how it stands; ``[1a ...]`` its actors and ``[1r ...]`` its recipients. A passage without marks tells of no event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from brackets import MarkError, blocks, unmarked

from sayso.model.event import EventType

Row = dict[str, Any]
OTHER = "OTHER"
STANDINGS = ("happened", "planned", "possible", "denied")
_OPEN = re.compile(r"\[(\d+[art](?:\+\d+[art])*)(?:/([A-Z]+)/([a-z]+))? ")
_ROLE = {"a": "actor", "r": "recipient"}


def read_marked_events(path: Path) -> list[Row]:
    """The passages of a file as rows: id, date, topic, text and events (start, end, type, label, spans of actor and recipient).

    Raise MarkError at the first that is wrong.
    """
    return list(passages(path.read_text(encoding="utf-8"), path.name))


def passages(text: str, name: str) -> Iterator[Row]:
    """The rows of a text of marked passages; ``name`` is for the messages."""
    for (id_, date, *topic), body in blocks(text, name, "id date topic"):
        try:
            plain, events = marked(body.strip("\n"))
        except MarkError as error:
            raise MarkError(f"{name}, passage {id_}: {error}") from None
        yield {"id": id_, "date": date, "topic": " ".join(topic), "text": plain, "events": events}


def marked(body: str) -> tuple[str, list[Row]]:
    """The text without its marks, and the events by number.

    >>> marked("[1a He] [1t/CONSULT/happened met] [1r her].")[1][0]["recipient"]
    [[7, 10]]
    """
    plain, marks = unmarked(body, _OPEN)
    roles = [(int(one[:-1]), one[-1], match, start, end) for match, start, end in marks for one in match[1].split("+")]
    found: dict[int, Row] = {number: {"actor": [], "recipient": []} for number, *_ in roles}
    for number, role, match, start, end in roles:
        event, (kind, standing) = found[number], match.groups()[1:]
        if role != "t":
            event[_ROLE[role]].append([start, end])
        elif kind not in {OTHER, *EventType} or standing not in STANDINGS:
            raise MarkError(f"found {match.group().strip()!r}, expected a PLOVER type or OTHER, and one of {', '.join(STANDINGS)}")
        elif "label" in event:
            raise MarkError(f"event {number} is named twice")
        else:
            event.update(start=start, end=end, type=kind, label=standing)
    nameless = next((number for number, event in found.items() if "label" not in event), None)
    if nameless is not None:
        raise MarkError(f"event {nameless} has no [{nameless}t/TYPE/standing ...]")
    return plain, [found[number] for number in sorted(found)]
