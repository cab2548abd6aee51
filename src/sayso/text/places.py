"""Places: where a page's links and captions stand in the text that was extracted from it.

Extraction keeps words and drops tags. A paragraph of the page whose words make up a line of the text is that line; a link's place in the
one is then its place in the other. What cannot be placed so is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from sayso.model.article import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PARAGRAPHS = (
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "figcaption",
    "dd",
    "dt",
    "td",
    "div",
    "section",
    "article",
    "body",
)
LONGEST = 20_000  # characters of a paragraph that are looked through
MOST = 2_000  # links of a page


def links(tree: HtmlElement, text: str, base: str | None) -> tuple[tuple[int, int, str], ...]:
    """Return ``(start, end, address)`` of each link that can be found in ``text``, in order and apart; relative without ``base``."""
    lines = _lines(text)
    found: dict[int, tuple[int, int, str]] = {}
    done: set[HtmlElement] = set()
    for anchor in tree.iter("a"):
        paragraph = next((over for over in anchor.iterancestors() if over.tag in PARAGRAPHS), None)
        if paragraph is None or paragraph in done or len(found) >= MOST:
            continue
        done.add(paragraph)
        words, anchors = _words(paragraph)
        at = lines.get(words)
        if at is not None:
            for start, end, href in anchors:
                address = _absolute(href, base)
                if address and end > start:
                    found.setdefault(at + start, (at + start, at + end, address))
    return tuple(_apart(sorted(found.values())))


def blocks(tree: HtmlElement, text: str) -> tuple[tuple[int, int, BlockKind], ...]:
    """Return ``(start, end, kind)`` of the captions and of the headline, where they are lines of ``text``; in order and apart."""
    lines = _lines(text)
    found: dict[int, tuple[int, int, BlockKind]] = {}
    for tag, kind in (("h1", BlockKind.HEADLINE), ("figcaption", BlockKind.CAPTION)):
        for element in tree.iter(tag):
            parts = [element, *element.iterdescendants("p")] if tag == "figcaption" else [element]
            for part in parts[:20]:
                words = _words(part)[0]
                at = lines.get(words)
                if at is not None and words:
                    found.setdefault(at, (at, at + len(words), kind))
    return tuple(found[at] for at in sorted(found))


def _lines(text: str) -> dict[str, int]:
    """Where each line of the text starts, without a list's mark; the first of equal ones."""
    found: dict[str, int] = {}
    at = 0
    for line in text.split("\n"):
        mark = 2 if line.startswith("- ") else 0
        found.setdefault(line[mark:], at + mark)
        at += len(line) + 1
    return found


def _words(paragraph: HtmlElement) -> tuple[str, list[tuple[int, int, str]]]:
    """The paragraph's words with single spaces, and ``(start, end, href)`` of its links in them."""
    made, anchors, opened = "", [], []
    pieces: list[str] = []
    length = 0
    space = False
    for kind, value in _walk(paragraph):
        if kind == "text":
            for char_run in _runs(value):
                if char_run == " ":
                    space = length > 0
                    continue
                if space:
                    pieces.append(" ")
                    length += 1
                    space = False
                pieces.append(char_run)
                length += len(char_run)
            if length > LONGEST:
                break
        elif kind == "open":
            opened.append((length + (1 if space else 0), value))
        elif opened:
            start, href = opened.pop()
            anchors.append((start, length, href))
    made = "".join(pieces)
    return made, [(start, end, href) for start, end, href in anchors if start < end]


def _runs(text: str) -> Iterator[str]:
    """Words, and one space for each stretch of white space, also at the ends."""
    if text[:1].isspace():
        yield " "
    for i, word in enumerate(text.split()):
        if i:
            yield " "
        yield word
    if text[-1:].isspace() and text.strip():
        yield " "


def _walk(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """Text in reading order, with ``open`` (and the address) and ``close`` around that of a link."""
    from lxml.etree import iterwalk

    for event, part in iterwalk(element, events=("start", "end")):
        if event == "start":
            if part.tag == "a" and part.get("href"):
                yield "open", part.get("href")
            if part.text and part.tag not in ("script", "style"):
                yield "text", part.text
            if part.tag == "br":
                yield "text", " "
        else:
            if part.tag == "a" and part.get("href"):
                yield "close", ""
            if part.tail and part is not element:
                yield "text", part.tail


def _absolute(href: str, base: str | None) -> str | None:
    try:
        address = urljoin(base or "", href.strip())
    except ValueError:
        return None
    scheme, mark, _ = address.partition(":")
    leads_on = not mark or scheme in ("http", "https") or "/" in scheme  # javascript:, mailto: and the like lead to no page
    return address if address and leads_on and not address.startswith("#") and len(address) <= 2_000 else None


def _apart(places: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    last = 0
    for start, end, href in places:
        if start >= last:
            last = end
            yield start, end, href
