"""Import: what an export wrote, added to a ledger. All of it or, at the first line that does not belong there, nothing."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sayso.errors import SaysoError, UsageError
from sayso.ledger import derived, documents, judgements, readings, stored
from sayso.ledger.database import Database
from sayso.ledger.digest import SCHEMA
from sayso.model import codec
from sayso.model.document import Document, DocumentState
from sayso.model.judgement import Judgement

_DERIVED = {"claim", "anchored"}  # made again from the rest


def load(database: Database, lines: Iterable[str]) -> None:
    """Add the lines of an export, and make everything derived again. Inside a transaction, which an error must undo."""
    take = {"raw": _raw, "article": _article, "document": _document, "reading": _reading, "judgement": _judgement, "seen": _seen}
    number = 0
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            if number == 1 and row != {"schema": SCHEMA}:
                raise UsageError(f'expected the line {{"schema":"{SCHEMA}"}}')
            if number > 1 and row["kind"] not in _DERIVED:
                take[row["kind"]](database, row)
        except (ValueError, KeyError, TypeError, AttributeError, SaysoError) as error:
            raise UsageError(f"line {number} is not of an export of a ledger ({_why(error)}); nothing was imported") from error
    if not number:
        raise UsageError("there is nothing in this export, not even its first line; nothing was imported")
    _complete(database)
    derived.rebuild(database)


def _why(error: Exception) -> str:
    return str(error) if isinstance(error, SaysoError) else f"{type(error).__name__}: {error}"


def _raw(database: Database, row: Any) -> None:
    if documents.keep_raw(database, base64.b64decode(row["body"], validate=True)) != row["digest"]:
        raise UsageError(f"these bytes are not those of {row['digest']}")


def _article(database: Database, row: Any) -> None:
    if readings.keep_article(database, stored.text(row["article"]), row["article"]["id"]) != row["digest"]:
        raise UsageError(f"this article is not {row['digest']}")


def _document(database: Database, row: Any) -> None:
    document = codec.from_fields(Document, {**row["document"], "first_seen": "", "tries": 0})
    there = documents.get(database, document.id)
    documents.insert(database, document, row["article"])
    if there and there.state is not DocumentState.READ and document.state is DocumentState.READ:
        documents.update(database, replace(there, state=document.state, reason=None, tries=0), row["article"])


def _reading(database: Database, row: Any) -> None:
    article = codec.to_fields(readings.article(database, row["article"]))
    reading = readings.assemble(stored.text(article), stored.text(row["reading"]))
    if readings.keep(database, reading)[0] != row["article"]:
        raise UsageError(f"this reading is not of article {row['article']}")


def _judgement(database: Database, row: Any) -> None:
    judgements.insert(database, codec.from_fields(Judgement, row["judgement"]))


def _seen(database: Database, row: Any) -> None:
    document = documents.need(database, row["document"])
    first = min(filter(None, (document.first_seen, str(row["first_seen"]))), default="")
    article = database.rows("SELECT article FROM documents WHERE id = ?", (document.id,))[0][0]
    documents.update(database, replace(document, first_seen=first, tries=max(document.tries, int(row["tries"]))), article)


def _complete(database: Database) -> None:
    """Every article that a document gives was read."""
    sql = "SELECT d.id FROM documents d LEFT JOIN readings r ON r.article = d.article WHERE d.article IS NOT NULL AND r.article IS NULL"
    for (document,) in database.rows(f"{sql} LIMIT 1"):
        raise UsageError(f"the reading of document {document} is missing from this export; nothing was imported")
