"""Outlets as a text names them: by name, by short form, or by the shape of a name ("the Harbour Gazette")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from sayso.language.lexicon import lexicon
from sayso.language.tokens import Token
from sayso.model.actor import Actor, ActorKind
from sayso.reading.chains.source_words import titles

_LONGEST = 7  # tokens of an outlet's name
_MARKS, _CLOSING = frozenset('“«「『"‘'), frozenset('”»」』"’')
_ARTICLES = frozenset({"the", "The", "THE"})


def outlet_at(tokens: Sequence[Token], place: int) -> tuple[Actor, int] | None:
    """Return the outlet whose known name starts at ``tokens[place]``, and how many tokens it takes; the longest of several."""
    names, firsts = _names()
    if tokens[place].text not in firsts:
        return None
    start = tokens[place].start
    text, before = "", tokens[place].start
    found = None
    for count, token in enumerate(tokens[place : place + _LONGEST], start=1):
        text += " " * (token.start > before) + token.text
        before = token.end
        known = names.get(text.replace("’", "'"))
        if known is not None and (not known[1] or (place > 0 and tokens[place - 1].text in _ARTICLES)):
            found = known[0], count
        if token.start - start > 60:
            break
    return found


def outlets_in(tokens: Sequence[Token]) -> list[tuple[Actor, tuple[Token, ...]]]:
    """Return the outlets named in these tokens, known ones and those told by the shape of their name, in order."""
    found: list[tuple[Actor, tuple[Token, ...]]] = []
    place = 0
    while place < len(tokens):
        known = (
            outlet_at(tokens, place)
            or _shaped(tokens, place)
            or _led(tokens, place)
            or _before_kind(tokens, place)
            or _after_kind(tokens, place)
        )
        if known is None:
            place += 1
            continue
        found.append((known[0], tuple(tokens[place : place + known[1]])))
        place += known[1]
    return found


def _shaped(tokens: Sequence[Token], place: int) -> tuple[Actor, int] | None:
    """A run of capitalised words that ends as outlets' names do ("Port Vale Tribune")."""
    if not _is_written_large(tokens[place]) or (place > 0 and _is_capital(tokens[place - 1]) and tokens[place - 1].lower != "the"):
        return None
    if tokens[place].text in _ARTICLES and place + 1 < len(tokens) and outlet_at(tokens, place + 1):
        return None
    run = list(takewhile(_is_written_large, tokens[place : place + _LONGEST]))
    if not run or run[-1].text not in _words("shapes") or run[-1].text in _words("surnames"):
        run = list(takewhile(_is_capital, run))
    count, words = len(run), [token.text for token in run]
    shapes = _words("shapes")
    if words and words[0] in _ARTICLES:
        if len(words) < 3:
            return None
        words = words[1:]
    made = _of_shape(words, shapes)
    return (made, count) if made else None


def _led(tokens: Sequence[Token], place: int) -> tuple[Actor, int] | None:
    """A name behind a capitalised word that outlets' names begin with: "Radio Fleuve", "Channel Polaris"."""
    if tokens[place].text not in _words("leads") or (place and _is_capital(tokens[place - 1]) and tokens[place - 1].text not in _ARTICLES):
        return None
    run = list(takewhile(_is_written_large, tokens[place : place + _LONGEST]))
    return (Actor.of(" ".join(t.text for t in run), ActorKind.OUTLET), len(run)) if len(run) > 1 else None


def _before_kind(tokens: Sequence[Token], place: int) -> tuple[Actor, int] | None:
    """A name right before the word for what it is: "the Norvest news agency", "Glitz magazine"; not "the Spanish newspaper"."""
    if (
        not _is_written_large(tokens[place])
        or tokens[place].text in _ARTICLES
        or (place and _is_capital(tokens[place - 1]) and tokens[place - 1].text not in _ARTICLES)
    ):
        return None
    run = list(takewhile(_is_written_large, tokens[place : place + _LONGEST]))
    if all(t.ent in ("NORP", "GPE", "DATE", "LOC") or t.pos == "ADJ" for t in run):
        return None
    behind = [t.lower for t in tokens[place + len(run) : place + len(run) + 2]]
    words = next((k for k in (2, 1) if " ".join(behind[:k]) in _words("what")), 0)
    return (Actor.of(" ".join(t.text for t in run), ActorKind.OUTLET), len(run) + words) if words else None


def _after_kind(tokens: Sequence[Token], place: int) -> tuple[Actor, int] | None:
    """A name right behind the word for what it is: "the daily Le Midi", "the site Podyom"."""
    if not (is_generic(tokens[place]) and tokens[place].text.islower()):
        return None
    name = list(takewhile(lambda t: t.text[0].isupper() and t.pos in ("PROPN", "DET", "X"), tokens[place + 1 : place + 1 + _LONGEST]))
    if not name or name[0].ent in ("DATE", "TIME", "GPE", "NORP") or name[0].lower in titles():
        return None
    return Actor.of(" ".join(t.text for t in name), ActorKind.OUTLET), 1 + len(name)


