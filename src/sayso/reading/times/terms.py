"""Terms of office: "Trump's first term", "Obama's presidency", "under President Moon Jae-in".

Who governed when is data (``office_holders.toml``). A name that several of them bear means nobody here, and only a tenure that is over is a
time of its own after "under".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.language.offices import Term, holdings
from sayso.language.surnames import surnames
from sayso.reading.times.context import Context
from sayso.reading.times.rule import Found, Match, RuleBook, date
from sayso.reading.times.words import lookup, table

book = RuleBook()
_WORD = re.compile(r"\S+")
_LONGEST = 4  # words of a name


@book.rule("term", r"(?P<which>first|second|third|fourth){S}(?:presidential{S})?term(?:{S}in{S}office)?")
def _term(match: Match, context: Context) -> Found | None:
    """A numbered term of somebody named, where the office has terms of one length."""
    found = _named_before(context.text, match.start())
    terms = list(_terms(found[1])) if found else []
    number = lookup("ordinals", match["which"])
    return _spanning(match, found[0], *terms[number - 1]) if found and number <= len(terms) else None


@book.rule("presidency", r"presidency|premiership|chancellorship")
def _presidency(match: Match, context: Context) -> Found | None:
    """All of somebody's time in office; the latest, where there were two."""
    found, office = _named_before(context.text, match.start()), table("terms")["named"][match.group().lower()]
    held = [tenure for tenure in found[1] if tenure.office in office] if found else []
    told = [tenure for tenure in held if context.day is None or tenure.since <= context.day.isoformat()[:7]]
    return _spanning(match, found[0], told[-1].since, told[-1].until) if found and told else None


@book.rule(
    "under", r"under{S}(?P<title>(?:then-?)?(?:president|prime{S}minister|chancellor|premier){S})?(?P<name>\S{2,20}(?:{S}\S{2,20}){0,3})"
)
def _under(match: Match, context: Context) -> Found | None:
    """Under somebody who no longer governs: a full name, or one with its title."""
    words = list(_WORD.finditer(match["name"]))
    for count in range(len(words), 0 if match["title"] else 1, -1):
        name = match["name"][: words[count - 1].end()].rstrip(".,;:!?)'’\"”")
        held = _holders().get(_key(name), [])
        if held and context.day and all(tenure.until and tenure.until < context.day.isoformat()[:7] for tenure in held):
            found = date(match, f"{held[0].since}/{held[-1].until}")
            found.end = match.start("name") + len(name)
            return found
    return None


def _spanning(match: Match, start: int, since: str, until: str) -> Found:
    found = date(match, f"{since}/{until or '..'}")
    found.start = start
    return found


def _named_before(text: str, end: int) -> tuple[int, list[Term]] | None:
    """Where the name of an office-holder begins that stands in the possessive before an offset, and his tenures."""
    begin = max(0, end - 60)
    words = list(_WORD.finditer(text, begin, end))
    if not words or not words[-1].group().endswith(("'s", "’s", "s'", "s’")):
        return None
    for first in words[-_LONGEST:]:
        name = text[first.start() : words[-1].end()].removesuffix("'s").removesuffix("’s").rstrip("'’")
        if held := _holders().get(_key(name)):
            return first.start(), held
    return None


def _terms(held: list[Term]) -> Iterator[tuple[str, str]]:
    """Each term of one length, in order, where the office has such; the last one may have been cut short."""
    for tenure in held:
        begin, years = tenure.since, table("terms")["years"].get(f"{tenure.country} {tenure.office}", 0)
        while years and (not tenure.until or begin < tenure.until):
            end = f"{int(begin[:4]) + years}{begin[4:]}"
            yield begin, min(end, tenure.until or end)
            if not tenure.until:
                break
            begin = end


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").split())


@cache
def _holders() -> dict[str, list[Term]]:
    """The tenures of each head of state or government, by full name, and by surname where nobody else in the table bears it."""
    held: dict[str, list[Term]] = {}
    bearers: dict[str, dict[str, str]] = {}  # surname: the people who bear it, by their first spelling
    for holding in (each for each in holdings("en") if each.head):
        for name in holding.names:
            if holding.term.office in table("terms")["offices"]:
                held.setdefault(name, []).append(holding.term)
            for called in surnames(re.split(r"[\s-]+", name), name, holding.term.country):
                bearers.setdefault(" ".join(called), {}).setdefault(holding.person, name)
    alone = {word: next(iter(names.values())) for word, names in bearers.items() if len(names) == 1}
    return {word: held[name] for word, name in alone.items() if name in held} | held
