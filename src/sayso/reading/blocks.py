"""Blocks: what is not body - headline, byline, dateline, captions and small print - so that no claim is read from it.

What the page's own markup said (blocks the article came with) is kept; the layout of the text itself is added around it.
"""

from __future__ import annotations

from bisect import bisect_right

from sayso.language.layout import layout
from sayso.model.article import Article, Block
from sayso.model.span import Span


def blocks(article: Article, *, only: frozenset[str] | None = None) -> tuple[Block, ...]:
    """Return the article's blocks, in order and apart; asking again about an article that has them changes nothing."""
    text, kept = article.text, sorted(article.blocks, key=lambda block: block.span)
    ends = [block.span.end for block in kept]
    found = []
    for stretch in layout(text):
        after = bisect_right(ends, stretch.start)  # the first of the page's own blocks that ends beyond this stretch's start
        is_free = after == len(kept) or stretch.end <= kept[after].span.start
        if is_free and (only is None or stretch.rule in only):
            found.append(Block(stretch.kind, Span.cut(text, stretch.start, stretch.end)))
    return tuple(sorted([*kept, *found], key=lambda block: block.span))


def body(article: Article) -> tuple[Span, ...]:
    """Return what is in none of the article's blocks, without white space around it, in order."""
    left, found = 0, []
    for start, end in [*((block.span.start, block.span.end) for block in article.blocks), (len(article.text), len(article.text))]:
        words = article.text[left:start]
        left_trimmed = left + len(words) - len(words.lstrip())
        if words.strip():
            found.append(Span.cut(article.text, left_trimmed, left_trimmed + len(words.strip())))
        left = max(left, end)
    return tuple(found)
