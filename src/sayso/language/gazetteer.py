"""The gazetteer: names of countries, peoples, places, organisations and office-holders, and nouns that name a role.

Names are matched piece by piece: a piece is a word between spaces and hyphens, without accents and full stops, so that "Kim Jong-un",
"U.S." and "Bogotá" are found however they are written. Capitals count: "US" is no "us".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from sayso.language.lexicon import lexicon

_WORD = re.compile(r"['’]s?(?=\W|$)|[^\s\-–—'’,;:()\"“”]+(?:['’](?!s\b)\w+)*|,")
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


@dataclass(frozen=True, slots=True)
class Term:
    """A time in office: from the first month to the one in which it ended ("2017-01"), open ends empty."""

    country: str
    office: str
    since: str
    until: str
    sector: str


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a name, in pieces, and what it stands for."""

    pieces: tuple[str, ...]
    sort: Sort
    name: str
    country: str | None = None
    sector: str | None = None


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
    flat = word if word.isascii() else "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
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
        self.countries: dict[str, str] = {}
        self._countries(language)
        self._organisations(language)
        self._outlets(language)
        self._office_holders(language)
        self._roles(language)
        for known in self.names.values():
            known.sort(key=lambda name: -len(name.pieces))

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

    def _add(self, written: str, sort: Sort, name: str, country: str | None = None, sector: str | None = None) -> None:
        cut = pieces([written])
        entry = Name(tuple(piece.written for piece in cut), sort, name, country or None, sector or None)
        if cut:
            self.names.setdefault(cut[0].key, []).append(entry)

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
        for country, office, names, since, until, *sector in lexicon("office_holders", language)["rows"]:
            name = listed(names)[0]
            if name not in self.terms:
                for written in listed(names):
                    self._add(written, Sort.PERSON, name, country)
                for surname in dict.fromkeys(
                    key for written in listed(names) for key in _surnames(written, country) if key not in pronouns
                ):
                    self.surnames.setdefault(surname, []).append(name)
            self.terms.setdefault(name, []).append(Term(country, office, since, until, *(sector or ["GOV"])))

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
    if written.islower() or not written[0].isalpha():
        return True
    if written.isupper() and len(piece.key) > 1:
        return piece.written.isupper() or (len(piece.key) > 3 and piece.written[0].isupper())
    return piece.written[0].isupper()


_FAMILY_FIRST = {"CHN", "TWN", "KOR", "PRK", "VNM"}
_PARTICLES = {"al", "el", "de", "da", "von", "van", "der", "bin", "le", "di", "la", "del", "dos"}


def _surnames(written: str, country: str) -> Iterator[tuple[str, ...]]:
    """Yield the family names one may call somebody by, as keys: "Xi", "Sisi" and "al Sisi", "Le Pen"."""
    cut = [piece for piece in pieces([written]) if piece.key not in ("jr", "ii", "iii", "vi", "xiv", "xvi")]
    if len(cut) < 2 or cut[0].key in ("king", "queen", "pope", "emperor", "the"):
        return
    hyphenated = re.search(r"-[a-z]", written) is not None and cut[1].key not in _PARTICLES
    if (country in _FAMILY_FIRST or hyphenated) and cut[0].key not in ("joseph", "william", "john"):
        yield (cut[0].key,)
        return
    start = len(cut) - 1
    while start > 1 and cut[start - 1].key in _PARTICLES:
        start -= 1
    if start < len(cut) - 1:
        yield tuple(piece.key for piece in cut[start:])
    if start == len(cut) - 1 or cut[-2].written.islower():
        yield (cut[-1].key,)
