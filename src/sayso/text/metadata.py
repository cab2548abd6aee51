"""Metadata: what a page says about itself - JSON-LD (schema.org NewsArticle), meta tags, time elements - or a Markdown's front matter.

Read here rather than by htmldate because a reader of "this morning" needs the time and the zone, not the day alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Any

from sayso.errors import UsageError
from sayso.language.lexicon import lexicon
from sayso.language.written import written_dates
from sayso.model.article import PublishedBasis
from sayso.model.moment import Moment
from sayso.text.decode import characters
from sayso.text.published import Dated

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_JSON = 1_000_000  # characters of one JSON-LD script
ASIDE = ("aside", "nav", "footer")  # dates there are those of other articles
WITHIN = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart")  # where a node holds others
MOST_NODES = 5_000  # of one JSON-LD graph
LONGEST_VALUE = 500  # characters of a title, a name, a date
_ISO = re.compile(
    r"(?P<day>(?:19|20)\d\d-\d\d-\d\d)"
    r"(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d(?:[.,]\d{1,9})?)?\s?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)\d{0,2}(Z)?)?")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states about itself; each None where it does not."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    canonical_url: str | None = None
    published: Dated | None = None

    def but(self, other: Stated) -> Stated:
        """Return this with its gaps filled from ``other``."""
        gaps = {name: getattr(other, name) for name in self.__slots__ if getattr(self, name) is None}
        return replace(self, **gaps)


def stated(fields: Mapping[str, str], where: str = "the front matter") -> Stated:
    """Return what named fields (meta tags, front matter; names in lower case) state."""
    author = _first(fields, "byline")
    address = _first(fields, "address")
    date = next(((key, moment) for key in _names_of("date") if key in fields and (moment := moment_of(fields[key]))), None)
    return Stated(
        title=_first(fields, "title"),
        outlet=_first(fields, "outlet"),
        byline=_name(author),
        canonical_url=address if address and address.startswith(("http://", "https://")) else None,
        published=Dated(date[1], PublishedBasis.METADATA, f'the field "{date[0]}" of {where} says so') if date else None,
    )


def page_metadata(tree: HtmlElement) -> Stated:
    """Return what a page states: JSON-LD first, then meta tags, then ``<link rel=canonical>`` and ``<time>``."""
    found = Stated()
    for node in _articles(tree):
        found = found.but(_of_node(node))
    fields: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = _clean(meta.get("content"))
        if name and content:
            fields.setdefault(name, content)
    found = found.but(replace(stated(fields, "the page"), title=None)).but(_by_elements(tree))
    found = found.but(Stated(title=_first(fields, "title")))
    title = found.title or _text(next(tree.iter("h1"), None)) or _text(next(tree.iter("title"), None))
    return replace(found, title=without_outlet(title, found.outlet))


def kinds_of_page(tree: HtmlElement) -> set[str]:
    """Return the schema.org types that a page's JSON-LD names, with "Article" for any kind of article and for og:type article."""
    scripts = [script for script in tree.iter("script") if _is_linked_data(script)]
    nodes = [node for script in scripts for node in _nodes(_loaded(script.text or ""))]
    kinds = {kind for node in nodes for kind in _listed(node.get("@type")) if isinstance(kind, str)}
    is_article = any(_types(node) for node in nodes) or any(
        (meta.get("property") or "").lower() == "og:type" and (meta.get("content") or "").lower() == "article" for meta in tree.iter("meta")
    )
    return kinds | {"Article"} if is_article else kinds


def moment_of(value: str) -> Moment | None:
    """Return the moment that a metadata date names, with its time and zone; a time of exactly midnight is taken for none."""
    value = value.strip()[:100]
    found = _ISO.match(value)
    if found:
        clock = "" if found["clock"] in (None, "00:00") else f"T{found['clock']}{_zone(found['zone'])}"
        return _moment(found["day"] + clock)
    if compact := _COMPACT.fullmatch(value):
        year, month, day, hour, minute, zone = compact.groups()
        clock = f"T{hour}:{minute}{zone or ''}" if hour and (hour, minute) != ("00", "00") else ""
        return _moment(f"{year}-{month}-{day}{clock}")
    if re.fullmatch(r"1\d{9}(?:\d{3})?", value):
        return _of_seconds(int(value[:10]))
    return _mail_date(value) or next((_moment(date.value) for date in written_dates(value) if date.value), None)


def without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Return a title without the outlet's name at its end ("Talks go on | The Herald")."""
    if not title:
        return None
    head, mark, tail = max((title.rpartition(mark) for mark in (" | ", " - ", " – ", " — ", " :: ")), key=lambda parts: len(parts[0]))
    return head.strip() if mark and outlet and tail.strip().lower() in outlet.lower() and head.strip() else title


