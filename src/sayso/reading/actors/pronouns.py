"""Pronouns and pairs: "he", "their", "the two", "both sides", resolved to mentions before them.

Rule-based after Hobbs (1978) and Lappin and Leass (1994): the same sentence first, then the sentences before; subjects before others, the
nearer clause before the farther; gender and number must agree, and a clause's subject is not its own object.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.language.gazetteer import listed, pieces
from sayso.language.lexicon import lexicon
from sayso.language.tokens import Parse, Token
from sayso.model.actor import ActorKind, How, Mention

_REACH = 3  # sentences back
_PAIR_REACH = 8  # "the two" may stand for a pair named some sentences before
_ONE = {ActorKind.PERSON, ActorKind.OFFICE, ActorKind.GROUP}
_MANY = {ActorKind.COUNTRY, ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.GROUP}
_PEOPLE = {ActorKind.PERSON, ActorKind.OFFICE}
_BODIES = {ActorKind.COUNTRY, ActorKind.ORGANISATION, ActorKind.OUTLET}

Placed = tuple[Token, Mention]


@dataclass(frozen=True, slots=True)
class _Words:
    """The pronouns and pair words of the language."""

    gender: dict[str, str]
    pairs: frozenset[str]
    pair_nouns: frozenset[str]
    pair_people: frozenset[str]
    places: frozenset[str]


@cache
def _words() -> _Words:
    table = lexicon("persons")["pronouns"]
    gender = {word: kind for kind in ("man", "woman", "many", "thing") for word in listed(table[kind])}
    sets = (frozenset(listed(table[key])) for key in ("pairs", "pair_nouns", "pair_people", "places"))
    return _Words(gender, *sets)


def pronouns(parse: Parse, placed: Sequence[Placed]) -> list[Mention]:
    """Return mentions for the pronouns and pair phrases that can be resolved; ``placed`` are the other mentions with their heads.

    Takes time linear in the text: each pronoun looks back ``_REACH`` sentences.
    """
    words, by_sentence, found = _words(), _by_sentence(placed), list[Mention]()
    for sentence in parse.sentences:
        for token in sentence.tokens:
            if token.pos == "PRON" and token.lower in words.gender:
                found += _pronoun(parse, token, words.gender[token.lower], by_sentence)
            elif token.lower in words.pairs:
                found += _pair(parse, token, by_sentence)
    return found


def _by_sentence(placed: Sequence[Placed]) -> dict[int, list[Placed]]:
    sentences: dict[int, list[Placed]] = {}
    for head, mention in placed:
        sentences.setdefault(head.sent.index, []).append((head, mention))
    return sentences


def _pronoun(parse: Parse, token: Token, gender: str, by_sentence: dict[int, list[Placed]]) -> Iterator[Mention]:
    for back in range(_REACH):
        here = by_sentence.get(token.sent.index - back, [])
        fitting = [(head, mention) for head, mention in here if head.i < token.i and _agrees(head, mention, gender, token)]
        if fitting:
            head, mention = max(fitting, key=lambda each: (_weight(each[0], token, back), each[0].i if back == 0 else -each[0].i))
            together = _conjoined(head, fitting) if gender == "many" else [mention]
            for each in together:
                yield Mention(parse.span([token]), each.actor, How.PRONOUN, "actors.pronoun", 0.8 - 0.1 * back)
            if gender in ("man", "woman"):
                here_now = by_sentence.setdefault(token.sent.index, [])
                here_now.append((token, Mention(parse.span([token]), mention.actor, How.PRONOUN, "actors.pronoun")))
            return


def _weight(head: Token, token: Token, back: int) -> int:
    """How prominent a candidate is: subjects, above all of the main clause when it lies in a sentence before."""
    while head.dep in ("compound", "nmod", "appos") and head.head is not head:
        head = head.head
    if head.dep in ("nsubj", "nsubjpass"):
        return 3 if back == 0 or head.head.dep == "ROOT" or head.head.head is head.head else 2
    if head.dep in ("poss", "agent"):
        return 1
    return 1 if head.dep in ("dobj", "dative") else 0


def _agrees(head: Token, mention: Mention, gender: str, token: Token) -> bool:
    kind = mention.actor.kind
    if _same_clause(head, token):
        return False
    plural = head.tag in ("NNS", "NNPS")
    if gender == "many":
        coordinated = any(child.dep == "conj" for child in head.children)
        return coordinated or (kind in (ActorKind.GROUP, ActorKind.ORGANISATION) and (plural or head.dep == "nsubj"))
    if gender == "thing":
        return kind in _BODIES and not plural
    if kind not in _ONE or plural:
        return False
    known = _gender(head, mention)
    return known == gender if known else gender == "man" or kind is not ActorKind.GROUP


def _same_clause(head: Token, token: Token) -> bool:
    """A subject and the object of its own verb are two, unless the object is reflexive."""
    if token.lower.endswith(("self", "selves")) or token.dep == "poss":
        return False
    verb = token.head.head if token.dep == "pobj" else token.head
    return token.dep in ("dobj", "dative", "pobj") and head.dep in ("nsubj", "nsubjpass") and head.head is verb


@cache
def _names(gender: str) -> frozenset[str]:
    return frozenset(listed(lexicon("persons")["names"].get(gender, "")))


@cache
def _nouns(table: str) -> dict[str, str]:
    rows = lexicon("persons")[table]
    return {word: gender for gender in ("man", "woman") for word in listed(rows[gender])}


def _gender(head: Token, mention: Mention) -> str | None:
    """What a mention's words tell of gender: its title, its noun, or a first name."""
    words = [piece.key for piece in pieces([mention.span.text])]
    for word in words:
        if word in _nouns("titles"):
            return _nouns("titles")[word]
    if head.lower in _nouns("nouns"):
        return _nouns("nouns")[head.lower]
    if mention.actor.kind is ActorKind.PERSON:
        first = pieces([mention.actor.name])
        if len(first) > 1:
            return "woman" if any(piece.key in _names("woman") for piece in first[:-1]) else "man"
    return None


