"""Kinds: what a stream of bytes is, told from its first bytes and, where these are silent, from its name."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

HEAD = 4_096  # bytes that are looked at
_ROOT = re.compile(r"<(?:[A-Za-z][\w.-]{0,40}:)?([A-Za-z][\w.-]{0,40})")
_MAIL_LINE = re.compile(rb"From [^\r\n]{1,200}\d{4}[^\r\n]{0,20}\r?\n>?[A-Za-z][\w-]{0,60}:")


class Kind(StrEnum):
    """What a source holds: one document, or many in one of these formats."""

    DOCUMENT = "document"
    FEED = "feed"
    SITEMAP = "sitemap"
    OPML = "opml"
    JSONL = "jsonl"
    MBOX = "mbox"
    MAIL = "mail"
    WARC = "warc"
    GZIP = "gzip"
    ZIP = "zip"


_ROOTS = {"rss": Kind.FEED, "feed": Kind.FEED, "RDF": Kind.FEED, "urlset": Kind.SITEMAP, "sitemapindex": Kind.SITEMAP, "opml": Kind.OPML}
_ENDINGS = {".jsonl": Kind.JSONL, ".ndjson": Kind.JSONL, ".mbox": Kind.MBOX, ".eml": Kind.MAIL, ".warc": Kind.WARC, ".opml": Kind.OPML}


def kind_of(head: bytes, name: str = "") -> Kind:
    """Return the kind of what begins with ``head`` and is called ``name``; whatever is not recognised is one document."""
    if head.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")) and name.lower().endswith(".zip"):  # not .docx and the like
        return Kind.ZIP
    if head.startswith(b"WARC/"):
        return Kind.WARC
    if _MAIL_LINE.match(head):
        return Kind.MBOX
    by_root = _ROOTS.get(_root(head))
    if by_root:
        return by_root
    ending = next((kind for ending, kind in _ENDINGS.items() if name.lower().endswith(ending)), None)
    return ending or (Kind.JSONL if re.match(rb"(?:\xef\xbb\xbf)?\s{0,99}\{[ \t]{0,9}\"", head) else Kind.DOCUMENT)


def _root(head: bytes) -> str:
    """The local name of an XML document's first element; empty for what is no XML."""
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = head[:HEAD].decode("utf-16" if wide else "utf-8", "ignore").lstrip("\ufeff \t\r\n")
    while text.startswith(("<?", "<!")):
        close = "-->" if text.startswith("<!--") else ">"
        _, found, text = text.partition(close)
        if not found:
            return ""
        text = text.lstrip(" \t\r\n]>") if close == ">" else text.lstrip()
    root = _ROOT.match(text)
    return root[1] if root else ""
