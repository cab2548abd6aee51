"""Zip archives: each member is a document, read under limits and never written anywhere; what is in an archive's archive stays there."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from sayso.errors import UnreadableError, Why
from sayso.intake.incoming import Failed, Incoming
from sayso.intake.kinds import Kind, kind_of
from sayso.intake.streams import MOST, PIECE
from sayso.intake.unpack import FREE, RATIO

MEMBERS = 100_000


def items(stream: BinaryIO, origin: str) -> Iterator[Incoming | Failed]:
    """Yield the members of an archive, which must be a file that can be moved about in; raise UnreadableError when it is broken."""
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableError(f"{origin} is no zip archive ({error})", why=Why.MALFORMED) from error
    with archive:
        for member in archive.infolist()[:MEMBERS]:
            if not member.is_dir() and not member.filename.rpartition("/")[2].startswith("."):
                yield _item(archive, member, f"{origin}/{member.filename[:300]}")


def _item(archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str) -> Incoming | Failed:
    try:
        data = _data(archive, member, where)
    except UnreadableError as error:
        return Failed.of(where, error)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        return Failed(where, Why.MALFORMED, f"{where} cannot be unpacked ({error!s:.200})")
    if kind_of(data, member.filename) in (Kind.GZIP, Kind.ZIP, Kind.WARC):
        return Failed(where, Why.MALFORMED, f"{where} is an archive in an archive: unpack it first", data)
    return Incoming(data, where)


def _data(archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str) -> bytes:
    pieces, size, free = [], 0, max(FREE, RATIO * member.compress_size)
    with archive.open(member) as stream:
        while piece := stream.read(PIECE):
            size += len(piece)
            if size > min(MOST, free):
                reason = f"{where} unpacks to more than {size // 2**20} MiB from {member.compress_size:,} bytes: a bomb"
                raise UnreadableError(reason, why=Why.BOMB)
            pieces.append(piece)
    return b"".join(pieces)
