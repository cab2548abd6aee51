"""Sources: who a noun phrase says it is, and what it tells of those it leaves without a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from sayso.language.tokens import Parse, Token
from sayso.model.actor import Actor, ActorKind, Mention
from sayso.model.attribution import Source
from sayso.reading.candidates import antecedent, noun_phrase
from sayso.reading.chains.descriptors import affiliation, basis, count
from sayso.reading.chains.kinds import kind_of
from sayso.reading.chains.names import kind_of_name, person_named
from sayso.reading.chains.outlets import is_generic, is_report, outlets_in
from sayso.reading.chains.people import is_definite, is_person_noun
from sayso.reading.chains.source_words import words

UNNAMED = Source(None, Actor.of("nobody named", ActorKind.UNKNOWN), named=False)
"""The source of what is said by nobody in particular ("reportedly"): no words of the text name it."""


def source(
    parse: Parse, tokens: tuple[Token, ...], mentions: dict[int, Mention] | None = None, heard: tuple[ActorKind, float] | None = None
) -> Source:
    """Return what a noun phrase says about a source; ``mentions`` go by the offset at which they end.

    ``heard`` is the kind that the encoder hears in it, with its probability.
    """
    span = parse.span(tokens)
    head = head_of(tokens)
    core = before_clause(tokens, head)
    known, kind = mentions or {}, kind_of(head, heard)
    actor = (
        _outlet(core, head)
        or person_named(parse, (*core, *_named_behind(tokens, head, parse)), head, kind, known, heard[0] if heard else None)
        or _mentioned(head, kind, known)
    )
    actor = actor or _company(core, head) or _actor(parse, core, head, kind)
    if actor.kind not in (ActorKind.ANONYMOUS, ActorKind.GROUP, ActorKind.OFFICE):
        return Source(span, actor, named=actor.kind is not ActorKind.UNKNOWN)
    least, most = count(core, head)
    named = actor.kind is ActorKind.OFFICE and is_definite(head)
    return Source(span, actor, named, least, most, basis(tokens, head, parse), affiliation(core, head, parse, known))


def is_own_voice(token: Token) -> bool:
    """Say whether a word means whoever is speaking ("I", "we")."""
    return token.lower in words("own")


def is_pointer(token: Token) -> bool:
    """Say whether a word only points at what was said before ("this", "that")."""
    return token.tag == "DT" and token.lower in words("pointers")


def is_dangling(token: Token) -> bool:
    """Say whether a word is a "which" that stands for no noun, but for all that was said before it."""
    return token.tag == "WDT" and antecedent(token) is None


def head_of(tokens: Sequence[Token]) -> Token:
    """Return the head word of a phrase: the one whose own head lies outside."""
    inside = set(tokens)
    outer = [t for t in tokens if t.head not in inside or t.head is t]
    head = next((t for t in outer if t.pos != "PUNCT"), tokens[-1] if not outer else outer[0])
    if head.pos in ("VERB", "AUX") or (head.dep == "poss" and head is not tokens[-1]):  # the parser has lost its way in the phrase
        nouns = list(takewhile(lambda t: t.text != "," and t.pos != "ADP", tokens))
        head = next((t for t in reversed(nouns) if t.pos in ("NOUN", "PROPN")), head)
    below = head.child("prep") if head.lower in words("partitive") else None
    noun = below.child("pobj") if below is not None and below.lower == "of" else None
    if noun is not None and noun.pos == "PRON":
        noun = head.child("appos")  # "one of them, a manager"
    return noun if noun is not None and noun in inside else head


def before_clause(tokens: Sequence[Token], head: Token) -> tuple[Token, ...]:
    """Return the phrase without the relative clauses that hang on its head."""
    clauses = [c.i for c in head.children if c.dep in ("relcl", "acl", "advcl") and c.i > head.i and c.lower not in words("called")]
    first = min((min(t.i for t in c.subtree()) for c in head.children if c.i in clauses), default=None)
    return tuple(t for t in tokens if first is None or t.i < first)


def _named_behind(tokens: Sequence[Token], head: Token, parse: Parse) -> list[Token]:
    """The name that stands apart right behind a phrase that ended before it: "the deckhand who saw it first, Pavel Drosin, said"."""
    last = tokens[-1]
    behind = parse.tokens[last.i + 1 : last.i + 8]
    if last.text != "," and (not behind or behind[0].text != ","):
        return []
    comma = [] if last.text == "," else behind[:1]
    name = list(takewhile(lambda t: t.pos == "PROPN" and t.text[0].isupper() and t.sent is head.sent, behind[len(comma) :]))
    after = parse.tokens[name[-1].i + 1] if name and name[-1].i + 1 < len(parse.tokens) else None
    closed = after is not None and after.text in (",", ".")
    return [*comma, *name] if closed and len(name) > 1 and is_person_noun(head.lemma.lower()) and is_definite(head) else []


def _outlet(core: Sequence[Token], head: Token) -> Actor | None:
    """The outlet that a phrase means: its head is the name, or a word for an outlet or a report beside the name."""
    found = outlets_in(core)
    for actor, name in found:
        if head in name or (head.dep == "appos" and head.head in name):
            return actor
    beside = is_generic(head) or is_report(head)
    if found and beside:
        return found[0][0]
    bare = [t for t in core if t.pos != "PUNCT"]
    last = list(takewhile(lambda t: t.pos == "PROPN", reversed(bare)))[::-1]
    before = bare[-len(last) - 1] if 0 < len(last) < len(bare) else None
    if before is not None and before.tag != "NNS" and is_generic(before):
        return Actor.of(" ".join(t.text for t in last), ActorKind.OUTLET)  # "the business daily De Koers"
    return None


def _company(core: Sequence[Token], head: Token) -> Actor | None:
    """The company that a phrase names beside what it is: "the owner, Castellan Shipping"."""
    name = head.child("appos") if head.lemma.lower() in words("either") else None
    if name is None or name.pos != "PROPN" or name not in core or not any(t.text == "," and t.i < name.i for t in core):
        return None
    return Actor.of(" ".join(t.text for t in noun_phrase(name) if t.i <= name.i), ActorKind.ORGANISATION)


def _mentioned(head: Token, kind: ActorKind, mentions: dict[int, Mention]) -> Actor | None:
    mention = mentions.get(head.end)
    if mention is None or mention.span.start > head.start or kind in (ActorKind.ANONYMOUS, ActorKind.GROUP):
        return None  # of people without a name, all that is said about them makes them who they are, not one word
    if mention.actor.kind in (ActorKind.UNKNOWN, ActorKind.ANONYMOUS) or (kind is ActorKind.DOCUMENT and head.pos == "NOUN"):
        return None
    if head.pos == "PROPN" and mention.actor.kind is not kind and mention.actor.country is None and kind_of_name(head) is kind:
        return None
    if mention.actor.kind is not ActorKind.GROUP:
        return mention.actor
    if head.lower in words("persons"):  # "he" is one person, of whom no more is known than what he or she is
        office = mention.actor.name.split(" ")[-1].lower() in words("office")
        return replace(mention.actor, kind=ActorKind.OFFICE if office else ActorKind.ANONYMOUS)
    return mention.actor if kind is ActorKind.UNKNOWN else None


def _actor(parse: Parse, core: Sequence[Token], head: Token, kind: ActorKind) -> Actor:
    if kind is ActorKind.PERSON or (head.pos == "PROPN" and kind in (ActorKind.ORGANISATION, ActorKind.COUNTRY)):
        return Actor.of(parse.text[_first_of_name(head).start : head.end], kind)
    own = [t for t in core if t.is_below(head)]
    first = next((t for t in own if t is head or not (t.lower in words("plain") or t.pos in ("NUM", "DET"))), head)
    return Actor.of(parse.text[first.start : max(head.end, own[-1].end if own else 0)].strip(" ,"), kind)


def _first_of_name(head: Token) -> Token:
    tokens = head.sent.tokens
    at = head.i - tokens[0].i
    while at > 0 and head.ent and tokens[at - 1].ent == head.ent and not tokens[at].ent_first:
        at -= 1
    return tokens[at + 1] if tokens[at].lower == "the" and tokens[at] is not head else tokens[at]
