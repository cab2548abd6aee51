"""The corridor: the verbs of sayso, and the only place where rooms meet."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sayso.model import codec
from sayso.model.article import Article
from sayso.model.moment import Moment
from sayso.model.reading import Reading
from sayso.text.extracted import Extracted


def read(
    source: str | Article, *, published: str | None = None, outlet: str | None = None, url: str | None = None, title: str | None = None
) -> Reading:
    """Read a text, or an Article made already (which then needs no more said about it)."""
    if isinstance(source, Article):
        return _read(Extracted(source))
    from sayso.text.files import article

    return _read(article(source, published=_date(published), outlet=outlet, url=url, title=title))


def read_file(path: str | Path, *, published: str | None = None, outlet: str | None = None) -> Reading:
    """Read a file, or standard input for ``-``; raise UnreadableError when there is no article in it."""
    from sayso.text.files import article, load, receive

    when = _date(published)
    raw = receive(sys.stdin.buffer) if str(path) == "-" else load(Path(path))
    return _read(article(raw.data, name=raw.name, published=when, outlet=outlet))


def to_json(reading: Reading) -> str:
    """Return a Reading as one line of JSON."""
    return codec.to_json(reading)


def from_json(line: str) -> Reading:
    """Return the Reading that ``to_json`` wrote."""
    return codec.from_json(line)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a Reading."""
    return codec.schema()


def write_html(readings: Sequence[Reading], path: Path) -> None:
    """Write Readings as one self-contained page."""
    from sayso.exchange.html import report

    title = readings[0].article.title if len(readings) == 1 else None
    path.write_text(report(readings, title=title or "On whose say-so?"), encoding="utf-8")


def _date(given: str | None) -> Moment | None:
    return Moment.parse(given) if given else None


def _read(extracted: Extracted) -> Reading:
    from sayso.reading.reader import read as read_article

    reading = read_article(extracted.article)
    return replace(reading, notes=(*extracted.notes, *reading.notes))
