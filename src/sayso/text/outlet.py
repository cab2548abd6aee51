"""Outlets: who published an article, by its host name where nothing better is known."""

from __future__ import annotations

from functools import cache

from sayso.language.lexicon import lexicon
from sayso.text.url_date import host


def outlet_of(url: str | None) -> str | None:
    """Return the name of the outlet whose site an address is on, the bare host name where no outlet is known for it, None without one."""
    name = host(url)
    if name is None:
        return None
    parts = name.split(".")
    return next((_by_domain()[tail] for i in range(len(parts) - 1) if (tail := ".".join(parts[i:])) in _by_domain()), name)


@cache
def _by_domain() -> dict[str, str]:
    try:
        tables = [value for value in lexicon("outlets").values() if isinstance(value, list)]
    except FileNotFoundError:
        return {}
    return {row["domain"]: row["name"] for rows in tables for row in rows if isinstance(row, dict) and row.get("domain")}


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