def _conjoined(head: Token, fitting: Sequence[Placed]) -> list[Mention]:
    group = {id(head)} | {id(child) for child in head.children if child.dep == "conj"}
    return [mention for other, mention in fitting if id(other) in group]


def _pair(parse: Parse, token: Token, by_sentence: dict[int, list[Placed]]) -> list[Mention]:
    """Resolve "the two", "both", "both sides", "the two leaders" to the two last actors of that kind."""
    words = _words()
    noun = token.head if token.dep in ("nummod", "det", "amod", "predet") and token.head.i > token.i else None
    if noun is not None and noun.lower not in words.pair_nouns:
        return []
    the = _the_before(parse, token)
    if noun is None and not (token.dep in ("nsubj", "nsubjpass", "pobj", "dobj") and (token.lower == "both" or the)):
        return []
    if any(child.dep == "prep" and child.lower == "of" for child in token.children) or not (token.lower == "both" or the):
        return []
    people = noun is None or noun.lower in words.pair_people
    kinds = (_PEOPLE, _BODIES) if people else (_BODIES | {ActorKind.GROUP}, _PEOPLE)
    chosen = _last_two(token, by_sentence, kinds[0]) or _last_two(token, by_sentence, kinds[1])
    first = parse.tokens[token.i - 1] if the else token
    span = parse.span([first, noun or token])
    return [Mention(span, mention.actor, How.DESCRIPTION, "actors.both", 0.7) for mention in chosen]


def _the_before(parse: Parse, token: Token) -> bool:
    return token.i > 0 and parse.tokens[token.i - 1].tag == "DT"


def _last_two(token: Token, by_sentence: dict[int, list[Placed]], kinds: set[ActorKind]) -> list[Mention]:
    """Return the last two actors of these kinds that differ, in text order, or nothing."""
    found: list[Mention] = []
    for back in range(_PAIR_REACH):
        for head, mention in reversed(by_sentence.get(token.sent.index - back, [])):
            plural = head.tag in ("NNS", "NNPS")
            if head.i < token.i and not plural and mention.actor.kind in kinds and _takes_sides(head, mention) and _differs(mention, found):
                found.append(mention)
                if len(found) == 2:
                    return found[::-1]
    return []


def _takes_sides(head: Token, mention: Mention) -> bool:
    """Not a place where something happens, nor a body of many states."""
    where = head.dep == "pobj" and head.head.lower in _words().places
    return not where and mention.actor.country is not None and mention.actor.sector not in ("IGO", "JRN")


def _differs(mention: Mention, found: Sequence[Mention]) -> bool:
    """Another actor: not the same, and not of the same country as one already found (a president and his title)."""
    return all(mention.actor.id != other.actor.id and (mention.actor.country or "") != (other.actor.country or "-") for other in found)
