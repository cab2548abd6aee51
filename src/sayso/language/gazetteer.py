"""The gazetteer: names of countries, peoples, places, organisations and office-holders, and nouns that name a role.

Names are matched piece by piece: a piece is a word between spaces and hyphens, without accents and full stops, so that "Kim Jong-un",
"U.S." and "Bogotá" are found however they are written. Capitals count: "US" is no "us".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence, Set
from copy import copy
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from sayso.language.lexicon import lexicon
from sayso.language.offices import Holding, Offices, Term, holdings
from sayso.language.own_actors import OwnActor
from sayso.language.surnames import surnames

_WORD = re.compile(r"['’]s?(?=\W|$)|[^\s\-–—'’,;:()\"“”]+(?:['’](?!s\b)\w+)*|,")
_LETTERS = str.maketrans("łŁøØđĐıð", "lLoOdDid")  # letters that are no letter with an accent to Unicode
_CACHED = 1 << 16  # words whose plain form is kept: a language's common ones, and no more over a million articles


class Sort(StrEnum):
    """What a name in the gazetteer names."""

    COUNTRY = "country"
    PEOPLE = "people"
    SEAT = "seat"
    PLACE = "place"
    ORGANISATION = "organisation"
    METONYM = "metonym"
    OUTLET = "outlet"
    PERSON = "person"
    GROUP = "group"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a name, in pieces, and what it stands for."""

    pieces: tuple[str, ...]
    sort: Sort
    name: str
    country: str | None = None
    sector: str | None = None
    terms: tuple[Term, ...] = ()  # of a listed actor that is no person: what it stands for when


@dataclass(frozen=True, slots=True)
class Piece:
    """A word as it is compared (``key``), as it is written, and the number of the token it stands in."""

    key: str
    written: str
    token: int


@dataclass(frozen=True, slots=True)
class Role:
    """A noun that says what somebody is. A generic one ("official") takes its sector from whoever stands beside it."""

    noun: str
    sector: str | None
    generic: bool
    alone: bool


def pieces(words: Sequence[str]) -> list[Piece]:
    """Cut words (tokens, or one whole phrase) into pieces; ``token`` counts the words given."""
    return [Piece(plain(found), found, number) for number, word in enumerate(words) for found in _WORD.findall(word)]


@lru_cache(maxsize=_CACHED)
def plain(word: str) -> str:
    """Return a word as names are compared: small letters, no accents, no full stops, one kind of apostrophe."""
    flat = (
        word
        if word.isascii()
        else "".join(c for c in unicodedata.normalize("NFKD", word.translate(_LETTERS)) if not unicodedata.combining(c))
    )
    return flat.replace("’", "'").replace(".", "").casefold() or word


