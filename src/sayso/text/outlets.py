"""Outlets by domain: name, country, language and kind, from our two lists and from a user's own."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from sayso.errors import UsageError
from sayso.language.lexicon import lexicon
from sayso.text.url_date import split

KINDS = ("wire", "agency", "broadcaster", "paper", "state", "aggregator", "blog")
COLUMNS = ("domain", "name", "country", "language", "kind")
ENGLISH = ("en", "eng", "english")  # first labels of an outlet's English site


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet: its domain and name, ISO 3166 alpha-3 country, ISO 639-1 language, and one of ``KINDS``; empty where not known."""

    domain: str
    name: str
    country: str = ""
    language: str = ""
    kind: str = ""


def outlet_at(url: str | None, own: Mapping[str, Outlet] = MappingProxyType({})) -> Outlet | None:
    """Return the outlet whose site an address is on, those of ``own`` first; None when its domain is in no list."""
    parts = split(url) if url else None
    labels = (parts.hostname or "").split(".") if parts else []
    for start in range(len(labels) - 1):
        domain = ".".join(labels[start:])
        found = own.get(domain) or outlets().get(domain)
        if found:
            is_english = start > 0 and labels[0] in ENGLISH
            return Outlet(found.domain, found.name, found.country, "en" if is_english else found.language, found.kind)
    return None


@cache
def outlets() -> Mapping[str, Outlet]:
    """Return the outlets of our lists by domain."""
    more = lexicon("domains")
    found = {}
    for row in lexicon("outlets")["outlet"]:
        language = more["languages"].get(row["country"], "en")
        found[row["domain"]] = Outlet(row["domain"], row["name"], row["country"], language, more["kinds"][row["kind"]])
    by_name = {outlet.name: outlet for outlet in found.values()}
    found.update({row["domain"]: Outlet(**row) for row in more["domain"]})
    for domain, name in more["sites"].items():
        known = by_name[name]
        found[domain] = Outlet(domain, name, known.country, known.language, known.kind)
    return MappingProxyType(found)


def read_own_outlets(path: Path) -> dict[str, Outlet]:
    """Return a user's outlets by domain, from a CSV that names its columns; raise UsageError, naming the line, when it is none."""
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path} cannot be read as a list of outlets ({error}); expected a CSV file in UTF-8") from error
    return dict(_own(rows, path))


def _own(rows: list[dict[str, str]], path: Path) -> Iterator[tuple[str, Outlet]]:
    for number, row in enumerate(rows, start=2):
        facts = {key: (row.get(key) or "").strip() for key in COLUMNS}
        domain = facts["domain"].lower()
        if not domain or "/" in domain or "." not in domain or not facts["name"]:
            raise UsageError(f"{path} line {number} gives no domain and name, expected columns {', '.join(COLUMNS)}, such as velm.example")
        if facts["kind"] and facts["kind"] not in KINDS:
            raise UsageError(f"{path} line {number} has the kind {facts['kind']!r}, expected one of {', '.join(KINDS)}")
        yield domain, Outlet(**{**facts, "domain": domain})