def _of_seconds(seconds: int) -> Moment | None:
    from datetime import UTC, datetime

    return _moment(datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%MZ"))


def _mail_date(value: str) -> Moment | None:
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    zone = _zone(when.strftime("%z")) if when.tzinfo else ""
    return _moment(f"{when:%Y-%m-%dT%H:%M}{zone}") if 1900 <= when.year <= 2100 else None


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    digits = zone[1:].replace(":", "")
    return "Z" if zone.upper() == "Z" or not digits.strip("0") else f"{zone[0]}{digits[:2]}:{digits[2:] or '00'}"


def _moment(value: str | None) -> Moment | None:
    try:
        return Moment.parse(value) if value else None
    except UsageError:
        return None


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The nodes of the page's JSON-LD that are an article, the plainest news types first."""
    found = [node for script in tree.iter("script") if _is_linked_data(script) for node in _nodes(_loaded(script.text or ""))]
    yield from sorted((node for node in found if _types(node)), key=lambda node: not any("News" in kind for kind in _types(node)))


def _is_linked_data(script: HtmlElement) -> bool:
    return (script.get("type") or "").strip().lower() == "application/ld+json"


def _loaded(text: str) -> Any:
    try:
        return json.loads(text.strip().rstrip(";"), strict=False) if len(text) <= LONGEST_JSON else None
    except (ValueError, RecursionError):  # broken or nested thousands deep: the page has other metadata
        return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < MOST_NODES:
        this = waiting.pop(0) if len(waiting) < 100 else waiting.pop()
        seen += 1
        if isinstance(this, dict):
            yield this
            waiting += [value for key, value in this.items() if key in WITHIN]
        elif isinstance(this, list):
            waiting += this[:MOST_NODES]


def _types(node: dict[str, Any]) -> list[str]:
    return [kind for kind in _listed(node.get("@type")) if isinstance(kind, str) and kind.endswith(tuple(_names_of("article_types")))]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _of_node(node: dict[str, Any]) -> Stated:
    dates = [(key, node[key]) for key in ("datePublished", "dateCreated") if isinstance(node.get(key), str)]
    date = next(((key, moment) for key, value in dates if (moment := moment_of(value))), None)
    page = node.get("mainEntityOfPage")
    address = next((value for value in (node.get("url"), page, _get(page, "@id")) if _is_address(value)), None)
    return Stated(
        title=_clean(node.get("headline") or node.get("name")),
        outlet=next(iter(_names(node.get("publisher"))), None),
        byline=_name(", ".join(_names(node.get("author"))) or None),
        canonical_url=address,
        published=Dated(date[1], PublishedBasis.METADATA, f'"{date[0]}" of the page\'s JSON-LD says so') if date else None,
    )


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(("http://", "https://")) and len(value) <= 2_000


def _get(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _names(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    names = [item if isinstance(item, str) else _get(item, "name") for item in values[:20]]
    return [clean for name in names if (clean := _clean(name)) and not _is_address(clean)]


def _by_elements(tree: HtmlElement) -> Stated:
    canonical = next((link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()), None)
    author = next((a for a in tree.iter("a") if "author" in (a.get("rel") or "").lower().split()), None)
    times = list(islice((time for time in tree.iter("time") if time.get("datetime") and not _is_aside(time)), 50))
    times.sort(key=lambda time: time.get("pubdate") is None and "publish" not in f"{time.get('itemprop')} {time.get('class')}".lower())
    date = next((moment for time in times if (moment := moment_of(time.get("datetime") or ""))), None)
    return Stated(
        byline=_name(_text(author)),
        canonical_url=canonical if _is_address(canonical) else None,
        published=Dated(date, PublishedBasis.METADATA, "a <time> element of the page says so") if date else None,
    )


def _names_of(fact: str) -> list[str]:
    names: list[str] = lexicon("page_fields", "zxx")[fact]
    return names


def _is_aside(element: HtmlElement) -> bool:
    return any(over.tag in ASIDE for over in element.iterancestors())


def _first(fields: Mapping[str, str], fact: str) -> str | None:
    return next((fields[key] for key in _names_of(fact) if fields.get(key)), None)


def _name(author: str | None) -> str | None:
    """An author's name without "By"; None for an address or a page."""
    if not author or _is_address(author):
        return None
    return re.sub(r"^by[:\s]+", "", author, flags=re.IGNORECASE).strip() or None


def _text(element: HtmlElement | None) -> str | None:
    return _clean(element.text_content()) if element is not None else None


def _clean(value: Any) -> str | None:
    """A value on one line and of bounded length; JSON-LD often holds the entities of HTML."""
    if not isinstance(value, str):
        return None
    return characters(" ".join(unescape(value[: 4 * LONGEST_VALUE]).split())[:LONGEST_VALUE])[0] or None
