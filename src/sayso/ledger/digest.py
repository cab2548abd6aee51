"""The canonical export: the whole ledger as lines of JSON, fixed byte for byte by its content, and the digest of that.

Neither the order nor the time of adding leaves a trace, so two ledgers hold the same exactly when their digests are equal. Lines of kind
``seen`` (when a document came, how often it was tried) are circumstances: they can be exported too, and are no part of the digest.
Claims and places of judgements are derived; they are exported to be read and compared, and made again on import.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator

from sayso.ledger import documents, judgements, readings, stored
from sayso.ledger.database import Database
from sayso.ledger.hits import COLUMNS, hit_of
from sayso.model import codec

SCHEMA = "sayso.ledger/1"


def export(database: Database, *, times: bool) -> Iterator[str]:
    """Yield the lines of an export; each checked against its digest or seal on the way."""
    kinds: list[tuple[str, Callable[[Database], Iterator[dict[str, object]]]]] = [
        ("raw", _raws), ("article", _articles), ("document", _documents), ("reading", _readings), ("judgement", _judgements),
        ("claim", _claims), ("anchored", _anchored),
    ]  # fmt: skip
    kinds += [("seen", _seen)] if times else []
    with database.snapshot():
        yield stored.text({"schema": SCHEMA})
        for kind, rows in kinds:
            for row in rows(database):
                yield stored.text({"kind": kind, **row})


def digest(lines: Iterable[str]) -> str:
    """Return the SHA-256 of an export's lines, those of kind ``seen`` left out."""
    whole = hashlib.sha256()
    for line in lines:
        if json.loads(line).get("kind") != "seen":
            whole.update(line.rstrip("\n").encode() + b"\n")
    return whole.hexdigest()


def _raws(database: Database) -> Iterator[dict[str, object]]:
    for (key,) in database.stream("SELECT digest FROM raws ORDER BY digest"):
        yield {"digest": key, "body": base64.b64encode(documents.raw(database, key)).decode()}


def _articles(database: Database) -> Iterator[dict[str, object]]:
    for (key,) in database.stream("SELECT digest FROM articles ORDER BY digest"):
        yield {"digest": key, "article": codec.to_fields(readings.article(database, key))}


def _documents(database: Database) -> Iterator[dict[str, object]]:
    for key, article in database.stream("SELECT id, article FROM documents ORDER BY id"):
        fields = codec.to_fields(documents.need(database, key))
        yield {"document": {name: value for name, value in fields.items() if name not in ("first_seen", "tries")}, "article": article}


def _readings(database: Database) -> Iterator[dict[str, object]]:
    for (key,) in database.stream("SELECT article FROM readings ORDER BY article"):
        yield {"article": key, "reading": json.loads(readings.bodies(database, key)[1])}


def _judgements(database: Database) -> Iterator[dict[str, object]]:
    for (key,) in database.stream("SELECT id FROM judgements ORDER BY id"):
        yield {"judgement": codec.to_fields(judgements.need(database, key))}


def _claims(database: Database) -> Iterator[dict[str, object]]:
    for (article,) in database.stream("SELECT article FROM current ORDER BY article"):
        for row in database.rows(f"SELECT {COLUMNS} FROM claims WHERE article = ? ORDER BY key DESC", (article,)):
            yield {name: value for name, value in codec.to_fields(hit_of(row)).items() if name != "cursor"}


def _anchored(database: Database) -> Iterator[dict[str, object]]:
    names = ("judgement", "anchor", "document", "article", "claim")
    for row in database.stream(f"SELECT {', '.join(names)} FROM anchored ORDER BY judgement, anchor"):
        yield dict(zip(names, row, strict=True))


def _seen(database: Database) -> Iterator[dict[str, object]]:
    for key, first_seen, tries in database.stream("SELECT id, first_seen, tries FROM documents ORDER BY id"):
        yield {"document": key, "first_seen": first_seen, "tries": tries}