def _of_shape(words: list[str], shapes: frozenset[str]) -> Actor | None:
    if len(words) < 2 or not (words[-1] in shapes or " ".join(words[-2:]) in shapes) or _is_kind(words):
        return None
    return Actor.of(" ".join(words), ActorKind.OUTLET)


def _is_kind(words: list[str]) -> bool:
    """Say whether words name a kind of outlet and no outlet: "News Agency", but not "Ledger Wire"."""
    return all(word in _words("shapes") for word in words) and words[0] in _words("kinds")


def outlet_told(tokens: Sequence[Token]) -> tuple[Actor, tuple[Token, ...]] | None:
    """Return the outlet in words that say to whom somebody spoke, where its name has no known form: "told 「Caijing」".

    A name in quotation marks, or with an outlet's first word, counts; any other could be anybody's.
    """
    for place, token in enumerate(tokens):
        if token.text in _MARKS:
            name = list(takewhile(_is_inside, tokens[place + 1 : place + 7]))
            after = tokens[place + 1 + len(name)] if place + 1 + len(name) < len(tokens) else None
            name = name if after is None or after.text in _CLOSING else []
        else:
            name = list(takewhile(_is_capital, tokens[place : place + 6])) if token.text in _words("leading") else []
            name = name if len(name) > 1 else []
        if name and name[0].text[0].isupper() and name[0].ent not in ("DATE", "GPE"):
            return Actor.of(" ".join(t.text for t in name), ActorKind.OUTLET), tuple(name)
    return None


def _is_inside(token: Token) -> bool:
    return token.text == "-" or (token.text not in _CLOSING and token.text[0].isalnum())


def _is_written_large(token: Token) -> bool:
    return token.text[0].isupper() and token.pos in ("PROPN", "NOUN", "ADJ", "DET", "X")


def _is_capital(token: Token) -> bool:
    return _is_written_large(token) and token.ent != "PERSON"


def is_generic(token: Token) -> bool:
    """Say whether a noun means an outlet without naming it ("the newspaper"); not one with a trade of its own ("the space agency")."""
    if token.lemma not in _words("generic"):
        return False
    if token.lemma not in _words("other"):
        return True
    own = [c for c in token.children if c.dep in ("compound", "amod", "nmod") and c.i < token.i and c.pos in ("NOUN", "ADJ")]
    if (
        token.lemma == "paper"
        and any(c.dep in ("acl", "relcl") for c in token.children)
        and any(c.lower in ("a", "an") for c in token.children)
    ):
        return False  # "a paper circulated among embassies"
    return token.tag == "NN" and all(c.lower in _words("media") or c.ent for c in own) and not _is_of_state(token)


def _is_of_state(token: Token) -> bool:
    return any(c.dep == "poss" for c in token.children)


def is_shaped(token: Token) -> bool:
    """Say whether a capitalised word is one that outlets' names end in ("Tribune"), and so may be short for one."""
    return token.text in _words("shapes") and token.text not in _words("kinds")


def is_collective(token: Token) -> bool:
    """Say whether a noun means media by country or kind ("Korean media")."""
    return token.lower in _words("collective")


def is_report(token: Token) -> bool:
    """Say whether a noun means one piece of an outlet's work ("report")."""
    return token.lemma in _words("reports")


def is_earlier(token: Token) -> bool:
    """Say whether a word puts a report before this one ("earlier")."""
    return token.lower in _words("earlier")


def pointing() -> frozenset[str]:
    """Return the words that point back at an outlet or report named before ("the newspaper", "its report")."""
    return _words("pointing")


def own_outlet(name: str | None) -> Actor:
    """Return the article's own outlet, under the name the list has for it where it is listed."""
    if not name:
        return Actor.of("this article", ActorKind.OUTLET)
    known = _names()[0].get(name)
    return known[0] if known else Actor.of(name, ActorKind.OUTLET)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(lexicon("outlets")[key])


@cache
def _names() -> tuple[dict[str, tuple[Actor, bool]], frozenset[str]]:
    """Every name in print with its outlet and whether it needs an article, and the first words of all names."""
    names: dict[str, tuple[Actor, bool]] = {}
    for row in lexicon("outlets")["outlet"]:
        actor = Actor.of(row["name"], ActorKind.OUTLET, country=row["country"])
        names.setdefault(row["name"], (actor, False))
        for short in row.get("short", ()):
            names.setdefault(short, (actor, bool(row.get("article")) and " " not in short))
    firsts = {name.split()[0].replace("’", "'") for name in names}
    parted = {piece for first in firsts for piece in (first.split("'")[0], first.split("-")[0], first.split("/")[0], first.split(".")[0])}
    return names, frozenset(firsts | parted)
