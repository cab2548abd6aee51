"""An answer of a server as it is kept in an archive: headers by name, and the body without chunks and packing."""

from __future__ import annotations

from sayso.errors import UnreadableError, Why
from sayso.intake.unpack import unpacked

_HEX = b"0123456789abcdefABCDEF"


def head_of(head: bytes) -> tuple[str, dict[str, str]]:
    """Return the first line and the headers by lower-case name, the first of each; never raises."""
    first, *lines = head.decode("utf-8", "replace").split("\r\n")
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return first, headers


def body_of(body: bytes, headers: dict[str, str], where: str) -> bytes:
    """Return the body as the page it is; raise UnreadableError for a bomb or a broken packing."""
    joined = _joined(body, where) if "chunked" in headers.get("transfer-encoding", "").lower() else body
    return b"".join(unpacked([joined], headers.get("content-encoding", ""), where))


def _joined(data: bytes, where: str) -> bytes:
    """A chunked body in one piece; many crawlers join it and leave the header as it was, so what is not chunked stays as it is."""
    pieces: list[bytes] = []
    at = 0
    while at < len(data):
        end = data.find(b"\r\n", at, at + 100)
        size = data[at:end].partition(b";")[0].strip() if end >= 0 else b""
        if not size or size.strip(_HEX):
            if not pieces:
                return data
            raise UnreadableError(f"{where} breaks off within its chunks", why=Why.MALFORMED)
        length = int(size[:15], 16)
        if not length:
            break
        pieces.append(data[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
    return b"".join(pieces)
