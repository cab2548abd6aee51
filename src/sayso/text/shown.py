"""Shown facts: the date and byline that a page shows its readers between headline and body, where its markup states none.

Only after the headline: above it stands the masthead, which often shows the day the page was looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile, islice
from typing import TYPE_CHECKING

from sayso.language.layout import byline_names, is_byline, is_publication_line
from sayso.language.written import written_dates
from sayso.model.article import PublishedBasis
from sayso.model.moment import Moment
from sayso.text.metadata import Stated
from sayso.text.published import Dated

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NEAR = 60  # elements after the headline that are looked at
LONGEST = 160  # characters of a line
OUTSIDE = ("aside", "nav", "footer", "form", "script", "style")  # never holds the article's own facts


def shown_facts(tree: HtmlElement) -> Stated:
    """Return the date and byline shown right after the page's first ``<h1>``; nothing without one."""
    found = Stated()
    for line in _lines(tree):
        is_writers = is_byline(line, strict=True)
        if (is_writers or is_publication_line(line)) and (date := next((date for date in written_dates(line) if date.value), None)):
            why = f'the page shows "{line}" under its headline'
            found = found.but(Stated(published=Dated(Moment.parse(date.value or ""), PublishedBasis.METADATA, why)))
        if is_writers:
            found = found.but(Stated(byline=byline_names(line)))
    return found


def _lines(tree: HtmlElement) -> Iterator[str]:
    """The short pieces of text after the headline: small elements whole, and what stands loose between them."""
    after = dropwhile(lambda element: element.tag != "h1", tree.iter())
    for element in islice((element for element in after if element.tag not in OUTSIDE), NEAR):
        small = sum(1 for _ in islice(element.iter(), 7)) < 7 and element.tag not in ("h1", "br")
        for words in (element.text_content() if small else element.text, element.tail):
            line = " ".join((words or "")[: 2 * LONGEST].split())
            if 4 <= len(line) <= LONGEST:
                yield line
