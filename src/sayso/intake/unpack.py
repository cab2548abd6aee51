"""Unpacking under limits: gzip, deflate and brotli, a piece at a time, so that a bomb is stopped before it goes off.

Text packs to a fifth or a tenth; a stream that unpacks to ``RATIO`` times itself, or a document to more than ``MOST``, is a bomb.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sayso.errors import UnreadableError, Why
from sayso.intake.parts import part
from sayso.intake.streams import MOST, PIECE, Stream

RATIO = 200
FREE = 2**20  # bytes that may come out at any ratio: a page of blanks is no bomb
ENCODINGS = ("gzip", "deflate", "br")
LAYERS = 2


def unpacked(pieces: Iterable[bytes], encoding: str, origin: str, most: int | None = MOST) -> Iterator[bytes]:
    """Yield what ``pieces`` unpack to; raise UnreadableError for a bomb, a broken or an unknown packing. ``encoding`` as HTTP writes it."""
    layers = [layer for name in encoding.lower().split(",") if (layer := name.strip()) not in ("", "identity")]
    if len(layers) > LAYERS:
        raise UnreadableError(f"{origin} is packed {len(layers)} times over, which no page needs", why=Why.BOMB)
    packed = iter(pieces)
    for layer in reversed(layers):
        packed = _layer(packed, layer.removeprefix("x-"), origin, most)
    yield from packed


class Gunzipped:
    """A gzipped stream as an unpacked one. Without ``most`` it may be of any length, but never of a bomb's ratio."""

    def __init__(self, stream: Stream, origin: str, most: int | None = None) -> None:
        packed = iter(lambda: stream.read(PIECE), b"")
        self._pieces = unpacked(packed, "gzip", origin, most)
        self._left = b""

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` unpacked bytes."""
        while not self._left and (piece := next(self._pieces, None)) is not None:
            self._left = piece
        piece, self._left = self._left[:size], self._left[size:]
        return piece


def _layer(pieces: Iterator[bytes], encoding: str, origin: str, most: int | None) -> Iterator[bytes]:
    makers: dict[str, Callable[[], _Zlib | _Brotli]] = {"gzip": lambda: _Zlib(31), "deflate": lambda: _Zlib(None), "br": _Brotli}
    if encoding not in makers:
        raise UnreadableError(f"{origin} is packed as {encoding!r:.40}, expected one of {', '.join(ENCODINGS)}", why=Why.MALFORMED)
    engine, given, made = makers[encoding](), 0, 0
    for piece in pieces:
        given += len(piece)
        for out in _steps(engine, piece, origin):
            made += len(out)
            if (most is not None and made > most) or made > max(FREE, RATIO * given):
                raise UnreadableError(f"{origin} unpacks to more than {made // 2**20:,} MiB from {given:,} bytes: a bomb", why=Why.BOMB)
            yield out
    if not engine.ended:
        raise UnreadableError(f"{origin} breaks off: its packing ({encoding}) has no end", why=Why.MALFORMED)


def _steps(engine: _Zlib | _Brotli, piece: bytes, origin: str) -> Iterator[bytes]:
    try:
        yield from engine.feed(piece)
    except (zlib.error, EOFError, engine.broken) as error:
        raise UnreadableError(f"{origin} is packed wrongly ({error})", why=Why.MALFORMED) from error


class _Zlib:
    """gzip, also of several members, or deflate, with or without its header (both are met in the wild)."""

    broken: type[Exception] = zlib.error

    def __init__(self, bits: int | None) -> None:
        self._bits = bits
        self._engine: Any = zlib.decompressobj(bits) if bits else None
        self.ended = False

    def feed(self, piece: bytes) -> Iterator[bytes]:
        if self._engine is None and piece:
            has_header = piece[0] & 0x0F == 8 and (len(piece) < 2 or (piece[0] * 256 + piece[1]) % 31 == 0)
            self._engine = zlib.decompressobj(15 if has_header else -15)
        while piece:
            if self.ended:  # another member, or padding
                if self._bits is None or not piece.strip(b"\0"):
                    return
                self._engine, self.ended = zlib.decompressobj(self._bits), False
            out = self._engine.decompress(piece, PIECE)
            piece = self._engine.unconsumed_tail or self._engine.unused_data
            self.ended = self._engine.eof
            yield out
        while self._engine and not self.ended and (out := self._engine.decompress(b"", PIECE)):
            self.ended = self._engine.eof
            yield out


class _Brotli:
    """Brotli, whose library can stop at a limit since 1.2."""

    def __init__(self) -> None:
        library = part("brotli")
        self.broken: type[Exception] = library.error
        self._engine = library.Decompressor()
        self.ended = False

    def feed(self, piece: bytes) -> Iterator[bytes]:
        out = self._engine.process(piece, output_buffer_limit=PIECE)
        while out or not self._engine.can_accept_more_data():
            yield out
            if self._engine.is_finished():
                break
            out = self._engine.process(b"", output_buffer_limit=PIECE)
        self.ended = self._engine.is_finished()
