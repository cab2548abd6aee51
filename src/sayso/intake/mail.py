"""Newsletters: an mbox or one mail, by the standard library. The page inside is the document, who sent it and when is declared of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from sayso.errors import UnreadableError, Why
from sayso.intake.incoming import Failed, Incoming
from sayso.intake.streams import Stream, lines, whole

MOST = 10 * 2**20  # bytes of one mail
_START = re.compile(rb"From \S{1,200} .{0,80}\d{4}")


def items(stream: Stream, origin: str) -> Iterator[Incoming | Failed]:
    """Yield each mail of an mbox; one that holds no text is one failure."""
    for number, data in enumerate(_mails(stream), start=1):
        yield _item(data, f"{origin} mail {number}")


def single(stream: Stream, origin: str) -> Incoming | Failed:
    """Return the one mail that a stream holds."""
    return _item(whole(stream, origin, MOST), origin)


def _mails(stream: Stream) -> Iterator[bytes | None]:
    """The mails of an mbox, each without its first line; None for one that is too large."""
    mail: list[bytes] = []
    size, was_empty, has_begun = 0, True, False
    for line in lines(stream, MOST):
        if was_empty and line and _START.match(line):
            if has_begun:
                yield b"\n".join(mail) if size <= MOST else None
            mail, size, has_begun = [], 0, True
            continue
        was_empty = line == b""
        size += MOST + 1 if line is None else len(line) + 1
        if size <= MOST:
            mail.append(re.sub(rb"\A>(>{0,99}From )", rb"\1", line or b""))
    if has_begun:
        yield b"\n".join(mail) if size <= MOST else None


def _item(data: bytes | None, where: str) -> Incoming | Failed:
    if data is None:
        return Failed(where, Why.TOO_LARGE, f"{where} is larger than {MOST // 2**20} MiB, which no newsletter is")
    try:
        return _document(data, where)
    except UnreadableError as error:
        return Failed.of(where, error, data)
    except Exception as error:  # the standard library raises a dozen kinds on mails that break the rules
        return Failed(where, Why.MALFORMED, f"{where} is no mail ({type(error).__name__}: {error!s:.200})", data)


def _document(data: bytes, where: str) -> Incoming:
    mail = message_from_bytes(data, policy=default)
    body = mail.get_body(("html", "plain")) if isinstance(mail, EmailMessage) else None
    text = body.get_content() if body is not None else ""
    if body is None or not isinstance(text, str) or not text.strip():
        raise UnreadableError(f"{where} holds no text, expected a newsletter", why=Why.MALFORMED)
    sender, address = parseaddr(str(mail.get("From") or ""))
    link = re.search(r"https?://[^\s<>\"']{4,2000}", str(mail.get("Archived-At") or ""))
    return Incoming(
        text.encode("utf-8", "replace"),
        where,
        url=link[0] if link else None,
        outlet=sender or address or None,
        title=str(mail.get("Subject") or "").strip() or None,
        announced=str(mail.get("Date") or "").strip() or None,
        content_type=f"{body.get_content_type()}; charset=utf-8",
    )
