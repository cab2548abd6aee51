"""Whom a report cites: "CNN cited sources, saying that P"; "P, Reuters reported, citing two people"; "the paper quoted her as saying P"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.language.tokens import Parse, Token
from sayso.model.actor import ActorKind, Mention
from sayso.model.attribution import Attribution, Source
from sayso.reading.attributions.cue_clause import cue_verb
from sayso.reading.candidates import noun_phrase
from sayso.reading.chains.outlets import is_collective, is_generic, outlets_in
from sayso.reading.chains.sources import source
from sayso.reading.citing import citings
from sayso.reading.cue_words import listed

_RESTED_ON = (ActorKind.ANONYMOUS, ActorKind.OUTLET, ActorKind.DOCUMENT)


def cited(attribution: Attribution, parse: Parse, mentions: dict[int, Mention]) -> list[Source]:
    """Return whom the speaker of this attribution cites for it, nearest the fact first; ``mentions`` go by the offset at which they end.

    Citing may go on: "X reported, citing Y, which quoted Z" gives Z, Y.
    """
    verb = cue_verb(attribution, parse)
    reports = attribution.source.actor.kind is ActorKind.OUTLET  # anybody else may cite a law or a case without resting on it
    first = _by_parse(attribution, verb, parse, mentions) if verb is not None else None
    found = [first] if first is not None and (reports or first.actor.kind in _RESTED_ON) else []
    for tokens in _by_words(attribution, parse) if reports else ():
        one = source(parse, tokens, mentions)
        if not any(one.actor.id == other.actor.id or _overlap(one, other) for other in found):
            found.append(one)
    return found[::-1] if len(found) > 1 and _order(found) else found


def _overlap(one: Source, other: Source) -> bool:
    a, b = one.span, other.span
    return a is not None and b is not None and a.start < b.end and b.start < a.end


def _order(found: list[Source]) -> bool:
    """Say whether the links stand in the order of the text, in which each cites the next."""
    places = [link.span.start for link in found if link.span]
    return places == sorted(places)


def _by_words(attribution: Attribution, parse: Parse) -> Iterator[tuple[Token, ...]]:
    """The phrases right behind words of citing in the cue's sentence, outside what is said."""
    place = attribution.cue or attribution.source.span
    near = parse.within(place.start, place.end) if place else []
    taken = [*attribution.content, *([attribution.source.span] if attribution.source.span else [])]
    tokens = [t for t in (near[0].sent.tokens if near else []) if not any(span.start <= t.start < span.end for span in attribution.content)]
    for _, phrase, end in citings(tokens):
        if not any(span.start <= tokens[phrase].start < span.end for span in taken):
            yield tuple(tokens[phrase:end])


def _by_parse(attribution: Attribution, verb: Token, parse: Parse, mentions: dict[int, Mention]) -> Source | None:
    for citing in _citing(verb):
        who = citing.child("dobj")
        if who is None or any(span.start <= who.start < span.end for span in attribution.content):
            continue
        tokens = noun_phrase(who, *[c for c in who.children if c.dep in ("acl", "relcl") and c.i > who.i and verb.is_below(c)], verb)
        if tokens and not (
            attribution.source.span and tokens[0].start < attribution.source.span.end and attribution.source.span.start < tokens[-1].end
        ):
            return source(parse, tokens, mentions)
    return None


def _is_reporter(verb: Token) -> bool:
    """Say whether an outlet speaks: it may cite its sources anywhere behind the cue ("reported that P, citing X")."""
    who = verb.child("nsubj")
    return who is not None and bool(outlets_in(noun_phrase(who)) or is_generic(who) or is_collective(who))


def _citing(verb: Token) -> Iterator[Token]:
    """The verbs of citing that belong to a cue: above it ("cited X, saying") or below and beside it ("reported, citing X")."""
    above = [verb.head, verb.head.head] if verb.tag == "VBG" else []
    behind = [t for t in verb.sent.tokens if t.i > verb.i and t.tag == "VBG"] if _is_reporter(verb) else []
    for token in (
        *above,
        *verb.children,
        *(c for c in verb.head.children if c is not verb),
        *(g for c in verb.children for g in c.children),
        *behind,
    ):
        if token is not verb and token.lemma in listed("according", "citing") and token.child("dobj") is not None:
            yield token
