"""Markdown: the words without the marks, as a browser would show them.

Marks inside a sentence (``**``, ``[words](address)``) would be read as words, so they go, as the tags of a web page go; lines stay
lines, and offsets count in what is left. Front matter is metadata, links keep their place, an image leaves its caption.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.model.article import BlockKind
from sayso.text.assemble import Facts, assemble
from sayso.text.extracted import Extracted, Given
from sayso.text.metadata import stated

_FENCE = re.compile(r"(?:---|\+\+\+)[ \t]*\n")
_FIELD = re.compile(r"([A-Za-z][\w -]{0,40})\s*[:=]\s*(.{0,2000})")
_BLOCK = re.compile(r"[ \t]{0,8}(?:(?P<head>#{1,6}[ \t]+)|(?:>[ \t]?){1,9}|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+|(?:```|~~~).*)[ \t]*$")
_DEFINED = re.compile(r"[ ]{0,3}\[([^\[\]^]{1,100})\]:\s*<?(\S{1,2000}?)>?(?:\s.{0,300})?$")
_TARGET = r"\(\s?<?(?P<{0}>[^()\s<>]{{1,2000}}(?:\([^()\s]{{0,200}}\)[^()\s]{{0,200}})?)>?(?:\s[\"'][^\"']{{0,300}}[\"'])?\s?\)"
_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    rf"|!\[(?P<image>[^\[\]]{{0,500}})\]{_TARGET.format('picture')}"
    rf"|\[(?P<link>[^\[\]]{{1,500}})\](?:{_TARGET.format('href')}|\[(?P<ref>[^\[\]]{{0,100}})\])"
    r"|<(?P<auto>https?://[^<>\s]{1,2000})>|`(?P<code>[^`]{1,500})`|(?P<tag></?[a-zA-Z][^<>]{0,300}>|<!--[^<>]{0,2000}-->)"
    r"|(?P<mark>(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])|(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w_])|~~)"
)


@dataclass(slots=True)
class _Page:
    """The text as it grows, and what is found on the way."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    title: str | None = None
    links: list[tuple[int, int, str]] = field(default_factory=list)
    blocks: list[tuple[int, int, BlockKind]] = field(default_factory=list)

    def add(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)


def article(text: str, *, given: Given, name: str) -> Extracted:
    """Return the Article of a Markdown text; raise UnreadableError when it is empty or not English."""
    fields, start = front_matter(text)
    page = _read(text[start:])
    known = stated(fields)
    facts = Facts(
        title=known.title or page.title,
        outlet=known.outlet,
        byline=known.byline,
        canonical_url=known.canonical_url,
        published=known.published,
        links=tuple(page.links),
        blocks=tuple(page.blocks),
    )
    return assemble("".join(page.pieces), facts, given, name)


def is_marked(text: str) -> bool:
    """Say whether a text opens as Markdown does: with a heading, or with front matter that names a title, a date or an author."""
    is_headed = re.match(r"\s{0,9}#{1,2} \w", text) is not None
    return is_headed or bool({"title", "date", "author", "published"} & front_matter(text)[0].keys())


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """Return the fields between two fences at the top, by lower-case name, and where the text goes on."""
    opening = _FENCE.match(text)
    if not opening:
        return {}, 0
    fence = text[:3]
    end = text.find(f"\n{fence}", opening.end() - 1, 20_000)
    if end < 0:
        return {}, 0
    fields = {}
    for line in text[opening.end() : end].split("\n"):
        found = _FIELD.match(line)
        value = found[2].strip().strip("\"'[]").strip() if found else ""
        if found and value:
            fields[found[1].strip().lower()] = value
    after = text.find("\n", end + 1)
    return fields, len(text) if after < 0 else after + 1


def _read(text: str) -> _Page:
    page = _Page()
    lines = text.split("\n")
    defined = {found[1].lower(): found[2] for line in lines if (found := _DEFINED.match(line))}
    for line in lines:
        if _RULE.match(line[:200]) or _DEFINED.match(line[:3_000]):
            line = ""
        _line(page, line.rstrip().removesuffix("\\"), defined)
        page.add("\n")
    return page


def _line(page: _Page, line: str, defined: dict[str, str]) -> None:
    start, first = page.length, len(page.pieces)
    block = _BLOCK.match(line)
    rest = line[block.end() :] if block else line
    if block and block["head"]:
        rest = rest.rstrip("# ")
    only_image = (whole := _INLINE.fullmatch(rest.strip())) is not None and whole["picture"] is not None
    for words, href in _inline(rest.strip() if only_image else rest, defined):
        if href and words:
            page.links.append((page.length, page.length + len(words), href))
        page.add(words)
    if page.length == start:
        return
    if only_image:
        page.blocks.append((start, page.length, BlockKind.CAPTION))
    elif block and block["head"] and page.title is None and len(block["head"].strip()) == 1:
        page.title = "".join(page.pieces[first:]).strip()
        page.blocks.append((start, page.length, BlockKind.HEADLINE))


def _inline(line: str, defined: dict[str, str]) -> Iterator[tuple[str, str | None]]:
    """Yield the words of a line without marks, each with the address it links to or None."""
    at = 0
    for found in _INLINE.finditer(line):
        yield line[at : found.start()], None
        at = found.end()
        if found["link"] is not None:
            href = found["href"] or defined.get((found["ref"] or found["link"]).lower())
            yield _bare(found["link"]), href
        else:
            words = next((found[kind] for kind in ("escaped", "image", "auto", "code") if found[kind] is not None), "")
            yield words, found["auto"]
    yield line[at:], None


def _bare(words: str) -> str:
    return re.sub(r"[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}(?!\w)", "", words) or words
