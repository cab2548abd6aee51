"""PETRARCH's actor dictionaries as they are: names in capitals, "+" before other names of one actor, codes in brackets with dates.

    AHMADIN_OKORO_  [AFGELI]
    +PRESIDENT_OKORO
        [AFGGOV 20040101-20091231]

The format is PETRARCH's (Schrodt, Beieler and Idris 2014), inherited from TABARI; the codes are CAMEO's, put into ISO countries and PLOVER
sectors by ``cameo_codes.toml``. An undated code holds when no dated one does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.errors import UsageError
from sayso.language.lexicon import lexicon
from sayso.language.own_actors import OwnActor

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_REST = re.compile(r"[#;].*")
_CODE = re.compile(r"\[\s*(?P<code>[A-Z-]+)(?:\s+(?P<when>[<>]?\s*\d+(?:\s*-\s*\d+)?))?\s*\]")
_SMALL = {"of", "the", "and", "for", "in", "de", "del", "da", "von", "van", "al", "el", "bin", "ibn"}
_CENTURY = 30  # two-figure years from here on are of the 20th century


def petrarch_actors(text: str, where: str) -> Iterator[OwnActor]:
    """Yield the actors of a dictionary, one for each code of each actor; raise UsageError at a line that is of no known form."""
    names: list[str] = []
    codes: list[OwnActor] = []
    plain = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    for number, line in enumerate(plain.splitlines(), 1):
        kept = _REST.sub("", line).rstrip()
        if not kept.strip():
            continue
        words, found = kept.split("[")[0].strip(), list(_CODE.finditer(kept))
        if not found and ("[" in kept or not words.strip("+_ ")):
            raise UsageError(f"{where}, line {number} is {line.strip()!r}; expected a name, +a name or [CODE dates], as PETRARCH has them")
        if words and not words.startswith("+"):
            yield from _named(names, codes)
            names, codes = [], []
        names += [_written(words)] if words else []
        codes += [made for each in found for made in _coded(each)]
    yield from _named(names, codes)


def _named(names: list[str], codes: list[OwnActor]) -> Iterator[OwnActor]:
    dated = any(each.since or each.until for each in codes)
    for each in codes:
        yield OwnActor(tuple(names), "person" if dated else each.kind, each.country, each.sector, since=each.since, until=each.until)


def _written(words: str) -> str:
    """The name as a newspaper has it: "ALI_AL-SABAH_" is "Ali al-Sabah"; a name of two or three letters is an acronym."""
    parts = words.lstrip("+").replace("_", " ").split()
    if len(parts) == 1 and len(parts[0]) <= 3:
        return parts[0]
    return " ".join(part.lower() if n and part.lower() in _SMALL else _capitals(part) for n, part in enumerate(parts))


def _capitals(word: str) -> str:
    return "-".join(
        part.lower() if n == 0 and "-" in word and part.lower() in _SMALL else part.capitalize() for n, part in enumerate(word.split("-"))
    )


def _coded(found: re.Match[str]) -> Iterator[OwnActor]:
    table, code = lexicon("cameo_codes"), found["code"]
    if code.startswith("---"):
        return
    body = next((body for body in table["bodies"] if code.startswith(body)), None)
    country = (
        table["bodies"][body]["country"] if body else table["countries"].get(code[:3], code[:3] if code[:3] not in table["roles"] else "")
    )
    roles = [code[at : at + 3] for at in range(0 if not country else 3, len(code), 3)]
    sector = next((table["roles"][role] for role in roles if role in table["roles"]), table["bodies"][body]["sector"] if body else "")
    since, until = _months(found["when"] or "")
    yield OwnActor((), "organisation" if sector else "country", country, sector, since=since, until=until)


def _months(when: str) -> tuple[str, str]:
    dates = [_month(figures) for figures in re.findall(r"\d+", when)]
    if when.startswith("<"):
        return "", dates[0]
    return (dates[0], dates[1] if len(dates) > 1 else "") if dates else ("", "")


def _month(figures: str) -> str:
    year = figures[:4] if len(figures) == 8 else f"{'19' if int(figures[:2]) >= _CENTURY else '20'}{figures[:2]}"
    return f"{year}-{figures[-4:-2]}"
