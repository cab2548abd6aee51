"""Nouns and adjectives as cues: "his claim that P", "expressed his desire to P", "is confident that P", "the question 'P?'"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.language.tokens import Parse, Token
from sayso.model.attribution import Attitude
from sayso.reading.candidates import Candidate, noun_phrase, pieces, subject, subtree, verb_phrase
from sayso.reading.cue_words import CueNoun, adjectives, attitude, listed, nouns

_CLAUSE = 0.75  # weight of a noun with a clause behind it that says what: "his claim that P"
_STRONG = (Attitude.DENIES, Attitude.CRITICISES, Attitude.PRAISES, Attitude.CONFIRMS, Attitude.DOUBTS)  # of a verb, whatever its object


def noun_cues(parse: Parse) -> Iterator[Candidate]:
    """Propose attributions whose cue is a noun, alone or with a light verb."""
    for token in parse.tokens:
        cue = nouns().get(token.lemma) if token.pos == "NOUN" else None
        if cue is None:
            continue
        found = _clause_content(token) or _prepositional_content(token, cue)
        if found is None:
            continue
        content, weight = found
        made = _made(token, content, cue.attitude, weight)
        if made is not None:
            yield made


def _clause_content(noun: Token) -> tuple[list[Token], float] | None:
    """The clause after a noun: "that P" or "to P"."""
    for child in noun.children:
        if child.i < noun.i or child.dep not in ("acl", "ccomp", "relcl", "xcomp", "appos"):
            continue
        if any(c.dep in ("mark",) and c.lower in ("that", "whether") for c in child.children):
            return subtree(child), _CLAUSE
        if child.dep in ("acl", "xcomp") and any(c.dep == "aux" and c.tag == "TO" for c in child.children):
            return subtree(child), 0.7
    verb = noun.head
    if noun.dep == "attr" and verb.lemma == "be":
        comp = next((c for c in verb.children if c.dep in ("ccomp", "xcomp") and c.i > noun.i), None)
        return (subtree(comp), 0.6) if comp is not None else None
    if noun.dep == "nsubj" and verb.lemma == "be":
        comp = next((c for c in verb.children if c.dep in ("ccomp", "xcomp") and c.i > verb.i), None)
        return (subtree(comp), 0.6) if comp is not None else None
    return None


def _prepositional_content(noun: Token, cue: CueNoun) -> tuple[list[Token], float] | None:
    for prep in noun.children:
        if prep.dep != "prep" or prep.i < noun.i or prep.lower not in cue.prepositions:
            continue
        what = prep.child("pobj", "pcomp")
        if what is not None:
            return subtree(what), 0.5
    return None


def _made(noun: Token, content: list[Token], shown: Attitude, weight: float) -> Candidate | None:
    who, cue = _whose(noun)
    if who is None:
        return None
    source = noun_phrase(who, noun) if who is not None and who not in content else ()
    if source and source[-1].tag == "POS":
        source = source[:-1]
    cue = tuple(token for token in cue if token not in source)
    bounds = pieces(content, frozenset(cue) | frozenset(source))
    shown = _with_verb(noun, cue, shown)
    rule = "attributions.noun-clause" if weight == _CLAUSE else "attributions.noun"
    return Candidate(rule, cue, source, bounds, shown, weight) if bounds else None


def _with_verb(noun: Token, cue: tuple[Token, ...], shown: Attitude) -> Attitude:
    """The attitude of noun and light verb together: "rejected the claim" denies, "stressed the notion" asserts, "voiced fears" fears."""
    said = attitude(noun.head, "speech", "object") if noun.head in cue else None
    if said in _STRONG or (said is not None and shown in (Attitude.BELIEVES, Attitude.ASSERTS)):
        return said or shown
    return shown


def _whose(noun: Token) -> tuple[Token | None, tuple[Token, ...]]:
    """Who is behind a cue noun, and the words of the cue."""
    verb = noun.head
    owner = noun.child("poss")
    around = tuple(noun.sent.tokens[_start(noun, owner) - noun.sent.tokens[0].i : noun.i + 1 - noun.sent.tokens[0].i])
    by = next((c for c in noun.children if c.dep == "prep" and c.lower in ("by", "from") and c.i > noun.i), None)
    if noun.dep in ("dobj", "attr") and verb.pos in ("VERB", "AUX") and verb.lemma in listed("light", "verbs") and verb.i < noun.i:
        who = subject(verb)
        if who is not None and who.lower not in listed("words", "expletives"):
            phrase = verb_phrase(verb)
            first = noun.sent.tokens[0].i
            return who, tuple(noun.sent.tokens[phrase[0].i - first : noun.i + 1 - first])
    if owner is not None:
        return owner, around
    if by is not None and by.child("pobj") is not None:
        return by.child("pobj"), (noun,)
    return None, (noun,)


def _start(noun: Token, owner: Token | None) -> int:
    """The first word of a cue noun's own phrase after its owner."""
    if owner is None:
        return noun.i
    last = owner.children[-1] if owner.children and owner.children[-1].tag == "POS" else owner
    return last.i + 1


def adjective_cues(parse: Parse) -> Iterator[Candidate]:
    """Propose attributions whose cue is "be" (or the like) and an adjective of the mind."""
    for token in parse.tokens:
        shown = adjectives().get(token.lower)
        if shown is None or token.dep != "acomp" or token.head.pos not in ("AUX", "VERB"):
            continue
        made = _of_adjective(token, token.head, shown)
        if made is not None:
            yield made


def _of_adjective(token: Token, verb: Token, shown: Attitude) -> Candidate | None:
    who = subject(verb)
    if who is None or who.lower in listed("words", "expletives"):
        return None
    comp = next((c for c in (*token.children, *verb.children) if c.i > token.i and c.dep in ("ccomp", "xcomp")), None)
    more: tuple[Token, ...] = ()
    if comp is None:
        prep = next((c for c in token.children if c.dep == "prep" and c.i > token.i), None)
        comp = prep.child("pobj", "pcomp") if prep is not None else None
        more = (prep,) if prep is not None else ()
    if comp is None:
        return None
    phrase, first = verb_phrase(verb), verb.sent.tokens[0].i
    cue = tuple(verb.sent.tokens[phrase[0].i - first : token.i + 1 - first]) + more
    source = noun_phrase(who, verb)
    bounds = pieces(subtree(comp), frozenset(cue) | frozenset(source))
    return Candidate("attributions.adjective", cue, source, bounds, shown, 0.6) if bounds else None