def singular(word: str) -> str:
    """Return the likely singular of a lower-case noun."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


class Gazetteer:
    """All names and roles of one language; ask for the process's one with ``gazetteer()``."""

    def __init__(self, language: str = "en") -> None:
        self.names: dict[str, list[Name]] = {}
        self.roles: dict[tuple[str, ...], Role] = {}
        self.terms: dict[str, list[Term]] = {}
        self.surnames: dict[tuple[str, ...], list[str]] = {}
        self.heads: set[str] = set()  # persons of the first table, whom a common surname alone may mean
        self.countries: dict[str, str] = {}
        self.own_titles: frozenset[str] = frozenset()  # of offices that a user's own actors hold
        self.offices = Offices([listed(titles) for titles in lexicon("sectors", language)["alike"]])
        self._countries(language)
        self._organisations(language)
        self._outlets(language)
        self._roles(language)
        self._office_holders(language)
        self._longest_first()

    def extended(self, own: Sequence[OwnActor]) -> Gazetteer:
        """Return a gazetteer that knows these actors too, before others of the same name; this one is not changed."""
        made = copy(self)
        made.names = {key: list(names) for key, names in self.names.items()}
        made.surnames = {key: list(people) for key, people in self.surnames.items()}
        made.roles, made.heads, made.countries, made.offices = dict(self.roles), set(self.heads), dict(self.countries), self.offices.copy()
        made.terms = {name: list(terms) for name, terms in self.terms.items() if name not in {each.names[0] for each in own}}
        for name in dict.fromkeys(each.names[0] for each in own):
            made._own([each for each in own if each.names[0] == name])
        made._longest_first()
        return made

    def match(self, found: Sequence[Piece], at: int) -> Name | None:
        """Return the longest name that starts at piece ``at``, or None."""
        for name in self.names.get(found[at].key, ()):
            end = at + len(name.pieces)
            if end <= len(found) and all(_fits(written, piece) for written, piece in zip(name.pieces, found[at:end], strict=True)):
                return name
        return None

    def role(self, found: Sequence[Piece], at: int) -> tuple[Role, int] | None:
        """Return the longest role noun that starts at piece ``at`` and how many pieces it takes, or None."""
        for length in range(min(4, len(found) - at), 0, -1):
            keys = tuple(piece.key for piece in found[at : at + length])
            role = self.roles.get(keys) or self.roles.get((*keys[:-1], singular(keys[-1])))
            if role:
                return role, length
        return None

    def _longest_first(self) -> None:
        for known in self.names.values():
            known.sort(key=lambda name: -len(name.pieces))

    def _add(
        self,
        written: str,
        sort: Sort,
        name: str,
        country: str | None = None,
        sector: str | None = None,
        *,
        own: Sequence[Term] | None = None,
    ) -> None:
        """Add a way to write a name; ``own`` are the terms of a user's own actor, who goes before all others."""
        cut = pieces([written])
        entry = Name(tuple(piece.written for piece in cut), sort, name, country or None, sector or None, tuple(own or ()))
        if cut:
            known = self.names.setdefault(cut[0].key, [])
            known.insert(len(known) if own is None else 0, entry)

    def _own(self, rows: Sequence[OwnActor]) -> None:
        """Take up a user's own actor: a row for each time it stood for something else, those without dates first."""
        rows = sorted(rows, key=lambda row: row.since)
        name, first = rows[0].names[0], rows[0]
        if first.kind == Sort.PERSON:
            self.own_titles |= {row.office for row in rows if row.office}
            for row in rows:
                term = Term(row.country, row.office, row.since, row.until, row.sector)
                self.hold(Holding(row.country, (row.office,) if row.office else (), row.names, term, head=True), ())
        elif first.kind == Sort.COUNTRY and first.country:
            self.countries[first.country] = name
        terms = [Term(row.country, row.office, row.since, row.until, row.sector) for row in rows]
        dated = terms if len(rows) > 1 or first.since or first.until else ()
        for written in dict.fromkeys(written for row in rows for written in row.names):
            self._add(written, Sort(first.kind), name, first.country, first.sector, own=() if first.kind == Sort.PERSON else dated)
            if first.kind == Sort.PERSON:
                self._called(written, name, first.country)

    def _countries(self, language: str) -> None:
        for code, row in lexicon("countries", language).items():
            if not isinstance(row, dict):
                continue
            written = listed(row["names"])
            self.countries[code] = written[0]
            for sort, field in ((Sort.COUNTRY, "names"), (Sort.PEOPLE, "people"), (Sort.SEAT, "seats"), (Sort.PLACE, "places")):
                for word in listed(row.get(field, "")):
                    self._add(word, sort, word if sort is Sort.PLACE else written[0], code, "GOV" if sort is Sort.SEAT else None)
                    if sort is Sort.PEOPLE and not word.endswith(("s", "sh", "ch", "ese", "men", "man")):
                        self._add(word + "s", sort, written[0], code)

    def _organisations(self, language: str) -> None:
        for names, country, sector, *rest in lexicon("organisations", language)["rows"]:
            for written in listed(names):
                self._add(written, Sort.METONYM if rest else Sort.ORGANISATION, listed(names)[0], country, sector)

    def _outlets(self, language: str) -> None:
        for row in lexicon("outlets", language)["outlet"]:
            self._add(row["name"], Sort.OUTLET, row["name"], row.get("country"), "JRN")
            for short in row.get("short", ()):
                written = f"the {short}" if row.get("article") else short
                self._add(written, Sort.OUTLET, row["name"], row.get("country"), "JRN")

    def _office_holders(self, language: str) -> None:
        pronouns = {(word,) for word in listed(lexicon("persons", language)["pronouns"]["man"])}  # "He" is no He Lifeng
        seen: dict[str, set[str]] = {}
        for holding in holdings(language):
            known = seen.setdefault(holding.person, set())
            self.hold(holding, [name for name in holding.names if name not in known], but=pronouns)
            known.update(holding.names)
        for terms in self.terms.values():
            terms.sort(key=lambda term: term.since)

    def hold(self, holding: Holding, names: Sequence[str], *, but: Set[tuple[str, ...]] = frozenset()) -> None:
        """Take up a person's term in office, under these of the names, with their surnames except ``but``."""
        for written in names:
            self._add(written, Sort.PERSON, holding.person, holding.term.country)
            self._called(written, holding.person, holding.term.country, but=but)
        if holding.head:
            self.heads.add(holding.person)
        self.terms.setdefault(holding.person, []).append(holding.term)
        self.offices.add(holding)
        for title in holding.titles:
            key = tuple(piece.key for piece in pieces([title]))
            self.roles.setdefault(key, Role(title, None if holding.of_body else holding.term.sector, holding.of_body, False))

    def _called(self, written: str, person: str, country: str, *, but: Set[tuple[str, ...]] = frozenset()) -> None:
        for surname in surnames([piece.written for piece in pieces([written])], written, country):
            key = tuple(plain(word) for word in surname)
            people = self.surnames.setdefault(key, [])
            if key not in but and person not in people:
                people.append(person)

    def _roles(self, language: str) -> None:
        table = lexicon("sectors", language)
        generic = {tuple(noun.split()) for noun in listed(table["generic"])}
        alone = {tuple(noun.split()) for noun in listed(table["standing_alone"])}
        for sector, row in table.items():
            for noun in listed(row["nouns"]) if isinstance(row, dict) else ():
                key = tuple(piece.key for piece in pieces([noun]))
                self.roles.setdefault(key, Role(noun, sector, key in generic, True))
        for key in sorted(generic - self.roles.keys()):
            self.roles[key] = Role(" ".join(key), None, True, key in alone)


@cache
def gazetteer(language: str = "en") -> Gazetteer:
    """Return the process's gazetteer; built once, in some 50 ms."""
    return Gazetteer(language)


def listed(text: str) -> list[str]:
    """Return the items of a lexicon's list, which are divided by semicolons."""
    return [item.strip() for item in text.split(";") if item.strip()]


def _fits(written: str, piece: Piece) -> bool:
    if plain(written) != piece.key:
        return False
    if not written[0].isupper():  # "of", "d'Ivoire", "9/11"
        return True
    if written.isupper() and len(piece.key) > 1:
        return piece.written.isupper() or (len(piece.key) > 3 and piece.written[0].isupper())
    return piece.written[0].isupper()
