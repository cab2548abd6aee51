"""Sources: what the words of a source say about who it is - named or not, what kind, how many people, how they know, whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sayso.language.lexicon import lexicon
from sayso.language.tokens import Parse, Token
from sayso.model.actor import Actor, ActorKind, Mention
from sayso.model.attribution import Source
from sayso.reading.attributions.candidates import Candidate, antecedent, noun_phrase
from sayso.reading.chains.outlets import is_collective, is_generic, is_report, outlets_in

UNNAMED = Source(None, Actor.of("unnamed", ActorKind.ANONYMOUS), named=False)
"""The source of what is said by nobody in particular ("reportedly"): no words of the text name it."""

_DIGITS = re.compile(r"\d[\d,]*")


def sources(chosen: Iterable[Candidate], parse: Parse, mentions: Sequence[Mention]) -> Iterator[Source]:
    """Yield the source of each candidate in turn; a pronoun means whom the mentions say, else the last person who spoke."""
    by_end = {mention.span.end: mention for mention in mentions}
    last_person: Source | None = None
    last_many: Source | None = None
    for candidate in chosen:
        if not candidate.source:
            yield UNNAMED
            continue
        head = head_of(candidate.source)
        meant = antecedent(head)
        made = source(parse, candidate.source, by_end) if meant is None else _relative(parse, head, meant, by_end)
        if made.actor.kind is ActorKind.UNKNOWN and head.lower in _words("persons"):
            made = _standing_for(made, last_person)
        elif made.actor.kind is ActorKind.UNKNOWN and head.lower in _words("plural"):
            made = _standing_for(made, last_many)
        elif made.actor.kind in (ActorKind.PERSON, ActorKind.OFFICE):
            last_person = made
        elif made.actor.kind in (ActorKind.ANONYMOUS, ActorKind.GROUP):
            last_many = made
        yield made


def _relative(parse: Parse, pronoun: Token, meant: Token, mentions: dict[int, Mention]) -> Source:
    """The source that "who" stands for, under the pronoun's own span."""
    phrase = noun_phrase(meant, *(c for c in meant.children if pronoun.is_below(c)))
    known = source(parse, phrase, mentions)
    return replace(known, span=parse.span([pronoun]))


def _standing_for(pronoun: Source, last: Source | None) -> Source:
    if last is None:
        return pronoun
    return replace(last, span=pronoun.span)


def source(parse: Parse, tokens: tuple[Token, ...], mentions: dict[int, Mention] | None = None) -> Source:
    """Return what a noun phrase says about a source; ``mentions`` go by the offset at which they end."""
    span = parse.span(tokens)
    head = head_of(tokens)
    core = before_clause(tokens, head)
    actor = _outlet(core, head) or _mentioned(head, mentions or {}) or _actor(parse, core, head)
    if actor.kind not in (ActorKind.ANONYMOUS, ActorKind.GROUP, ActorKind.OFFICE):
        return Source(span, actor, named=actor.kind is not ActorKind.UNKNOWN)
    least, most = count(core, head)
    named = actor.kind is ActorKind.OFFICE and _is_definite(head)
    return Source(span, actor, named, least, most, basis(tokens, head, parse), affiliation(core, head, parse))


def is_own_voice(token: Token) -> bool:
    """Say whether a word means whoever is speaking ("I", "we")."""
    return token.lower in _words("own")


def is_pointer(token: Token) -> bool:
    """Say whether a word only points at what was said before ("this", "that")."""
    return token.tag == "DT" and token.lower in _words("pointers")


def is_dangling(token: Token) -> bool:
    """Say whether a word is a "which" that stands for no noun, but for all that was said before it."""
    return token.tag == "WDT" and antecedent(token) is None


