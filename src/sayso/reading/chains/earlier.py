"""Who a pronoun may stand for where nobody has spoken yet: a person, people or a body that the sentences before it are about.

After Hobbs (1978): the sentence itself, then those before it, subjects before others. What stands in quotation marks is looked at only for
a pronoun in the same marks, and there it comes first: whoever speaks does not call himself "he".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sayso.language.tokens import Parse, Token
from sayso.model.actor import ActorKind
from sayso.model.attribution import Source
from sayso.reading.candidates import Bounds, noun_phrase
from sayso.reading.chains.names import is_corporate
from sayso.reading.chains.people import is_person_noun
from sayso.reading.chains.source_words import words
from sayso.reading.chains.sources import source

_REACH = 5  # sentences back, the pronoun's own among them
_SUBJECTS = ("nsubj", "nsubjpass")
_PLACES = ("in", "at", "near", "from", "to", "into", "outside", "across", "through", "around")
_INNER = ("compound", "amod", "nummod", "det", "npadvmod")
_THINGS = (ActorKind.ORGANISATION, ActorKind.DOCUMENT, ActorKind.OUTLET)
_ONE = (ActorKind.PERSON, ActorKind.OFFICE, ActorKind.ANONYMOUS)
_MANY = (ActorKind.GROUP, ActorKind.ANONYMOUS, ActorKind.ORGANISATION, ActorKind.COUNTRY)


def person_before(parse: Parse, pronoun: Token, quoted: Sequence[Bounds]) -> Source | None:
    """Return the person that a pronoun for one may stand for, or None."""
    return _first(parse, _heads(parse, pronoun, quoted, _is_one), _ONE)


def people_before(parse: Parse, pronoun: Token, quoted: Sequence[Bounds]) -> Source | None:
    """Return the people that "they" may stand for: the last who were a subject in numbers, or None."""
    return _first(parse, (t for t in _heads(parse, pronoun, quoted, _is_many) if t.dep in _SUBJECTS), _MANY)


def thing_before(parse: Parse, pronoun: Token, quoted: Sequence[Bounds]) -> Source | None:
    """Return the body or paper that "it" may stand for, or None."""
    return _first(parse, _heads(parse, pronoun, quoted, _is_thing), _THINGS)


def named_before(parse: Parse, token: Token) -> Source | None:
    """Return the person named last before a word, a subject before any other, or None."""
    return _first(parse, _heads(parse, token, (), lambda t: t.ent == "PERSON" and not is_corporate(noun_phrase(t))), (ActorKind.PERSON,))


def _first(parse: Parse, heads: Iterator[Token], kinds: Sequence[ActorKind]) -> Source | None:
    for head in heads:
        made = source(parse, noun_phrase(head))
        if made.actor.kind in kinds or (ActorKind.PERSON in kinds and head.pos == "PROPN"):
            return made
    return None


def _heads(parse: Parse, token: Token, quoted: Sequence[Bounds], fits: Callable[[Token], bool]) -> Iterator[Token]:
    """The heads of phrases before a word that fit, the likeliest first."""
    marks = next((bounds for bounds in quoted if bounds[0] <= token.start < bounds[1]), None)
    if marks is not None:
        inside = [t for t in parse.within(marks[0], token.start) if t.i < token.i and _is_head(t, token) and fits(t)]
        yield from sorted(inside, key=lambda t: (-t.sent.index, t.dep not in _SUBJECTS, -t.i))
    for sentence in reversed(parse.sentences[max(0, token.sent.index - _REACH + 1) : token.sent.index + 1]):
        here = [t for t in sentence.tokens if t.i < token.i and _is_head(t, token) and fits(t) and not _is_in(t, quoted)]
        yield from sorted(here, key=lambda t: (t.dep not in _SUBJECTS, t.i))


def _is_in(token: Token, quoted: Sequence[Bounds]) -> bool:
    return any(start <= token.start < end for start, end in quoted)


def _is_head(token: Token, other: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") and token.dep not in _INNER and not other.is_below(token)


def _is_one(token: Token) -> bool:
    if token.pos == "NOUN":
        return token.tag == "NN" and is_person_noun(token.lemma.lower())
    after_place = token.dep == "pobj" and token.head.lower in _PLACES
    return token.ent == "PERSON" or (token.ent in ("", "ORG", "PRODUCT") and not after_place and not is_corporate(noun_phrase(token)))


def _is_many(token: Token) -> bool:
    return token.tag in ("NNS", "NNPS") or token.lemma in words("group")


def _is_thing(token: Token) -> bool:
    return token.tag in ("NN", "NNP") and token.ent not in ("PERSON", "DATE", "TIME", "GPE")
