"""Sources made by hand: feeds, mails and archives of invented outlets, as bytes."""

import gzip
import io
import zipfile

from sayso.intake.incoming import Item
from sayso.intake.opened import items

PAGE = b"<html><body><article><h1>Bridge closes</h1><p>The mayor said the bridge would close.</p></article></body></html>"


def opened(data: bytes, origin: str = "made", **declared: str | None) -> list[Item]:
    return list(items(io.BytesIO(data), origin, **declared))


def rss(entries: str, *, prolog: str = "<?xml version='1.0'?>", before: str = "") -> bytes:
    return f"{prolog}<rss version='2.0'><channel><title>Harbour News</title>{before}{entries}</channel></rss>".encode()


def answer(body: bytes, *, url: str = "https://harbour.example/a", status: str = "200 OK", headers: str = "") -> bytes:
    """Return one WARC record of a server's answer."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-05-12T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def warc_gz(*records: bytes) -> bytes:
    return b"".join(gzip.compress(record) for record in records)


def zipped(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()
