"""Marks in square brackets that nest: a text without them, and where each stood."""

from __future__ import annotations

import re


class MarkError(ValueError):
    """A passage is not marked as it should be; the message names the passage and what was found."""


def unmarked(marked: str, opening: re.Pattern[str]) -> tuple[str, list[tuple[re.Match[str], int, int]]]:
    """Return the text without its marks, and each mark's opening with the start and end of what it holds, the inner before the outer.

    What ``opening`` matches opens a mark and ``]`` closes it; other brackets are text. Raise MarkError when one is never closed.
    """
    plain: list[str] = []
    open_: list[tuple[re.Match[str], int]] = []
    found = []
    at = 0
    while at < len(marked):
        match = opening.match(marked, at)
        if match:
            open_.append((match, len(plain)))
            at = match.end()
        elif marked[at] == "]" and open_:
            found.append((*open_.pop(), len(plain)))
            at += 1
        else:
            plain.append(marked[at])
            at += 1
    if open_:
        raise MarkError(f"mark {open_[-1][0].group().strip()!r} is never closed")
    return "".join(plain), found


def blocks(text: str, name: str, form: str) -> list[tuple[list[str], str]]:
    """The head words and the body of each block of a file of passages; a block starts with a line ``# word word ...``.

    Raise MarkError when a block's head has not as many words as ``form`` names; ``name`` is the file's, for the message.
    """
    found = []
    for block in re.split(r"(?m)^(?=# )", text):
        head, _, body = block.partition("\n")
        words = head[2:].split()
        if block.strip() and (not block.startswith("# ") or len(words) < len(form.split())):
            raise MarkError(f"{name}: found {head!r}, expected '# {form}'")
        if block.strip():
            found.append((words, body))
    return found
