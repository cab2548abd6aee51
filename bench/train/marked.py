"""Passages with their attributions marked in the text, as people write them.

    # w013 wire
    [1s Brandt] [1c/denies denied] [1x he had misled parliament], [2c saying] [2x the figures were “the best we had”].
    ---
    1 Brandt: person

A block starts with ``# id register``. ``[1s ...]`` marks the source, ``[1c ...]`` the cue and ``[1x ...]`` the content of attribution 1; a
cue may name its attitude, ``asserts`` being understood. Marks nest, and several of one kind make a span in several parts. After ``---``
there may be the chains, nearest the fact first: ``two aides: anonymous; 2; of=the court; by=briefed on the talks > the Globe: outlet``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from brackets import MarkError, blocks, unmarked

from sayso.language.encoder.roles import ATTITUDES
from sayso.model.actor import ActorKind

Row = dict[str, Any]
_OPEN = re.compile(r"\[(\d+)([scx])(?:/([a-z]+))? ?")
_ROLE = {"s": "source", "c": "cue", "x": "content"}
_COUNT = re.compile(r"(\d+)(-)?(\d*)")


def read_marked(path: Path) -> list[Row]:
    """The passages of a file as rows: id, register, text, nested (True) and attributions with spans by role, attitude and perhaps chain.

    Raise MarkError at the first that is wrong.
    """
    return list(passages(path.read_text(encoding="utf-8"), path.name))


def passages(text: str, name: str) -> Iterator[Row]:
    """The rows of a text of marked passages; ``name`` is for the messages."""
    for (id_, *register), body in blocks(text, name, "id register"):
        body, *chains = re.split(r"(?m)^---\n", body.rstrip() + "\n")
        try:
            plain, found = spans(body.strip("\n"))
            for line in "".join(chains).splitlines():
                number, _, links = line.strip().partition(" ")
                if line.strip():
                    found[number]["chain"] = chain(links, plain)
            for number, row in found.items():
                _sound(number, row)
        except (MarkError, KeyError) as error:
            raise MarkError(f"{name}, passage {id_}: {error}") from None
        yield {"id": id_, "register": " ".join(register), "text": plain, "nested": True, "attributions": list(found.values())}


def spans(marked: str) -> tuple[str, dict[str, Row]]:
    """The text without its marks, and the attributions by number.

    >>> spans("[1s He] [1c/denies denies] [1x it].")
    ('He denies it.', {'1': {'source': [[0, 2]], 'cue': [[3, 9]], 'content': [[10, 12]], 'attitude': 'denies'}})
    """
    plain, marks = unmarked(marked, _OPEN)
    found: dict[str, Row] = {}
    for match, _, _ in sorted(marks, key=lambda mark: mark[0].start()):
        found.setdefault(match[1], {"source": [], "cue": [], "content": [], "attitude": "asserts"})
    for match, start, end in marks:
        number, role, attitude = match.groups()
        if attitude and attitude not in ATTITUDES:
            raise MarkError(f"attitude {attitude!r} is none of {', '.join(ATTITUDES)}")
        if attitude:
            found[number]["attitude"] = attitude
        found[number][_ROLE[role]].append([start, end])
    for row in found.values():
        for role in _ROLE.values():
            row[role].sort()
    return plain, found


def chain(line: str, text: str) -> list[Row]:
    """The links of a chain's line.

    >>> chain("two aides: anonymous; 2; of=the court > the Globe: outlet", "two aides of the court told the Globe")[0]["affiliation"]
    'the court'
    """
    return [_link(part, text) for part in line.split(" > ")]


def _link(part: str, text: str) -> Row:
    words, _, rest = part.rpartition(": ")
    kind, *items = (item.strip() for item in rest.split(";"))
    if kind not in {known.value for known in ActorKind}:
        raise MarkError(f"kind {kind!r} in {part!r} is none of {', '.join(ActorKind)}")
    link: Row = {"text": words.strip(), "kind": kind, "count": None, "basis": None, "affiliation": None}
    for item in items:
        counted = _COUNT.fullmatch(item)
        if counted:
            least, open_end, most = counted.groups()
            link["count"] = [int(least), int(most) if most else None if open_end else int(least)]
        elif item.startswith(("of=", "by=")):
            link["affiliation" if item.startswith("of=") else "basis"] = item[3:]
        else:
            raise MarkError(f"{item!r} in {part!r}: expected a number, of=... or by=...")
    for said in (link["text"], link["basis"], link["affiliation"]):
        if said and said.lower() not in text.lower():
            raise MarkError(f"{said!r} does not stand in the passage")
    return link


def _sound(number: str, row: Row) -> None:
    if not row["cue"] and not row["source"]:
        raise MarkError(f"attribution {number} has neither source nor cue")
    if not row["content"] and row["attitude"] != "declines":
        raise MarkError(f"attribution {number} has no content and is not 'declines'")
