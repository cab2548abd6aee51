"""Readings as one HTML file: the text with its claims beside it, opened without a server, read without a script.

The page asks nothing of anybody: styles and the one small script (j and k move between claims) stand in the file, and its content
security policy forbids every request. Whatever comes from an article is escaped by the template, in attributes too.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from sayso.exchange.cards import MARKS, WORDS, Card, by_standing, cards, counted, undecided
from sayso.exchange.html_text import Paragraph, paragraphs
from sayso.exchange.wording import date_words, moment_words, published_words, quoted, shorten, visible
from sayso.model.article import Article, BlockKind
from sayso.model.reading import Reading

if TYPE_CHECKING:
    from jinja2 import Template

WHOLE, SHORTENED = 200, 110  # characters: a claim up to the first is its own heading; a longer one is shortened to the second
_NOT_BODY = {BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION, BlockKind.BOILERPLATE}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


_WEB = re.compile(r"https?://[!-~\u00a1-\ud7ff]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article as the page shows it; ``name`` begins every id on it (a1, a2, ...)."""

    name: str
    reading: Reading
    heading: str
    language: str | None
    link: str | None
    cards: tuple[Card, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def article(self) -> Article:
        """The article read."""
        return self.reading.article

    @property
    def counts(self) -> dict[str, int]:
        """How many claims there are of each standing that occurs."""
        return {word: count for _, word, count in by_standing(self.cards)}

    @property
    def undecided(self) -> tuple[tuple[str, int, tuple[str, ...]], ...]:
        """What could not be decided, by step."""
        return undecided(self.reading)


def report(readings: Sequence[Reading], *, title: str) -> str:
    """Return a whole HTML document that shows these Readings in their order; the same Readings give the same bytes.

    ``title`` heads a page of several articles, and names the window; one article alone stands under its own title.
    """
    script = _data("report.js")
    return _template().render(
        title=title,
        sheets=[_sheet(number, reading) for number, reading in enumerate(readings, 1)],
        style=_data("report.css"),
        script=script,
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        words=WORDS,
        whole=WHOLE,
        shortened=SHORTENED,
        marks=MARKS,
    )


def _sheet(number: int, reading: Reading) -> Sheet:
    article, made = reading.article, cards(reading)
    language = article.language if article.language and _LANGUAGE.fullmatch(article.language) else None
    link = article.url if article.url and _WEB.fullmatch(article.url) else None
    return Sheet(f"a{number}", reading, _heading(article), language, link, made, paragraphs(reading, made))


def _heading(article: Article) -> str:
    """The article's title, else its headline, else the first words of its body."""
    headline = next((block.span.text for block in article.blocks if block.kind is BlockKind.HEADLINE), "")
    return article.title or headline or shorten(_body(article), 80) or "An article without words"


def _body(article: Article) -> str:
    body, read = [], 0
    for span in sorted(block.span for block in article.blocks if block.kind in _NOT_BODY):
        body.append(article.text[read : max(span.start, read)])
        read = max(read, span.end)
    return "".join((*body, article.text[read:]))


def _data(name: str) -> str:
    return resources.files("sayso.exchange").joinpath("data", name).read_text("utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    house = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    house.filters |= {
        "visible": visible,
        "shorten": shorten,
        "quoted": quoted,
        "counted": counted,
        "moment": moment_words,
        "date": date_words,
        "published": published_words,
    }
    return house.from_string(_data("report.html.j2"))