def head_of(tokens: Sequence[Token]) -> Token:
    """Return the head word of a phrase: the one whose own head lies outside."""
    inside = set(tokens)
    head = next((t for t in tokens if t.head not in inside or t.head is t), tokens[-1])
    below = head.child("prep") if head.lower in _words("partitive") else None
    noun = below.child("pobj") if below is not None and below.lower == "of" else None
    return noun if noun is not None and noun in inside else head


def before_clause(tokens: Sequence[Token], head: Token) -> tuple[Token, ...]:
    """Return the phrase without the relative clauses that hang on its head."""
    clauses = [c.i for c in head.children if c.dep in ("relcl", "acl", "advcl") and c.i > head.i]
    first = min((min(t.i for t in c.subtree()) for c in head.children if c.i in clauses), default=None)
    return tuple(t for t in tokens if first is None or t.i < first)


def _outlet(core: Sequence[Token], head: Token) -> Actor | None:
    """The outlet that a phrase means: its head is the name, or a word for an outlet or a report beside the name."""
    found = outlets_in(core)
    for actor, name in found:
        if head in name or (head.dep == "appos" and head.head in name):
            return actor
    beside = is_generic(head) or is_report(head)
    return found[0][0] if found and beside else None


def _mentioned(head: Token, mentions: dict[int, Mention]) -> Actor | None:
    kind, mention = _kind(head), mentions.get(head.end)
    if mention is None or mention.span.start > head.start or kind in (ActorKind.ANONYMOUS, ActorKind.GROUP):
        return None  # of people without a name, all that is said about them makes them who they are, not one word
    if mention.actor.kind in (ActorKind.UNKNOWN, ActorKind.ANONYMOUS):
        return None
    return mention.actor if mention.actor.kind is not ActorKind.GROUP or kind is ActorKind.UNKNOWN else None


def _actor(parse: Parse, core: Sequence[Token], head: Token) -> Actor:
    kind = _kind(head)
    if kind is ActorKind.PERSON or (head.pos == "PROPN" and kind in (ActorKind.ORGANISATION, ActorKind.COUNTRY)):
        return Actor.of(parse.text[_first_of_name(head).start : head.end], kind)
    own = [t for t in core if t.is_below(head)]
    first = next((t for t in own if t is head or not (t.lower in _words("plain") or t.pos in ("NUM", "DET"))), head)
    return Actor.of(parse.text[first.start : max(head.end, own[-1].end if own else 0)].strip(" ,"), kind)


def _first_of_name(head: Token) -> Token:
    tokens = head.sent.tokens
    at = head.i - tokens[0].i
    while at > 0 and head.ent and tokens[at - 1].ent == head.ent and not tokens[at].ent_first:
        at -= 1
    return tokens[at + 1] if tokens[at].lower == "the" and tokens[at] is not head else tokens[at]


_BY_ENTITY = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "FAC": ActorKind.ORGANISATION,
    "GPE": ActorKind.COUNTRY,
    "LOC": ActorKind.COUNTRY,
    "NORP": ActorKind.GROUP,
}
_BY_WORD = (
    ("spokesperson", ActorKind.OFFICE), ("document", ActorKind.DOCUMENT), ("organisation", ActorKind.ORGANISATION),
    ("office", ActorKind.OFFICE), ("anonymous", ActorKind.ANONYMOUS), ("group", ActorKind.GROUP),
)  # fmt: skip


def _kind(head: Token) -> ActorKind:
    if head.lower in _words("sides"):
        return ActorKind.COUNTRY if any(c.ent in ("NORP", "GPE") for c in head.children) else ActorKind.UNKNOWN
    if is_generic(head) or is_collective(head):
        return ActorKind.OUTLET
    if head.pos == "PROPN" or head.ent in ("PERSON", "GPE"):
        return _kind_of_name(head)
    if head.lemma in _words("anonymous") and not (head.lemma in _words("office") and _is_definite(head)):
        return ActorKind.ANONYMOUS
    for name, kind in _BY_WORD:
        if head.lemma in _words(name) or head.lower in _words(name):
            return kind
    if head.pos == "PRON":
        return ActorKind.UNKNOWN
    return ActorKind.GROUP if head.tag == "NNS" else _BY_ENTITY.get(head.ent, ActorKind.UNKNOWN)


