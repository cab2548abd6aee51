"""Credits: whose work an article says it is - a wire in the dateline, an agency that contributed, the paper it first appeared in.

Lineage stands on them: eight papers with "(Coast Wire) -" are one report. They stand at the head and at the foot; a body's "first published
by" is about something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.language.layout import Stretch
from sayso.language.lexicon import lexicon
from sayso.model.article import BlockKind, Credit, CreditKind
from sayso.model.span import Span
from sayso.text.dateline import Line
from sayso.text.outlet import is_outlet, known_outlets

_WORD = r"[A-Z][\w.&'’-]{0,40}"
_NAME = rf"(?:[Tt]he )?{_WORD}(?: (?:(?:of|for|de|la|the|and|&) )?{_WORD}){{0,4}}"
_NAMES = rf"(?P<names>{_NAME}(?:, {_NAME}){{0,4}}(?:,? and {_NAME})?)"
_PARTED = re.compile(r",? and |, ")
_DATELINE = re.compile(r"\(([^()\n]{2,40})\)")


def credits_of(text: str, lines: list[Line], stretches: tuple[Stretch, ...]) -> tuple[Credit, ...]:
    """Return the credits of a text in order, each outlet once a kind; ``lines`` are those at its head and foot."""
    found: dict[tuple[CreditKind, str], Credit] = {}
    for credit in (*_datelines(text, stretches), *(credit for line in lines for credit in _of_line(text, line))):
        found.setdefault((credit.kind, credit.outlet), credit)
    return tuple(sorted(found.values(), key=lambda credit: (credit.span.start, credit.kind)))


def _datelines(text: str, stretches: tuple[Stretch, ...]) -> Iterator[Credit]:
    for stretch in stretches:
        if stretch.kind is BlockKind.DATELINE:
            for found in _DATELINE.finditer(text, stretch.start, stretch.end):
                if is_outlet(found[1].strip()):
                    yield Credit(CreditKind.WIRE, found[1].strip(), Span.cut(text, found.start(1), found.end(1)))


def _of_line(text: str, line: Line) -> Iterator[Credit]:
    for kind, takes_any, pattern in _patterns():
        for found in pattern.finditer(line.words):
            at = line.start + found.start("names")
            for start, end in _parts(found["names"]):
                name = found["names"][start:end]
                if takes_any or is_outlet(name):
                    yield Credit(kind, name, Span.cut(text, at + start, at + end))


def _parts(names: str) -> list[tuple[int, int]]:
    """Where each name stands in a list of them, without "the" and a closing stop; a known outlet's "and" stays."""
    whole = names.rstrip(".'’")
    if _bare(whole) in known_outlets():
        return [(len(whole) - len(_bare(whole)), len(whole))]
    cuts = [0, *(place for found in _PARTED.finditer(whole) for place in found.span()), len(whole)]
    pairs = zip(cuts[::2], cuts[1::2], strict=True)
    return [(end - len(_bare(whole[start:end])), end) for start, end in pairs if end > start]


def _bare(name: str) -> str:
    return name[4:] if name[:4].lower() == "the " else name


@cache
def _patterns() -> list[tuple[CreditKind, bool, re.Pattern[str]]]:
    rows = lexicon("credits")["credit"]
    return [(CreditKind(row["kind"]), row.get("any", False), _compiled(words)) for row in rows for words in row["words"]]


def _compiled(words: str) -> re.Pattern[str]:
    """A pattern whose own words may begin with a capital; those of the names must."""
    before, after = words.split("NAMES")
    return re.compile(rf"(?i:{before}){_NAMES}(?i:{after})")
