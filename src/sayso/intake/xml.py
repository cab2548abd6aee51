"""XML from strangers: read piece by piece by expat, which opens nothing here and follows no entity.

A document type is where every entity bomb and every outside file begins, and neither sitemaps nor subscription lists have one: refused.
Feeds do have one now and then, so theirs is cut away (``without_doctype``) and what it defined means nothing.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TypeAlias
from xml.parsers import expat

from sayso.errors import UnreadableError, Why
from sayso.intake.streams import PIECE, Stream

DEEPEST = 50
LONGEST = 10_000  # characters of one text
Element: TypeAlias = tuple[tuple[str, ...], dict[str, str], str]
_ENCODINGS = {"utf-8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "latin-1", "windows-1251", "windows-1252", "cp1252"}
_BEYOND = re.compile(r"&#(?:\d{7,20}|[xX][0-9a-fA-F]{6,20});?")  # feedparser 6.0.14 loses the feed to one
_PART = re.compile(r"""<!--|"[^"]*"|'[^']*'|[\[\]>]""")


def elements(stream: Stream, origin: str) -> Iterator[Element]:
    """Yield each element as it ends: the path of local names, its attributes, its text; raise UnreadableError when the XML breaks."""
    parser = expat.ParserCreate()
    building = _Building(origin)
    parser.StartDoctypeDeclHandler = building.refuse
    parser.StartElementHandler, parser.EndElementHandler = building.start, building.end
    parser.CharacterDataHandler = building.words
    parser.buffer_text = True
    try:
        while piece := stream.read(PIECE):
            parser.Parse(piece, False)
            yield from building.taken()
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        yield from building.taken()
        raise UnreadableError(f"{origin} breaks off as XML ({error})", why=Why.MALFORMED) from error
    yield from building.taken()


class _Building:
    """The elements that are open, and those that have ended since they were last asked for."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.open: list[tuple[str, dict[str, str], list[str]]] = []
        self.ended: list[Element] = []

    def refuse(self, *_: object) -> None:
        raise UnreadableError(f"{self.origin} declares a document type, which can hide bombs: remove its <!DOCTYPE ...>", why=Why.BOMB)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= DEEPEST:
            raise UnreadableError(f"{self.origin} is nested more than {DEEPEST} deep, which no such list needs", why=Why.MALFORMED)
        self.open.append((name.rpartition(":")[2], attributes, []))

    def words(self, text: str) -> None:
        if self.open and sum(map(len, self.open[-1][2])) < LONGEST:
            self.open[-1][2].append(text)

    def end(self, _: str) -> None:
        path = tuple(name for name, _, _ in self.open)
        _, attributes, pieces = self.open.pop()
        self.ended.append((path, attributes, "".join(pieces)[:LONGEST].strip()))

    def taken(self) -> list[Element]:
        ended, self.ended = self.ended, []
        return ended


def without_doctype(data: bytes) -> bytes:
    """Return an XML document as UTF-8 without its document type, its declared encoding and numbers of characters that do not exist."""
    text = re.sub(r"\A\s*<\?xml[^<>]{0,500}\?>", "", _text(data), count=1)
    while (start := text.find("<!DOCTYPE", 0, 10_000)) >= 0:
        text = text[:start] + text[_end(text, start + 9) :]
    return _BEYOND.sub("\ufffd", text).encode("utf-8", "replace")


def _text(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if data[:4] in (b"<\0?\0", b"\0<\0?"):
        return data.decode("utf-16-le" if data[:1] == b"<" else "utf-16-be", "replace")
    declared = re.search(rb"""\A\s{0,99}<\?xml[^<>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})""", data[:500])
    name = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(name if name in _ENCODINGS - {"utf-16"} else "utf-8", "replace")


def _end(text: str, at: int) -> int:
    """Where a document type that began before ``at`` ends; the end of the text when it does not."""
    inside = 0
    while found := _PART.search(text, at):
        at = found.end()
        if found[0] == "<!--":
            close = text.find("-->", at)
            at = len(text) if close < 0 else close + 3
        elif found[0] == "[":
            inside += 1
        elif found[0] == "]":
            inside -= 1
        elif found[0] == ">" and inside <= 0:
            return at
    return len(text)