def _kind_of_name(head: Token) -> ActorKind:
    if head.ent in _BY_ENTITY:
        return _BY_ENTITY[head.ent]
    if head.lower in _words("organisation"):
        return ActorKind.ORGANISATION
    # a name the parser could not place: with a title or a first name before it, a person's
    return ActorKind.PERSON if any(c.dep == "compound" for c in head.children) else ActorKind.UNKNOWN


def _is_definite(head: Token) -> bool:
    """Say whether an office is pinned to one holder: "the president", "China's foreign minister"."""
    return any((c.dep == "det" and c.lower == "the") or c.dep == "poss" for c in head.children)


def count(core: Sequence[Token], head: Token) -> tuple[int | None, int | None]:
    """Return the least and the most people a phrase can mean: "two sources" 2, 2; "sources" 2, no bound."""
    table = _table("count")
    before = [t for t in core if t.i <= head.i or head.lower == t.lower]
    words = [t.lower for t in before]
    open_above = any(more in " ".join(words) for more in table["more"])
    for token in before:
        number = int(_DIGITS.match(token.text)[0].replace(",", "")) if _DIGITS.fullmatch(token.text) else None  # type: ignore[index]
        if token is not head and number is None and token.lower in table["least"]:
            return table["least"][token.lower], None
        if number is None and token.lower in table["exact"] and token.lower not in ("a", "an"):
            number = table["exact"][token.lower]
        if number is not None:
            return number, None if open_above else number
    if head.tag in ("NNS", "NNPS") or head.lower == "people" or head.lower in _words("plural"):
        return 2, None
    return 1, 1


def basis(tokens: Sequence[Token], head: Token, parse: Parse) -> str | None:
    """Return how a source knows, in the article's words ("briefed on the talks"), or None."""
    after = [t for t in tokens if t.i > head.i]
    if not after:
        return None
    start, end = after[0].start, after[-1].end
    text = parse.text[start:end].lower()
    places = [text.find(lead) for lead in _table("basis")["leads"]]
    first = min((place for place in places if place >= 0), default=-1)
    return parse.text[start + first : end].strip(" ,") if first >= 0 else None


def affiliation(core: Sequence[Token], head: Token, parse: Parse) -> str | None:
    """Return whose people a source are, in the article's words ("South Korean government"), or None."""
    owner = head.child("poss")
    if owner is not None:
        return _text([t for t in owner.subtree() if t.tag != "POS"], parse)
    before = [t for t in core if t.i < head.i]
    while before and (before[0].lower in _words("plain") or before[0].pos in ("NUM", "DET", "PUNCT", "ADP", "ADV")):
        before = before[1:]
    if any(t.pos == "PROPN" or t.ent in ("NORP", "GPE", "ORG") or t.lemma in _words("organisation") for t in before):
        return _text(before, parse)
    prep = next((c for c in head.children if c.dep == "prep" and c.i > head.i and c.lower in _words("belong")), None)
    whose = prep.child("pobj") if prep is not None else None
    speaks_for = prep is not None and prep.lower == "for" and head.lemma in _words("spokesperson")
    if whose is not None and (speaks_for or whose.pos == "PROPN" or whose.ent or whose.lemma in _words("organisation")):
        return _text([t for t in whose.subtree() if t in core], parse)
    return None


def _text(tokens: Sequence[Token], parse: Parse) -> str | None:
    if tokens and tokens[0].lower == "the":
        tokens = tokens[1:]
    return parse.span(tokens).text.strip(" ,") if tokens else None


@cache
def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = lexicon("sources")[name]
    return table


@cache
def _words(key: str) -> frozenset[str]:
    data = lexicon("sources")
    return frozenset(data["heads"].get(key) or data["words"].get(key) or ())
