"""Streams: reading from one without ever holding more of it than one document may be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from sayso.errors import UnreadableError, Why
from sayso.intake.kinds import HEAD

MOST = 50 * 2**20  # bytes of one document
PIECE = 2**16


class Stream(Protocol):
    """What can be read piece by piece: an open file, standard input, an archive's member."""

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes, and none only at the end."""
        ...


class Peeked:
    """A stream whose first bytes can be looked at before they are read."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self.head = b""
        while len(self.head) < HEAD and (piece := stream.read(HEAD - len(self.head))):
            self.head += piece
        self._left = self.head

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes, the looked-at ones first."""
        if self._left:
            piece, self._left = self._left[:size], self._left[size:]
            return piece
        return self._stream.read(size)


def whole(stream: Stream, origin: str, most: int = MOST) -> bytes:
    """Return all that a stream holds; raise UnreadableError when that is more than ``most`` bytes."""
    pieces, size = [], 0
    while piece := stream.read(PIECE):
        size += len(piece)
        if size > most:
            advice = "expected one document: take out what is wanted of it"
            raise UnreadableError(f"{origin} is larger than {most // 2**20} MiB, {advice}", why=Why.TOO_LARGE)
        pieces.append(piece)
    return b"".join(pieces)


def lines(stream: Stream, longest: int = MOST) -> Iterator[bytes | None]:
    """Yield the lines of a stream without their ends; None for one longer than ``longest``, which is passed over."""
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(PIECE):
        *ended, rest = piece.split(b"\n")
        for part in ended:
            yield None if size + len(part) > longest else b"".join((*pieces, part)).removesuffix(b"\r")
            pieces, size = [], 0
        size += len(rest)
        pieces = [*pieces, rest] if size <= longest else []
    if size:
        yield None if size > longest else b"".join(pieces).removesuffix(b"\r")
