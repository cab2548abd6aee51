"""Readings: one article in, all that it says out, and a Reading in other shapes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.intake.incoming import Incoming
from sayso.model import codec
from sayso.model.article import Article
from sayso.model.moment import Moment
from sayso.model.reading import Reading
from sayso.text.extracted import Extracted

if TYPE_CHECKING:
    from sayso.language.gazetteer import Gazetteer

ActorLists = str | Path | Sequence[str | Path]


def read(
    source: str | Article,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
    actors: ActorLists = (),
) -> Reading:
    """Read a text, or an Article made already (which then needs no more said about it), with the user's own lists of actors."""
    book = _book(actors)
    if isinstance(source, Article):
        return _read(Extracted(source), book)
    from sayso.text.files import article

    return _read(article(source, published=_date(published), outlet=outlet, url=url, title=title), book)


def read_file(path: str | Path, *, published: str | None = None, outlet: str | None = None, actors: ActorLists = ()) -> Reading:
    """Read a file, or standard input for ``-``; raise UnreadableError when there is no article in it."""
    from sayso.text.files import article, load, receive

    when, book = _date(published), _book(actors)
    raw = receive(sys.stdin.buffer) if str(path) == "-" else load(Path(path))
    return _read(article(raw.data, name=raw.name, published=when, outlet=outlet), book)


def extract(incoming: Incoming) -> Extracted:
    """Return the Article of a document that came in; raise UnreadableError with its ``why`` when there is none in it."""
    from sayso.text.files import article
    from sayso.text.metadata import moment_of

    published = moment_of(incoming.published) or _date(incoming.published) if incoming.published else None
    extracted = article(
        incoming.data,
        name=incoming.origin,
        published=published,
        outlet=incoming.outlet,
        url=incoming.url,
        title=incoming.title,
        announced=moment_of(incoming.announced) if incoming.announced else None,
        content_type=incoming.content_type,
    )
    return replace(extracted, article=replace(extracted.article, fetched=incoming.fetched))


def read_incoming(incoming: Incoming) -> Reading:
    """Return all that a document that came in says; raises as ``extract``. For ``children.each``, by its name."""
    return _read(extract(incoming), None)


def warm_up() -> None:
    """Load all that reading needs, so that the first document is read as fast as the next. For ``children.each``, by its name."""
    read("The mayor said on Friday that the bridge would close for repairs, and asked drivers to be patient until the spring.")


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


def _book(actors: ActorLists) -> Gazetteer | None:
    """The lexicon with the actors that these files list; None, the lexicon alone, for no files."""
    paths = [Path(actors)] if isinstance(actors, str | Path) else [Path(path) for path in actors]
    return _extended(tuple((path, path.stat().st_mtime_ns if path.exists() else 0) for path in paths)) if paths else None


@lru_cache(maxsize=4)
def _extended(files: tuple[tuple[Path, int], ...]) -> Gazetteer:
    from sayso.language.gazetteer import gazetteer
    from sayso.language.own_actors import read_own_actors

    return gazetteer().extended([actor for path, _ in files for actor in read_own_actors(path)])


def _read(extracted: Extracted, book: Gazetteer | None) -> Reading:
    from sayso.reading.reader import read as read_article

    reading = read_article(extracted.article, book=book)
    return replace(reading, notes=(*extracted.notes, *reading.notes))
