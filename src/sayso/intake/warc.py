"""WARC (ISO 28500), as web archives and crawlers write it: each answer of a server is a document.

Read by ourselves, since the format is lines and lengths and the libraries for it trust both (fastwarc 2.0.1 panics on a stream that cannot
be moved about in). After a broken record the next is sought by how records begin, so that one bad record costs no other.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from sayso.errors import UnreadableError, Why
from sayso.intake.http_answer import body_of, head_of
from sayso.intake.incoming import Failed, Incoming
from sayso.intake.members import members
from sayso.intake.streams import MOST, PIECE, Stream

START = b"WARC/1."
HEADERS = 2**16  # bytes of a record's headers
TEXTS = ("text/html", "application/xhtml", "text/plain")


def items(stream: Stream, origin: str) -> Iterator[Incoming | Failed]:
    """Yield the pages of a WARC; what is no page of status 200 (images, requests, redirects) is passed over."""
    reader = _Reader(stream)
    number = 0
    while reader.has_more():
        number += 1
        try:
            item = _item(reader, f"{origin} record {number}")
        except UnreadableError as error:
            item = Failed.of(f"{origin} record {number}", error)
        if item is not None:
            yield item


def packed_items(stream: Stream, origin: str) -> Iterator[Incoming | Failed]:
    """Yield the pages of a gzipped WARC, which packs each record by itself."""
    for number, member in enumerate(members(stream, origin, START), start=1):
        if isinstance(member, Failed):
            yield member
        else:
            yield from items(io.BytesIO(member), f"{origin} member {number}")


class _Reader:
    """A stream with what has been read of it and not yet used."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._left = b""

    def has_more(self) -> bool:
        """Whether more follows than line ends."""
        self._left = self._left.lstrip(b"\r\n")
        while not self._left and (piece := self._stream.read(PIECE)):
            self._left = piece.lstrip(b"\r\n")
        return bool(self._left)

    def head(self) -> bytes:
        """What stands before the next empty line."""
        while (end := self._left.find(b"\r\n\r\n")) < 0:
            piece = self._stream.read(PIECE)
            if not piece or len(self._left) > HEADERS:
                raise UnreadableError("its headers have no end", why=Why.MALFORMED)
            self._left += piece
        head, self._left = self._left[:end], self._left[end + 4 :]
        return head

    def take(self, size: int, most: int) -> bytes:
        """The next ``size`` bytes, of which at most ``most`` are kept."""
        pieces, kept = [], 0
        while size > 0:
            piece = self._left[:size] or self._stream.read(min(size, PIECE))
            if not piece:
                raise UnreadableError(f"{size:,} bytes are missing at its end", why=Why.MALFORMED)
            self._left, size = self._left[len(piece) :], size - len(piece)
            if kept < most:
                pieces.append(piece)
                kept += len(piece)
        return b"".join(pieces)

    def seek_record(self) -> None:
        """Pass over all before the next record."""
        while (at := self._left.find(b"\n" + START)) < 0:
            piece = self._stream.read(PIECE)
            self._left = self._left[-len(START) :] + piece if piece else b""
            if not piece:
                return
        self._left = self._left[at + 1 :]


def _item(reader: _Reader, where: str) -> Incoming | Failed | None:
    try:
        line, headers = head_of(reader.head())
        length = headers.get("content-length", "")
        if not line.startswith("WARC/1.") or not (length.isascii() and length.isdigit()):
            raise UnreadableError(f"it begins {line!r:.60} and has {length!r:.40} for its length", why=Why.MALFORMED)
        block = reader.take(int(length[:18]), MOST + HEADERS)
    except UnreadableError as error:
        reader.seek_record()
        raise UnreadableError(f"{where} breaks the rules of WARC: {error}", why=error.why) from error
    if headers.get("warc-type") not in ("response", "resource", "conversion"):
        return None
    try:
        return _page(block, headers, where)
    except UnreadableError as error:
        return Failed.of(where, error, block)


def _page(block: bytes, headers: dict[str, str], where: str) -> Incoming | None:
    kind = headers.get("content-type", "")
    if kind.startswith("application/http"):
        head, _, block = block.partition(b"\r\n\r\n")
        line, http = head_of(head)
        if line.split()[1:2] != ["200"]:
            return None
        kind = http.get("content-type", "")
        block = body_of(block, http, where) if kind.lower().startswith(TEXTS) else b""
    if not kind.lower().startswith(TEXTS):
        return None
    if len(block) > MOST:
        raise UnreadableError(f"{where} is larger than {MOST // 2**20} MiB, expected one page", why=Why.TOO_LARGE)
    url = headers.get("warc-target-uri", "").strip("<>") or None
    return Incoming(block, where, url=url, content_type=kind, fetched=headers.get("warc-date"))
