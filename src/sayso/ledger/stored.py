"""Values as they are stored: JSON of ASCII letters with sorted keys, packed bodies, and seals that show when a row was damaged."""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import Any

from sayso.errors import DamagedLedgerError

NEXT = "run `sayso doctor` to see what else is damaged, and restore the newest backup"


def text(value: object) -> str:
    """Return a value as one line of JSON, the same for equal values."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def digest(data: str | bytes) -> str:
    """Return the SHA-256 of a text or of bytes, hexadecimal."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def seal(*values: object) -> int:
    """Return a checksum of a row's values, kept in the row."""
    return zlib.crc32(text(values).encode())


def packed(data: str | bytes) -> bytes:
    """Return bytes, or a text's, compressed."""
    return zlib.compress(data.encode() if isinstance(data, str) else data)


def unpacked(body: object, expected: object, what: str) -> bytes:
    """Return the bytes that ``packed`` took; raise DamagedLedgerError when their digest is not the expected one."""
    try:
        data = zlib.decompress(body)  # type: ignore[arg-type]  # a damaged row may hold anything
    except (zlib.error, TypeError) as error:
        raise damaged(what) from error
    if digest(data) != expected:
        raise damaged(what)
    return data


def unsealed(kept: object, *values: object, what: str) -> None:
    """Raise DamagedLedgerError when a row's seal is not that of its values."""
    try:
        sound = kept == seal(*values)
    except (TypeError, ValueError):  # a damaged row may hold anything
        sound = False
    if not sound:
        raise damaged(what)


def fields(body: str | bytes, what: str) -> Any:
    """Return the JSON value that a body holds."""
    try:
        return json.loads(body)
    except ValueError as error:
        raise damaged(what) from error


def damaged(what: str) -> DamagedLedgerError:
    """Return the error for a thing that is not as it was written."""
    return DamagedLedgerError(f"{what} is not as it was written: the store is damaged there; {NEXT}")
