"""What a governor does to what hangs on it: clauses, arguments, adjuncts, modifiers."""

from __future__ import annotations

from sayso.language.tokens import Token
from sayso.reading.standing.clauses import (
    ADJUNCT,
    COMPLEMENTS,
    CONDITION,
    OWN_TENSE,
    SAME,
    TO_COME,
    adverbial,
    clause_of_noun,
    complement,
    is_asked,
)
from sayso.reading.standing.conditions import is_inverted, is_unreal
from sayso.reading.standing.own import UNREAL, Enabled, apply
from sayso.reading.standing.signs import sign, words
from sayso.reading.standing.stance import Signature, Stance
from sayso.reading.standing.tree import first_conjunct, is_definite, is_negated_noun, is_verbal, particle

__all__ = ["TO_COME", "link"]

KNOWN = Signature("standing.known", "fact", "fact")
OBJECTS = {"dobj", "nsubjpass", "dative", "iobj"}
_ARGUMENT_PREPOSITIONS = {"of", "for", "about", "to", "on", "toward", "towards", "against", "with", "over", "at"}


def link(token: Token, over: Token, between: tuple[Token, ...], stance: Stance, only: Enabled) -> Stance:
    """Return the stance handed down from ``over``, whose own stance is ``stance``, to ``token`` through the prepositions between."""
    top = first_conjunct(token)
    if is_unreal(top):
        signature: Signature | None = UNREAL
    elif is_asked(top) or is_inverted(top):
        signature = CONDITION
    elif between:
        signature = _prepositional(top, over, between)
    elif top.dep in COMPLEMENTS:
        signature = complement(top, over)
    elif top.dep == "advcl":
        signature = adverbial(top, over)
    elif top.dep in {"relcl", "acl"}:
        signature = clause_of_noun(top, over)
    elif top.dep in OBJECTS:
        signature = _object(top, over)
    elif top.dep == "nsubj":
        signature = _subject(top, over)
    elif top.dep == "amod":
        signature = OWN_TENSE if top.tag in {"VBN", "VBG"} else ADJUNCT
    elif top.dep in {"compound", "nmod", "poss"}:
        signature = (sign("noun", over.lemma) if over.lemma not in words("plain_head") else None) or _beside(top)
    else:
        signature = SAME if top.dep in {"attr", "acomp", "appos", "dep"} else ADJUNCT
    return apply(signature, stance, only)


def _object(token: Token, over: Token) -> Signature:
    """A noun that the verb acts on: "cancelled the talks", "the talks were cancelled"."""
    names = (particle(over), over.lemma)
    to = [child.lower for child in over.children if child.dep == "prep"]
    found = sign("object", *(f"{name}+{word}" for name in names for word in to), *names)
    return found or (_known(token) if is_definite(token) else SAME)


def _beside(token: Token) -> Signature:
    """A noun that is no argument of its governor ("in response to threats") is mostly there already; a gerund goes with the governor."""
    return ADJUNCT if is_verbal(token) or token.lemma in words("staged") else KNOWN


def _known(token: Token) -> Signature:
    """A noun spoken of as known is there whatever the governor's mood, unless it is of the kind that is held on a date."""
    return ADJUNCT if token.lemma in words("staged") or not is_definite(token) else KNOWN


def _subject(token: Token, over: Token) -> Signature:
    """A noun that does or is something: "the talks will take place", "a strike is possible", "the sale fell through"."""
    predicate = over.child("acomp", "oprd") or (over.child("advmod") if over.lemma == "be" else None)
    found = sign("adjective", predicate.lower, predicate.lemma) if predicate else sign("subject", particle(over))
    if found:
        return found
    return SAME if particle(over) in words("occurrence") and not is_negated_noun(token) else _known(token)


def _prepositional(token: Token, over: Token, between: tuple[Token, ...]) -> Signature:
    """A noun or gerund behind a preposition: "called for talks", "plans for a visit", "without talks"."""
    first = between[0].child("advmod")
    joined, last = "_".join(word.lower for word in ((first, *between) if first else between)), between[-1].lower
    if is_verbal(over) and (found := _governed(over, between[0])):
        return found
    found = sign("preposition", f"{over.lower}_{last}", joined, last)
    if found:  # what a protest is over is a fact; what talks are over is still to come
        embedding = sign("noun", over.lemma) if over.pos == "NOUN" else None
        return embedding if embedding and found.asserted == "fact" else found
    subject = over.child("nsubj") if over.lemma == "be" else None
    if subject and is_verbal(token):  # "the focus is on arranging talks"
        return sign("noun", subject.lemma) or ADJUNCT
    if is_verbal(over):
        return SAME if between[0].dep == "agent" else _beside(token)
    if last not in _ARGUMENT_PREPOSITIONS:
        return _beside(token)
    if over.pos == "ADJ":
        return sign("adjective", over.lower, over.lemma) or ADJUNCT
    return sign("noun", f"{over.lemma}-{last}", over.lemma) or ADJUNCT


def _governed(over: Token, preposition: Token) -> Signature | None:
    """A verb with a preposition of its own: "called for talks", "voted against striking"."""
    names = [f"{name}-{preposition.lower}" for name in (particle(over), over.lemma)]
    return sign("object", *names) or sign("verb", *names)
