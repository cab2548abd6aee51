"""Outlets: who published an article, by its host name where nothing better is known."""

from __future__ import annotations

from functools import cache

from sayso.language.lexicon import lexicon
from sayso.text.outlets import outlet_at
from sayso.text.url_date import host


def outlet_of(url: str | None) -> str | None:
    """Return the name of the outlet whose site an address is on, the bare host name where no outlet is known for it, None without one."""
    known = outlet_at(url)
    return known.name if known else host(url)


def outlet_of_byline(byline: str | None) -> str | None:
    """Return the outlet a byline names after its last comma ("Dana Reyes, Harbour News"), None when that is a post or another author."""
    _, comma, last = (byline or "").rpartition(",")
    name = last.strip()
    return name if comma and is_outlet(name) else None


def is_outlet(name: str) -> bool:
    """Say whether a name is an outlet's: one we know, or one shaped like theirs ("Harbour News")."""
    shaped = 2 <= len(name.split()) <= 5 and any(f" {shape} " in f" {name} " for shape in lexicon("outlets")["shapes"])
    return shaped or name in known_outlets()


@cache
def known_outlets() -> frozenset[str]:
    """Return all names of the outlets in the lexicon."""
    rows = lexicon("outlets")["outlet"]
    return frozenset(name for row in rows for name in (row["name"], *row.get("short", ())))
