"""Clauses: the subject and the objects of a verb, through passives, control, raising, relative clauses and coordination."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.language.tokens import Token
from sayso.reading.events.words import event_words

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_DEEPEST = 6
_UPWARD = ("acomp", "attr", "oprd", "prep", "pobj", "pcomp", "dobj", "npadvmod", "advmod", "xcomp", "ccomp", "amod")
_DATELINE = (":", "--", "–", "—")
_BY_DOING = ("by", "in", "on", "after", "before", "without", "since", "while", "through", "despite", "upon", "when")


def is_passive(verb: Token) -> bool:
    """Say whether a verb stands in the passive, a bare participle behind its noun included."""
    if any(child.dep in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    reduced = verb.dep in ("acl", "relcl") and verb.tag == "VBN" and not any(child.dep in ("nsubj", "aux") for child in verb.children)
    return reduced or (verb.dep == "conj" and verb.tag == "VBN" and not verb.child("nsubj", "aux") and is_passive(verb.head))


def subject(verb: Token) -> Token | None:
    """Return who does (or, in the passive, undergoes) a verb: its own subject, or the one it shares with the clause above."""
    return next(subjects(verb), None)


def subjects(verb: Token, depth: int = 0) -> Iterator[Token]:
    """Yield who may do a predicate, the likeliest first: its own subject, else those of the clauses above that it may share."""
    own = [child for child in verb.children if child.dep in _SUBJECTS]
    if own:
        nearest = max((child for child in own if child.i < verb.i), key=lambda child: child.i, default=own[0])
        yield verb.head if nearest.tag in ("WDT", "WP") and verb.dep == "relcl" else _behind_dateline(nearest)
    elif depth <= _DEEPEST and verb.head is not verb:
        yield from _of_noun(verb, depth) if verb.dep in ("acl", "relcl") else _above(verb, depth)


def _behind_dateline(noun: Token) -> Token:
    """The subject itself, where the parser takes it for an apposition to the dateline ("ROME (Harbour News): President ...")."""
    if noun.pos != "PROPN" or noun.i != noun.sent.tokens[0].i:
        return noun
    mark = next((child for child in noun.subtree() if child.dep == "punct" and any(sign in child.text for sign in _DATELINE)), None)
    return next((child for child in noun.children if mark and child.dep == "appos" and child.i > mark.i), noun)


def _of_noun(verb: Token, depth: int) -> Iterator[Token]:
    """Who does what hangs on a noun: the noun itself ("troops attacking"), its owner, who deals with it ("signed a letter demanding")."""
    noun = verb.head
    yield from (child for child in noun.children if child.dep == "poss" and verb.tag not in ("VBN", "VBG"))
    yield noun
    if verb.tag != "VBN" and noun.dep in ("dobj", "attr", "pobj"):
        yield from subjects(noun.head, depth + 1)


def _above(verb: Token, depth: int) -> Iterator[Token]:
    above = verb.head.head if verb.dep in ("pcomp", "pobj") else verb.head
    for _ in range(_DEEPEST):
        if above.pos in ("VERB", "AUX") or above.child(*_SUBJECTS) or above.dep not in _UPWARD:
            break
        above = above.head
    if above.pos in ("NOUN", "PROPN"):
        return
    shares = verb.dep in ("xcomp", "pcomp") and above.lemma.lower() not in event_words().subject_control
    aside = verb.dep == "pcomp" and verb.head.lower in _BY_DOING
    controlled = above.child("dobj") if shares and not aside else None
    if controlled is not None and controlled.i < verb.i:
        yield controlled
    elif verb.dep == "advcl" and verb.tag == "VBG" and is_passive(above) and (agent := _agent(above)) is not None:
        yield agent
    else:
        yield from subjects(above, depth + 1)


def doers(verb: Token) -> Iterator[Token]:
    """Yield the heads of whoever may do a verb, the likeliest first: the subjects, or the agent of a passive."""
    if not is_passive(verb):
        yield from subjects(verb)
    elif (agent := _agent(verb)) is not None:
        yield agent


def _agent(verb: Token) -> Token | None:
    agent = verb.child("agent") or next((child for child in verb.children if child.dep == "prep" and child.lower == "by"), None)
    return agent.child("pobj") if agent else None


def undergoer(verb: Token) -> Token | None:
    """Return the head of the direct object, which is the subject of a passive."""
    if is_passive(verb):
        return subject(verb)
    own = verb.child("dobj") or verb.child("dative", "oprd")
    if own is None and verb.dep == "relcl" and (subject_word := verb.child("nsubj")) and subject_word.tag not in ("WDT", "WP"):
        return verb.head
    return verb.head.child("dobj") if own is None and verb.dep == "conj" and verb.i < (verb.head.child("dobj") or verb).i else own


def prepositional(token: Token) -> Iterator[tuple[str, Token]]:
    """Yield each preposition below a token with its object, in text order, one step of "out of" included."""
    for child in token.children:
        if child.dep in ("prep", "agent", "dative", "prt") and child.lower not in ("according", "including"):
            for below in child.children:
                if below.dep in ("pobj", "pcomp"):
                    yield child.lower, below
                elif below.dep == "prep":
                    yield from ((below.lower, deep) for deep in below.children if deep.dep in ("pobj", "pcomp"))


def spelled(noun: Token) -> list[str]:
    """Return the ways a lexicon may write an object: its lemma, with the noun before it, with "of" and the noun behind; "$" for money."""
    lemma = noun.lemma.lower()
    ways = [lemma, noun.lower]
    ways += [f"{child.lower} {lemma}" for child in noun.children if child.dep in ("compound", "amod") and child.i < noun.i]
    ways += [f"{lemma} of {below.lower}" for prep, below in prepositional(noun) if prep == "of"]
    ways += [way for prep, below in prepositional(noun) if prep == "of" and lemma in event_words().measures for way in spelled(below)]
    return [*ways, "$"] if noun.ent == "MONEY" else ways
