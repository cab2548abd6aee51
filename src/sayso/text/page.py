"""A web page, taken apart under limits: what no real article needs is refused before a parser can choke on it.

Measured on trafilatura 2.3.1 with lxml 6.1: one tag with 100,000 attributes costs more than 15 seconds (libxml2 compares each with each),
tags nested deeper than 256 silently end the document, 200,000 elements cost 6 seconds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.errors import UnreadableError, Why

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_CHARACTERS = 10 * 2**20  # of a page
MAX_ATTRIBUTES = 1_000  # of one tag; 200 is the most seen on real pages
MAX_ELEMENTS = 150_000
ADVICE = "cut out the article's own text"
_TAG = re.compile(r"<[a-zA-Z][^\s/>]{0,200}")
_ATTRIBUTE = re.compile(r"[\s/]*(?:[^\s/>=]+|=)(?:\s*=\s*(?:\"[^\"]*(?:\"|$)|'[^']*(?:'|$)|[^\s>\"']*))?")
_PROLOG = re.compile(r"\A\s*<\?xml[^<>]{0,500}\?>")
_HIDDEN = (
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "nav",
    "footer",
    "aside",
    "form",
    "button",
    "select",
    "svg",
    "iframe",
    "object",
)


def parse(text: str, name: str) -> HtmlElement:
    """Return the page's tree; raise UnreadableError when it is over a limit or no page at all."""
    if len(text) > MAX_CHARACTERS:
        raise UnreadableError(
            f"{name} is a page of {len(text):,} characters, expected at most {MAX_CHARACTERS:,}: {ADVICE}", why=Why.TOO_LARGE
        )
    most = _most_attributes(text)
    if most > MAX_ATTRIBUTES:
        raise UnreadableError(
            f"{name} has a tag with more than {MAX_ATTRIBUTES:,} attributes, which no article needs: {ADVICE}", why=Why.BOMB
        )
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        tree: HtmlElement = document_fromstring(_PROLOG.sub("", text, count=1), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableError(f"{name} could not be taken apart as HTML ({error}): save the article as plain text") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableError(f"{name} has tags nested more than 256 deep, which no article needs: {ADVICE}", why=Why.BOMB)
    count = sum(1 for _ in tree.iter())
    if count > MAX_ELEMENTS:
        raise UnreadableError(f"{name} has {count:,} elements, expected at most {MAX_ELEMENTS:,}: {ADVICE}", why=Why.TOO_LARGE)
    return tree


def visible(tree: HtmlElement) -> int:
    """Return how many characters the page shows, without menus, scripts and the white space between words."""
    shown = 0
    skipped: set[HtmlElement] = set()
    for element in tree.iter():
        inside = element.getparent() in skipped
        if inside or element.tag in _HIDDEN:
            skipped.add(element)
        else:
            shown += len(" ".join((element.text or "").split()))
        if not inside:
            shown += len(" ".join((element.tail or "").split()))
    return shown


def _most_attributes(text: str) -> int:
    """The greatest number of attributes in one tag, or just over the limit; linear, since every match goes on where the last ended."""
    at, most = 0, 0
    while found := _TAG.search(text, at):
        at, count = found.end(), 0
        while count <= MAX_ATTRIBUTES and (attribute := _ATTRIBUTE.match(text, at)):
            at, count = attribute.end(), count + 1
        most = max(most, count)
        if most > MAX_ATTRIBUTES:
            return most
    return most
