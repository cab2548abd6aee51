"""HTML: the article out of a web page, its words by trafilatura (Barbaresi 2021, ACL), its facts by our own reading of its metadata.

trafilatura and htmldate only ever get a tree that we parsed, never a string: htmldate fetches a string that looks like an address.
"""

from __future__ import annotations

import logging
from copy import deepcopy
from typing import TYPE_CHECKING

from sayso.errors import UnreadableError
from sayso.model.article import PublishedBasis
from sayso.text.assemble import Facts, assemble
from sayso.text.decode import characters
from sayso.text.extracted import Extracted, Given
from sayso.text.metadata import moment_of, page_metadata
from sayso.text.page import parse, visible
from sayso.text.places import blocks, links
from sayso.text.published import Dated
from sayso.text.shown import shown_facts
from sayso.text.verdict import refuse

if TYPE_CHECKING:
    from lxml.html import HtmlElement

YEARS = ("1990-01-01", "2035-12-31")  # htmldate's limits; its own latest is today, and we must not depend on the day


def is_page(start: str) -> bool:
    """Say whether a text's first characters, in lower case, are those of a web page."""
    while start.startswith("<!--") and "-->" in start:
        start = start[start.index("-->") + 3 :].lstrip()
    return start.startswith(("<!doctype html", "<html", "<head", "<body", "<article", "<main", "<div", "<p>", "<p ", "<h1"))


def article(text: str, *, given: Given, name: str) -> Extracted:
    """Return the Article of a web page; raise UnreadableError when there is none in it that can be got at."""
    tree = parse(text, name)
    shown = visible(tree)
    words = _body(deepcopy(tree), name)
    known = page_metadata(tree).but(shown_facts(tree))
    placed = links(tree, words, given.url or known.canonical_url)
    refuse(tree, words, shown, known.title, sum(end - start for start, end, _ in placed), name)
    facts = Facts(
        title=known.title,
        outlet=known.outlet,
        byline=known.byline,
        canonical_url=known.canonical_url,
        published=known.published,
        guess=lambda: _guess(tree),
        links=placed,
        blocks=blocks(tree, words),
    )
    return assemble(words, facts, given, name)


def _body(tree: HtmlElement, name: str) -> str:
    """The article's words, a line a paragraph."""
    _hush()
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(tree, include_comments=False, include_tables=False)
    except Exception as error:  # a parser given hostile markup may raise anything; it is never our caller's fault
        raise UnreadableError(f"{name} could not be taken apart ({type(error).__name__}): save the article as plain text") from error
    text = (getattr(found, "text", None) or "") if found is not None else ""
    return characters(text)[0].strip("\n")


def _guess(tree: HtmlElement) -> Dated | None:
    """htmldate's opinion (Barbaresi 2020, JOSS): a day, from habits of page makers and at last from frequencies in the text."""
    _hush()
    from htmldate import find_date

    try:
        day = find_date(deepcopy(tree), original_date=True, extensive_search=True, min_date=YEARS[0], max_date=YEARS[1])
    except Exception:  # as above: no date is lost that another step could not find
        return None
    moment = moment_of(day) if day else None
    return Dated(moment, PublishedBasis.INFERRED, "htmldate takes it for the date of the page") if moment else None


def _hush() -> None:
    """Their complaints about a page are ours to put into words."""
    for library in ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer"):
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)
