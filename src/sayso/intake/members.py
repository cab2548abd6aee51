"""Members of a gzipped archive, one at a time under limits; after a bad one the next is sought by its magic number and its first bytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from sayso.errors import Why
from sayso.intake.incoming import Failed
from sayso.intake.streams import MOST, PIECE, Stream
from sayso.intake.unpack import FREE, RATIO

MAGIC = b"\x1f\x8b\x08"
LOOK = 1_024  # bytes of a member that are tried


def members(stream: Stream, origin: str, start: bytes) -> Iterator[bytes | Failed]:
    """Yield each gzip member unpacked, or the failure it is; ``start`` is how one begins, by which the next is known after a failure."""
    left, number = b"", 0
    while left or (left := stream.read(PIECE)):
        number += 1
        member, left = _member(left, stream, f"{origin} member {number}")
        yield member
        if isinstance(member, Failed):
            left = _sought(left, stream, start)


def _member(left: bytes, stream: Stream, where: str) -> tuple[bytes | Failed, bytes]:
    engine = zlib.decompressobj(31)
    pieces, given, made = [], len(left), 0
    try:
        while not engine.eof:
            if not left:
                left = stream.read(PIECE)
                given += len(left)
                if not left:
                    return Failed(where, Why.MALFORMED, f"{where} breaks off: its packing (gzip) has no end"), b""
            out = engine.decompress(left, PIECE)
            left, made = engine.unconsumed_tail, made + len(out)
            if made > MOST or made > max(FREE, RATIO * given):
                reason = f"{where} unpacks to more than {made // 2**20} MiB from {given:,} bytes: a bomb, or not packed record by record"
                return Failed(where, Why.BOMB, reason), left
            pieces.append(out)
    except zlib.error as error:
        return Failed(where, Why.MALFORMED, f"{where} is packed wrongly ({error})"), left[1:]
    return b"".join(pieces), engine.unused_data


def _sought(left: bytes, stream: Stream, start: bytes) -> bytes:
    """What begins with the next member that starts as it should, or nothing."""
    at, has_ended = 0, False
    while True:
        at = left.find(MAGIC, at)
        if not has_ended and (at < 0 or len(left) - at < LOOK):
            piece = stream.read(PIECE)
            left, at, has_ended = (left[at:] if at >= 0 else left[-len(MAGIC) + 1 :]) + piece, 0, not piece
        elif at < 0:
            return b""
        elif _begins(left[at : at + LOOK], start):
            return left[at:]
        else:
            at += 1


def _begins(packed: bytes, start: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(packed, len(start)) == start
    except zlib.error:
        return False
