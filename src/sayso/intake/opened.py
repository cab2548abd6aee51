"""Opened: a stream of any kind becomes items, by the reader of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from sayso.errors import SaysoError, UnreadableError, Why
from sayso.intake import feeds, jsonl, mail, opml, sitemaps, warc, zips
from sayso.intake.incoming import Failed, Incoming, Item
from sayso.intake.kinds import Kind, kind_of
from sayso.intake.streams import MOST, Peeked, Stream, whole
from sayso.intake.unpack import Gunzipped

_MANY: dict[Kind, Any] = {
    Kind.FEED: feeds.items,
    Kind.SITEMAP: sitemaps.items,
    Kind.OPML: opml.items,
    Kind.JSONL: jsonl.items,
    Kind.MBOX: mail.items,
    Kind.WARC: warc.items,
}


def items(stream: Stream, origin: str, **declared: str | None) -> Iterator[Item]:
    """Yield what a stream holds; a failure ends this stream, and is its last item. ``declared`` goes to the one document it may be."""
    try:
        yield from _items(stream, origin, declared)
    except UnreadableError as error:
        yield Failed.of(origin, error)
    except SaysoError:
        raise
    except OSError as error:
        yield Failed(origin, Why.MISSING, f"{origin} could not be read ({error.strerror or error}): check the file and its permissions")
    except Exception as error:  # a parser given hostile input may raise anything; it must not cost the other sources
        yield Failed(origin, Why.MALFORMED, f"{origin} could not be taken apart ({type(error).__name__}: {error!s:.200})")


def _items(stream: Stream, origin: str, declared: dict[str, str | None]) -> Iterator[Item]:
    peeked = Peeked(stream)
    name = (declared.get("url") or origin).partition("?")[0]
    kind = kind_of(peeked.head, name)
    if kind is Kind.ZIP and hasattr(stream, "seek"):
        stream.seek(0)
        yield from zips.items(cast(BinaryIO, stream), origin)
    elif kind is Kind.GZIP:
        yield from _gunzipped(peeked, origin, name.lower().removesuffix(".gz"), declared)
    elif kind is Kind.FEED:
        yield from feeds.items(peeked, origin, declared.get("url"))
    elif kind in _MANY:
        yield from _MANY[kind](peeked, origin)
    elif kind is Kind.MAIL:
        yield mail.single(peeked, origin)
    else:
        yield Incoming(whole(peeked, origin), origin, **declared)


def _gunzipped(packed: Peeked, origin: str, name: str, declared: dict[str, str | None]) -> Iterator[Item]:
    if name.endswith(".warc"):
        yield from warc.packed_items(packed, origin)
        return
    inside = Peeked(Gunzipped(packed, origin))
    kind = kind_of(inside.head, name)
    if kind in (Kind.GZIP, Kind.ZIP, Kind.WARC):
        advice = "name it .warc.gz" if kind is Kind.WARC else "unpack it first"
        raise UnreadableError(f"{origin} is a packed archive ({kind.value}): {advice}", why=Why.MALFORMED)
    if kind is Kind.DOCUMENT:
        yield Incoming(whole(inside, origin, MOST), origin, **declared)
    elif kind is Kind.MAIL:
        yield mail.single(inside, origin)
    else:
        yield from _MANY[kind](inside, origin)
