"""Whom a report cites: "CNN cited sources, saying that P"; "P, Reuters reported, citing two people"; "the paper quoted her as saying P"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.language.tokens import Parse, Token
from sayso.model.actor import Mention
from sayso.model.attribution import Attribution, Source
from sayso.reading.attributions.candidates import noun_phrase
from sayso.reading.attributions.cue_clause import cue_verb
from sayso.reading.attributions.cue_words import listed
from sayso.reading.chains.outlets import is_collective, is_generic, outlets_in
from sayso.reading.chains.sources import source


def cited(attribution: Attribution, parse: Parse, mentions: dict[int, Mention]) -> Source | None:
    """Return whom the speaker of this attribution cites for it, or None; ``mentions`` go by the offset at which they end."""
    verb = cue_verb(attribution, parse)
    if verb is None:
        return None
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
