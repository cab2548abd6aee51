"""Verdict: whether what was extracted from a page is an article at all, or a wall before one, an index of many, an error page.

"Empty" is not "read": a page that shows much and gives no body is a failure with a reason, so that nobody counts it as silence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sayso.errors import UnreadableError, Why
from sayso.language.lexicon import lexicon
from sayso.text.metadata import kinds_of_page

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MUCH = 2_000  # characters shown from which a page without a body is a failure of ours, not an empty page
LITTLE = 200  # characters of body that are too few for such a page
SENTENCE = 60  # characters of sentences without which a body is labels, prices and names of links
MOSTLY = 0.8  # share of a body's characters that lead elsewhere, from which the page is a list of links
SHORT = 2_500  # characters of body from which no wall's words matter: articles are written about cookies too
PART = 0.3  # share of a short body's lines that are a wall's, from which the page is one
TEASERS = 8  # headlines that lead elsewhere, from which a page without whole paragraphs is an index
PARAGRAPH, LONG = 200, 600  # characters of a line that is no teaser, and of all such lines together that only an article has
OUTSIDE = ("aside", "nav", "footer", "header", "form")
LISTS = ("CollectionPage", "SearchResultsPage", "ProfilePage", "ContactPage", "AboutPage", "CheckoutPage", "FAQPage")
_STOP = re.compile(r"[.!?。][\"”’')\]]{0,2}(?:\s|$)")
ADVICE = "save the article as plain text"


def refuse(tree: HtmlElement, words: str, shown: int, title: str | None, linked: int, name: str) -> None:
    """Raise UnreadableError with its ``why`` when ``words``, extracted from a page that shows ``shown`` characters, are no article.

    ``linked`` is how many characters of them lead elsewhere.
    """
    if len(words) < SHORT and _is_wall(words, title):
        raise UnreadableError(f"{name} asks to log in, to subscribe or to agree before its article: {ADVICE}", why=Why.WALL)
    if len(words) < SHORT and _title(title) in lexicon("walls")["errors"]:
        raise UnreadableError(f"{name} is an error page ({title!r:.80}), expected an article: check the address", why=Why.NOT_ARTICLE)
    if words and (linked > MOSTLY * len(words) or _is_index(tree, words)):
        advice = "expected one article: give the page that one of them leads to"
        raise UnreadableError(f"{name} is a list of links, {advice}", why=Why.NOT_ARTICLE)
    if shown > MUCH and (len(words) < LITTLE or _prose(words) < SENTENCE):
        reason = f"{name} shows {shown:,} characters but no article body could be told from the rest of the page: {ADVICE}"
        raise UnreadableError(reason, why=Why.EMPTY)
    if not words.strip():
        raise UnreadableError(f"{name} holds no article text (is it filled in by a script?): {ADVICE}", why=Why.EMPTY)


def _is_wall(words: str, title: str | None) -> bool:
    lines = [line.lower() for line in words.split("\n") if line.strip()]
    asking = sum(len(line) for line in lines if _phrases().search(line.replace("’", "'")))
    is_asking = asking > PART * sum(map(len, lines)) if lines else False
    return is_asking or (_title(title) in lexicon("walls")["titles"] and len(words) < LITTLE * 3)


def _prose(words: str) -> int:
    """The characters in lines that hold a sentence: six words and a full stop. Labels, prices and names of links are none."""
    return sum(len(line) for line in words.split("\n") if _STOP.search(line) and len(line.split()) >= 6)


def _is_index(tree: HtmlElement, words: str) -> bool:
    """Whether the page is a list of teasers, by what it says of itself or by what it shows."""
    kinds = kinds_of_page(tree)
    if "Article" in kinds or sum(len(line) for line in words.split("\n") if len(line) >= PARAGRAPH) >= LONG:
        return False
    if kinds & set(LISTS) and len(words) < SHORT * 2:
        return True
    return len(_teasers(tree)) >= TEASERS


def _teasers(tree: HtmlElement) -> list[HtmlElement]:
    """The headlines in the page's own part that are links, each address once."""
    found: dict[str, HtmlElement] = {}
    for heading in tree.iter("h2", "h3", "h4"):
        above = list(heading.iterancestors())
        if any(over.tag in OUTSIDE for over in above):
            continue
        link = next(heading.iter("a"), None)
        link = link if link is not None else next((over for over in above[:2] if over.tag == "a"), None)
        if link is not None and link.get("href"):
            found.setdefault(link.get("href"), heading)
    return list(found.values())


def _title(title: str | None) -> str:
    """A title before its first dash or bar, in small letters: what a page of no article is called."""
    return re.split(r" [-–—|:·] ", (title or "").lower(), maxsplit=1)[0].strip(" .")


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, lexicon("walls")["phrases"])))
