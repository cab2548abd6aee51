"""What a governor does to what hangs on it: complements, arguments, adjuncts, modifiers."""

from __future__ import annotations

from sayso.language.tokens import Token
from sayso.reading.standing.own import Enabled, apply
from sayso.reading.standing.signs import sign, words
from sayso.reading.standing.stance import Signature, Stance
from sayso.reading.standing.tree import (
    first_conjunct,
    is_definite,
    is_finite,
    is_infinitive,
    is_negated_noun,
    is_past,
    is_verbal,
    particle,
)

ADJUNCT = Signature("standing.adjunct", "adjunct", "adjunct")
PURPOSE = Signature("standing.purpose", "ahead", "open")
OWN_TENSE = Signature("standing.own-tense", "fact", "fact")
KNOWN = Signature("standing.known", "fact", "fact")
SAME = Signature("standing.argument", "same", "same")
CONDITION = Signature("standing.condition", "open", "open")
YET = Signature("standing.yet-to", "flip", "flip")
TO_COME = Signature("standing.infinitive", "ahead", "not")
COMPLEMENTS = {"ccomp", "xcomp", "csubj", "csubjpass", "oprd", "pcomp"}
OBJECTS = {"dobj", "nsubjpass", "dative", "iobj"}
_ARGUMENT_PREPOSITIONS = {"of", "for", "about", "to", "on", "toward", "towards", "against", "with", "over", "at"}


def link(token: Token, over: Token, between: tuple[Token, ...], stance: Stance, only: Enabled) -> Stance:
    """Return the stance handed down from ``over``, whose own stance is ``stance``, to ``token`` through the prepositions between."""
    top = first_conjunct(token)
    if between:
        signature = _prepositional(top, over, between)
    elif top.dep in COMPLEMENTS:
        signature = _complement(top, over)
    elif top.dep == "advcl":
        signature = _adverbial(top, over)
    elif top.dep in {"relcl", "acl"}:
        signature = _clause_of_noun(top, over)
    elif top.dep in OBJECTS:
        signature = _object(top, over)
    elif top.dep == "nsubj":
        signature = _subject(top, over)
    elif top.dep == "amod":
        signature = OWN_TENSE if top.tag in {"VBN", "VBG"} else ADJUNCT
    elif top.dep in {"compound", "nmod", "poss"}:
        signature = sign("noun", over.lemma) or _beside(top)
    else:
        signature = SAME if top.dep in {"attr", "acomp", "appos", "dep"} else ADJUNCT
    return apply(signature, stance, only)


def _markers(token: Token) -> list[str]:
    marks = [child.lower for child in token.children if child.dep == "mark"]
    return [*marks, "to"] if is_infinitive(token) else [*marks, "that"] if is_finite(token) else [*marks, "ing"]


def _complement(token: Token, over: Token) -> Signature:
    """A clause that its governor selects: "hopes to meet", "denied that they met"."""
    marks = [child.lower for child in token.children if child.dep == "mark"]
    if "whether" in marks or "if" in marks:
        return CONDITION
    kind = "verb" if is_verbal(over) else "adjective" if over.pos == "ADJ" else "noun"
    names = [particle(over), over.lemma] if kind == "verb" else [over.lower, over.lemma]
    found = _special(token, over) or sign(kind, *(f"{name}-{marker}" for name in names for marker in _markers(token)), *names)
    if found is None and kind == "verb":
        predicate = over.child("acomp")
        found = sign("adjective", predicate.lower, predicate.lemma) if predicate else None
    if found:
        return found
    return PURPOSE if is_infinitive(token) else SAME if token.dep == "xcomp" else ADJUNCT


def _special(token: Token, over: Token) -> Signature | None:
    """Verbs whose meaning turns on their form: "is to meet", "going to meet", "have to meet"."""
    if over.lemma == "be":
        return TO_COME if is_infinitive(token) and over.child("acomp") is None else None if over.child("acomp") else ADJUNCT
    if over.lemma == "go" and over.child("prt") is None:
        return TO_COME if over.tag == "VBG" and is_infinitive(token) else None
    if is_infinitive(token) and any(child.lower in words("delay") for child in (*over.children, *token.children)):
        return YET if over.lemma in {"have", "be"} else None
    return SAME if is_infinitive(token) and _is_first(over.child("attr", "dobj")) else None


