"""Dates in addresses: /2025/10/18/ in a path, or an id that carries its time of making.

Many services number things by time (Twitter's snowflake of 2010 was the first widely known): the upper bits of the id are a clock. Which
host shifts by how much is data (``address_clocks.toml``); an id is believed only when it gives a plausible year.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from sayso.language.lexicon import lexicon

YEARS = range(2005, 2036)  # an id's clock outside them is no clock
PATH_YEARS = range(1980, 2036)
LONGEST = 2_000  # characters of an address that are looked at
_NUMERIC = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-/_.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)")
_SHORT = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?=/|$)")
_NAMED = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<name>[a-z]{3,9})[/-](?P<day>\d{1,2})(?=/|$)", re.IGNORECASE)
_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0[1-9]|1[0-2])(?=/(?!\d{1,2}(?:/|$))|$)")


def split(url: str) -> SplitResult | None:
    """Return the parts of a web address, or None when it is none."""
    try:
        parts = urlsplit(url[:LONGEST].strip())
        return parts if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def host(url: str | None) -> str | None:
    """Return an address's host name without ``www.`` and the like: "example.org"."""
    parts = split(url) if url else None
    return re.sub(r"^(?:www\d?|m|mobile|amp|edition|en)\.(?=[^.]+\.)", "", parts.hostname) if parts and parts.hostname else None


def address_date(url: str | None) -> tuple[str, str] | None:
    """Return the date an address carries (``2025-10-18``, or ``2025-10`` where it stops there) and how: "path" or "id"."""
    parts = split(url) if url else None
    if parts is None:
        return None
    path = unquote(parts.path)
    if day := _id_day(parts.hostname or "", f"{path}?{parts.query}"):
        return day, "id"
    for pattern in (_SHORT, _NAMED, _NUMERIC):
        for found in pattern.finditer(path):
            if day := _day(found):
                return day, "path"
    month = _MONTH.search(path)
    return (f"{month['year']}-{month['month']}", "path") if month and int(month["year"]) in PATH_YEARS else None


def _day(found: re.Match[str]) -> str | None:
    groups = found.groupdict()
    month = _months().get(groups["name"].lower()) if groups.get("name") else int(groups["month"])
    try:
        day = date(int(groups["year"]), month or 0, int(groups["day"]))
    except ValueError:
        return None
    return day.isoformat() if day.year in PATH_YEARS else None


def _id_day(hostname: str, path: str) -> str | None:
    for clock in _clocks():
        if any(hostname == name or hostname.endswith(f".{name}") for name in clock["hosts"]):
            for found in clock["path"].finditer(path):
                seconds = (int(found[1]) >> clock["shift"]) / clock["per_second"] + clock["epoch"]
                if 0 < seconds < 4_000_000_000:
                    day = datetime.fromtimestamp(seconds, UTC).astimezone(timezone(timedelta(hours=clock["zone"])))
                    return day.date().isoformat() if day.year in YEARS else None
    return None


@cache
def _clocks() -> list[dict[str, Any]]:
    return [{**clock, "path": re.compile(clock["path"])} for clock in lexicon("address_clocks", "zxx")["clock"]]


@cache
def _months() -> dict[str, int]:
    names = enumerate(lexicon("published")["months"], start=1)
    return {name: number for number, spellings in names for name in spellings.split("|")}
