"""Files: bytes in, with every way a file can fail to be an article told in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sayso.errors import UnreadableError, Why
from sayso.model.moment import Moment
from sayso.text import html, markdown, plain
from sayso.text.decode import characters, decoded
from sayso.text.extracted import Extracted, Given

MAX_BYTES = 50 * 2**20  # of one file; the longest newspaper article is under a thousandth of it
HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml")
DATA_NAMES = (".json", ".csv", ".tsv", ".toml", ".yaml", ".yml", ".js", ".css", ".py", ".sql", ".ini", ".log")
MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one input, and the name it goes by in messages (``-`` is standard input)."""

    name: str
    data: bytes


def load(path: Path) -> Raw:
    """Return the file's bytes; raise UnreadableError when it is missing, a directory, unreadable or over ``MAX_BYTES``."""
    try:
        if path.is_dir():
            raise UnreadableError(f"{path} is a directory, expected a file: name one article in it", why=Why.MISSING)
        if not path.exists():
            raise UnreadableError(f"{path} does not exist, expected a file: check the name", why=Why.MISSING)
        with path.open("rb") as stream:
            return receive(stream, str(path))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnreadableError(f"{path} could not be opened ({reason}): check the name and the permissions") from error


def receive(stream: BinaryIO, name: str = "-") -> Raw:
    """Return what an open stream holds; raise UnreadableError when it is more than ``MAX_BYTES``."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        size = MAX_BYTES // 2**20
        raise UnreadableError(f"{_called(name)} is larger than {size} MiB, expected one article: cut out the article's own text")
    return Raw(name, data)


def article(
    data: bytes | str,
    *,
    name: str = "-",
    published: Moment | None = None,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
    announced: Moment | None = None,
    content_type: str | None = None,
) -> Extracted:
    """Return the Article of a plain text, a Markdown text or an HTML page, told apart by ``name`` and then by content.

    What the caller gives goes before what the text says of itself, but for ``announced`` (see ``Given``); ``content_type`` is what a server
    declares. Raises UnreadableError when there is no English article in it.
    """
    given = Given(published, outlet, url, title, announced)
    if name.lower().endswith(DATA_NAMES) and not url:
        advice = "give an article, or articles one object a line as .jsonl"
        raise UnreadableError(f"{name} is a file of data or of a program by its name: {advice}", why=Why.NOT_ARTICLE)
    called = "the text" if name == "-" and isinstance(data, str) else _called(name)
    declared = (content_type or "").lower()
    text, notes = decoded(data, called, declared) if isinstance(data, bytes) else characters(data)
    ending = ".html" if "html" in declared else ".md" if "markdown" in declared else ""
    kind = _kind(f"{name}{ending}", text)
    if kind == "feed":
        reason = f"{called} is a feed or another XML file, expected an article: give the page of one article"
        raise UnreadableError(reason, why=Why.NOT_ARTICLE)
    made = _BY_KIND[kind](text, given=given, name=called)
    return Extracted(made.article, (*notes, *made.notes))


_BY_KIND: dict[str, Callable[..., Extracted]] = {"html": html.article, "markdown": markdown.article, "plain": plain.article}


def _called(name: str) -> str:
    return "the standard input" if name == "-" else name


def _kind(name: str, text: str) -> str:
    start = text[:2_000].lstrip().lower()
    if start.startswith(("<?xml", "<rss", "<feed")):
        return "html" if "<html" in start or "<!doctype html" in start else "feed"
    if name.lower().endswith(HTML_NAMES) or html.is_page(start):
        return "html"
    if name.lower().endswith(MARKDOWN_NAMES) or markdown.is_marked(text):
        return "markdown"
    return "plain"