def _is_first(noun: Token | None) -> bool:
    """Say whether a noun is "the first", "the only": what such a one is said to do, it did."""
    return noun is not None and any(word.lower in words("first") for word in (noun, *noun.children))


def _adverbial(token: Token, over: Token) -> Signature:
    """A clause beside the governor: condition, purpose, time, reason."""
    marks = [child.lower for child in token.children if child.dep in {"mark", "advmod"}]
    found = sign("mark", *marks)
    if found:
        return found
    if is_infinitive(token):
        predicate = over if over.pos == "ADJ" else over.child("acomp")
        return (
            (sign("adjective", predicate.lower) if predicate else None)
            or sign("verb", f"{particle(over)}-to", particle(over) if over.child("prt") else "")
            or PURPOSE
        )
    backshifted = any(mark in words("temporal") for mark in marks)  # "it would be mended before the tour began"
    settled = any(mark in words("reasons") for mark in marks) or (is_past(token) and not backshifted)
    return OWN_TENSE if is_finite(token) and settled else ADJUNCT


def _clause_of_noun(token: Token, over: Token) -> Signature:
    """A clause on a noun: "plans to meet", "rumours that they met", "the man who met them"."""
    if is_infinitive(token):
        if _is_first(over):
            return SAME
        return sign("noun", f"{over.lemma}-to", over.lemma) or TO_COME
    if token.dep == "acl" and (is_finite(token) or token.child("mark")):
        return sign("noun", f"{over.lemma}-that", over.lemma) or ADJUNCT
    if is_negated_noun(over):
        return SAME
    return OWN_TENSE if is_finite(token) or token.tag == "VBN" else ADJUNCT


def _object(token: Token, over: Token) -> Signature:
    """A noun that the verb acts on: "cancelled the talks", "the talks were cancelled"."""
    found = sign("object", particle(over), over.lemma)
    return found or (_known(token) if is_definite(token) else SAME)


def _beside(token: Token) -> Signature:
    """A noun that is no argument of its governor ("in response to threats") is mostly there already; a gerund goes with the governor."""
    return ADJUNCT if is_verbal(token) or token.lemma in words("staged") else KNOWN


def _known(token: Token) -> Signature:
    """A noun spoken of as known is there whatever the governor's mood, unless it is of the kind that is held on a date."""
    return ADJUNCT if token.lemma in words("staged") or not is_definite(token) else KNOWN


def _subject(token: Token, over: Token) -> Signature:
    """A noun that does or is something: "the talks will take place", "a strike is possible"."""
    predicate = over.child("acomp", "oprd")
    found = sign("adjective", predicate.lower, predicate.lemma) if predicate else None
    if found:
        return found
    return SAME if particle(over) in words("occurrence") and not is_negated_noun(token) else _known(token)


def _prepositional(token: Token, over: Token, between: tuple[Token, ...]) -> Signature:
    """A noun or gerund behind a preposition: "called for talks", "plans for a visit", "without talks"."""
    first = between[0].child("advmod")
    joined, last = "_".join(word.lower for word in ((first, *between) if first else between)), between[-1].lower
    found = sign("preposition", joined, last)
    if found:  # what a protest is over is a fact; what talks are over is still to come
        embedding = sign("noun", over.lemma) if over.pos == "NOUN" else None
        return embedding if embedding and found.asserted == "fact" else found
    subject = over.child("nsubj") if over.lemma == "be" else None
    if subject and is_verbal(token):  # "the focus is on arranging talks"
        return sign("noun", subject.lemma) or ADJUNCT
    if is_verbal(over):
        names = [f"{name}-{between[0].lower}" for name in (particle(over), over.lemma)]
        found = sign("object", *names) or sign("verb", *names)
        if found:
            return found
        return SAME if between[0].dep == "agent" else _beside(token)
    if last not in _ARGUMENT_PREPOSITIONS:
        return _beside(token)
    if over.pos == "ADJ":
        return sign("adjective", over.lower, over.lemma) or ADJUNCT
    return sign("noun", f"{over.lemma}-{last}", over.lemma) or ADJUNCT
