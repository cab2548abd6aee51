"""Assembly: a text and what is known about it become an Article. Plain text, Markdown and HTML all end here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.errors import UnreadableError
from sayso.language.layout import Stretch, byline_names, layout
from sayso.model.article import Article, Block, BlockKind, Link, PublishedBasis
from sayso.model.reading import Note
from sayso.model.span import Span
from sayso.text.credits import credits_of
from sayso.text.dateline import credit, edge_lines, original
from sayso.text.extracted import Extracted, Given
from sayso.text.language import check
from sayso.text.outlet import outlet_of, outlet_of_byline
from sayso.text.published import Clues, Dated, find

_ADDRESS = re.compile(r"https?://[^\s<>\"'「」【】（）]{4,2000}")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says about itself beside its text. Links and blocks are ``(start, end, ...)`` in the text."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    canonical_url: str | None = None
    published: Dated | None = None
    guess: Callable[[], Dated | None] = lambda: None
    links: tuple[tuple[int, int, str], ...] = ()
    blocks: tuple[tuple[int, int, BlockKind], ...] = ()


def assemble(text: str, facts: Facts, given: Given, name: str) -> Extracted:
    """Return the Article; raise UnreadableError when the text is empty or not English."""
    if not text.strip():
        raise UnreadableError(f"{name} is empty, expected an article: give a text with words in it")
    language = check(text, name)
    stretches, lines = layout(text), edge_lines(text)
    named = original(lines)
    canonical = facts.canonical_url or (named[0] if named else None)
    urls = tuple(dict.fromkeys(url for url in (given.url, facts.canonical_url) if url))
    dated = find(Clues(text, lines, stretches, given.published, given.announced, urls, facts.published, facts.guess))
    byline = facts.byline or _byline(text, stretches)
    article = Article.of(
        text,
        title=given.title or facts.title or _words(text, stretches, BlockKind.HEADLINE),
        url=given.url,
        canonical_url=canonical,
        outlet=given.outlet or facts.outlet or credit(text, stretches) or outlet_of_byline(byline) or outlet_of(given.url or canonical),
        byline=byline,
        published=dated.moment,
        published_basis=dated.basis,
        language=language,
        blocks=tuple(Block(kind, Span.cut(text, start, end)) for start, end, kind in facts.blocks),
        links=_links(text, facts.links),
        credits=credits_of(text, lines, stretches),
    )
    return Extracted(article, _notes(dated))


def _words(text: str, stretches: Iterable[Stretch], kind: BlockKind) -> str | None:
    return next((text[stretch.start : stretch.end] for stretch in stretches if stretch.kind is kind), None)


def _byline(text: str, stretches: Iterable[Stretch]) -> str | None:
    words = _words(text, stretches, BlockKind.BYLINE)
    return byline_names(words) if words else None


def _links(text: str, links: tuple[tuple[int, int, str], ...]) -> tuple[Link, ...]:
    """The page's links, and addresses written out in the text."""
    found = {(start, end): Link(Span.cut(text, start, end), href) for start, end, href in links}
    for address in _ADDRESS.finditer(text):
        words = address[0].rstrip(".,;:!?)]")
        end = address.start() + len(words)
        found.setdefault((address.start(), end), Link(Span.cut(text, address.start(), end), words))
    return tuple(found[place] for place in sorted(found))


def _notes(dated: Dated) -> tuple[Note, ...]:
    if dated.basis in (PublishedBasis.GIVEN, PublishedBasis.METADATA):
        return ()
    if dated.moment is None:
        advice = "so relative dates have no value: give the date with --published"
        return (Note("published", f"the publication date is unknown ({dated.why}), {advice}", dated.evidence),)
    return (Note("published", f"the publication date is taken to be {dated.moment.value} because {dated.why}", dated.evidence),)
