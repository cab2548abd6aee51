"""Clauses: the subject and the objects of a verb, through passives, control, relative clauses and coordination."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.language.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_DEEPEST = 6


def is_passive(verb: Token) -> bool:
    """Say whether a verb stands in the passive, a bare participle behind its noun included."""
    if any(child.dep in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    reduced = verb.dep in ("acl", "relcl") and verb.tag == "VBN" and not any(child.dep in ("nsubj", "aux") for child in verb.children)
    return reduced or (verb.dep == "conj" and verb.tag == "VBN" and not verb.child("nsubj", "aux") and is_passive(verb.head))


def subject(verb: Token, depth: int = 0) -> Token | None:
    """Return who does (or, in the passive, undergoes) a verb: its own subject, or the one it shares with the clause above."""
    own = verb.child(*_SUBJECTS)
    if own is not None:
        return verb.head if own.tag in ("WDT", "WP") and verb.dep == "relcl" else own
    if depth > _DEEPEST or verb.head is verb:
        return None
    above = verb.head
    if verb.dep == "acl" and verb.tag in ("VBN", "VBG"):
        return above
    if verb.dep in ("acl", "relcl"):
        return above.child("poss") or (subject(above.head, depth + 1) if above.dep in ("dobj", "attr", "pobj") else None)
    if verb.dep in ("pcomp", "pobj"):
        above = above.head
    if above.pos not in ("VERB", "AUX"):
        return None
    controlled = above.child("dobj") if verb.dep in ("xcomp", "pcomp") else None
    return controlled or subject(above, depth + 1)


def doer(verb: Token) -> Token | None:
    """Return the head of whoever does a verb: the subject, or the agent of a passive."""
    if not is_passive(verb):
        return subject(verb)
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
        if child.dep in ("prep", "agent", "dative", "prt"):
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
    ways += [below.lemma.lower() for prep, below in prepositional(noun) if prep == "of" and lemma in _MEASURES]
    return [*ways, "$"] if noun.ent == "MONEY" else ways


_MEASURES = {
    "number",
    "series",
    "round",
    "dozen",
    "hundred",
    "thousand",
    "group",
    "pair",
    "batch",
    "lot",
    "type",
    "kind",
    "form",
    "state",
    "ton",
    "couple",
    "wave",
}
