"""Noun phrases: which words go with a noun, and which nouns head a phrase that may name an actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.language.tokens import Parse, Token
from sayso.model.actor import ActorKind
from sayso.reading.actors.spot import small_words

GUESSES = {"PERSON": ActorKind.PERSON, "ORG": ActorKind.ORGANISATION, "NORP": ActorKind.GROUP}
_BEFORE = {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "punct", "advmod", "case", "npadvmod", "appos"}
_INSIDE = {"compound", "amod", "nmod", "det", "quantmod", "punct", "case", "npadvmod"}
_NOT_ACTORS = {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"}
_LONGEST = 12  # tokens behind a head that are read for its country


def heads(parse: Parse) -> Iterator[Token]:
    """Yield each token that may head an actor's noun phrase, in text order."""
    for token in parse.tokens:
        if (
            token.pos in ("NOUN", "PROPN")
            and token.ent not in _NOT_ACTORS
            and not _in_name(token)
            and not (token.dep in _INSIDE and _in_phrase(token))
        ) or (token.pos == "ADJ" and token.ent in ("NORP", "GPE") and token.dep not in _INSIDE):
            yield token


def phrase(parse: Parse, head: Token) -> list[Token]:
    """Return the tokens of a head's base noun phrase: what stands before it with it, the head, and the rest of its name."""
    first = last = head.i
    for child in reversed([child for child in head.children if child.i < head.i]):
        if child.dep not in _BEFORE or (child.pos in ("VERB", "AUX") and child.dep != "amod"):
            break
        left = min(token.i for token in child.subtree())
        if child.dep == "appos" or parse.tokens[max(left, child.i)].text in ("(", ",", "—"):
            break
        first = left
    while last + 1 < len(parse.tokens) and _goes_on(parse.tokens[last + 1], head):
        last += 1
    while first < head.i and parse.tokens[first].pos == "PUNCT":
        first += 1
    return parse.tokens[first : last + 1]


def behind(parse: Parse, tokens: Sequence[Token]) -> list[Token]:
    """Return the words of the prepositional phrase right behind a base noun phrase ("of Korea"), at most ``_LONGEST``."""
    after = tokens[-1].i + 1
    head = next((token for token in tokens if token.head not in tokens), tokens[-1])
    prep = next((child for child in head.children if child.dep == "prep" and child.i == after), None)
    if prep is None:
        return []
    below = [token for token in prep.subtree() if token.i >= after][:_LONGEST]
    where = next(
        (place for place, token in enumerate(below) if place and token.dep == "prep" and token.lower in small_words()["places"]), None
    )
    return below[:where]


def _in_phrase(token: Token) -> bool:
    """A compound or modifier belongs to its head's phrase, unless the head comes before it or is no noun."""
    return (
        token.head.i > token.i
        and token.head.pos in ("NOUN", "PROPN", "ADJ", "NUM", "X")
        and (token.head.ent not in _NOT_ACTORS or token.ent in _NOT_ACTORS)
    )


def _in_name(token: Token) -> bool:
    return token.dep == "poss" and bool(token.ent) and token.ent == token.head.ent and token.ent != "PERSON" and not token.head.ent_first


def _goes_on(token: Token, head: Token) -> bool:
    same_name = bool(head.ent) and token.ent == head.ent and not token.ent_first
    return (
        same_name and token.sent is head.sent and (token.head is head or token.head.head is head or token.pos in ("PROPN", "PUNCT", "PART"))
    )
