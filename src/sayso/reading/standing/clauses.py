"""What a governor does to a clause: one it selects, one beside it, one on a noun."""

from __future__ import annotations

from sayso.language.tokens import Token
from sayso.reading.standing.own import HEARSAY
from sayso.reading.standing.phrases import predicate
from sayso.reading.standing.signs import sign, words
from sayso.reading.standing.stance import Signature
from sayso.reading.standing.tree import (
    auxiliaries,
    is_finite,
    is_hearsay,
    is_idle,
    is_infinitive,
    is_negated_noun,
    is_past,
    is_verbal,
    particle,
)

NEVER = Signature("standing.before-any", "not", "fact")
ADJUNCT = Signature("standing.adjunct", "adjunct", "adjunct")
PURPOSE = Signature("standing.purpose", "ahead", "open")
OWN_TENSE = Signature("standing.own-tense", "fact", "fact")
SAME = Signature("standing.argument", "same", "same")
CONDITION = Signature("standing.condition", "open", "open")
UNDONE = Signature("standing.was-to-have", "contrary", "contrary")
YET = Signature("standing.yet-to", "flip", "flip")
TO_COME = Signature("standing.infinitive", "ahead", "not")
COMPLEMENTS = {"ccomp", "xcomp", "csubj", "csubjpass", "oprd", "pcomp"}


def is_asked(clause: Token) -> bool:
    """Say whether a clause leaves its truth open by its first word: "whether they met", "asked if they met"."""
    marks = {child.lower for child in clause.children if child.dep == "mark"}
    return "whether" in marks or ("if" in marks and clause.dep in COMPLEMENTS)


def _markers(token: Token) -> list[str]:
    marks = [child.lower for child in token.children if child.dep == "mark"]
    return [*marks, "to"] if is_infinitive(token) else [*marks, "that"] if is_finite(token) else [*marks, "ing"]


def complement(token: Token, over: Token) -> Signature:
    """A clause that its governor selects: "hopes to meet", "denied that they met"."""
    if is_finite(token) and any(child.lower in words("why") for child in token.children if child.dep == "advmod" and child.i < token.i):
        return OWN_TENSE  # "would not say why they met"
    kind = "verb" if is_verbal(over) else "adjective" if over.pos == "ADJ" else "noun"
    names = [particle(over), over.lemma] if kind == "verb" else [over.lower, over.lemma]
    found = _special(token, over) or sign(kind, *(f"{name}-{marker}" for name in names for marker in _markers(token)), *names)
    if found and is_finite(token) and _stands_alone(token, found):
        return ADJUNCT
    if found is None and kind == "verb":
        found = _of_predicate(token, over)
    if found:
        return UNDONE if found.asserted == "ahead" and _is_perfect_infinitive(token) and is_past(_finite_above(over)) else found
    return PURPOSE if is_infinitive(token) else SAME if token.dep == "xcomp" else ADJUNCT


def _stands_alone(clause: Token, found: Signature) -> bool:
    """Say whether a finite clause goes before its governor as a sentence of its own: "There will be no visit: he has cancelled it"."""
    if clause.i > clause.head.i or clause.child("mark"):
        return False
    first = clause.sent.tokens[0].i
    between = clause.sent.tokens[clause.i - first : clause.head.i - first]
    return found.asserted in {"flip", "fact"} or any(token.text in {";", ":"} for token in between)


def _of_predicate(token: Token, over: Token) -> Signature | None:
    """A clause its verb does not select but the predicate does ("is likely that") or the subject ("hopes fade that")."""
    predicate, subject = over.child("acomp"), over.child("nsubj", "nsubjpass")
    if predicate:
        return sign("adjective", predicate.lower, predicate.lemma)
    if over.dep == "prep":  # "provided that they meet"
        return sign("mark", over.lower)
    return sign("noun", f"{subject.lemma}-that", subject.lemma) if subject and is_finite(token) else None


def _is_perfect_infinitive(token: Token) -> bool:
    return is_infinitive(token) and any(aux.lemma == "have" for aux in auxiliaries(token))


def _finite_above(over: Token) -> Token:
    """Return the verb that carries the tense of a predicate: the "was" of "was due to have met"."""
    return over if is_verbal(over) else over.head


def _special(token: Token, over: Token) -> Signature | None:
    """Verbs whose meaning turns on their form: "is to meet", "going to meet", "have to meet"."""
    if is_hearsay(over) or (is_finite(token) and is_idle(over.child("nsubj"))):
        return HEARSAY
    if over.lower in words("managed") and is_infinitive(token) and is_past(over.head):
        return SAME  # "was able to meet": did
    if over.lemma == "use" and over.tag == "VBD" and is_infinitive(token) and over.child("dobj", "auxpass") is None:
        return SAME  # "used to meet"
    if over.lemma == "be":
        if over.child("acomp"):
            return None
        return TO_COME if is_infinitive(token) else (_copular(over) if is_finite(token) else None) or ADJUNCT
    if over.lemma == "go" and over.child("prt") is None:
        return TO_COME if over.tag == "VBG" and is_infinitive(token) else None
    if is_infinitive(token) and any(child.lower in words("delay") for child in (*over.children, *token.children)):
        return YET if over.lemma in {"have", "be"} else None
    return SAME if is_infinitive(token) and _is_first(over.child("attr", "dobj")) else None


def _copular(over: Token) -> Signature | None:
    """A clause that a predicate speaks of, or that tells what its subject is: "it is a lie that", "word is that"."""
    subject = over.child("nsubj")
    named = sign("noun", f"{subject.lower}-is", subject.lower) if subject else None
    return named if named and named.asserted != "flip" and subject and subject.lower != "it" else predicate(over)


def _is_first(noun: Token | None) -> bool:
    """Say whether a noun is "the first", "the only": what such a one is said to do, it did."""
    return noun is not None and any(word.lower in words("first") for word in (noun, *noun.children))


def adverbial(token: Token, over: Token) -> Signature:
    """A clause beside the governor: condition, purpose, time, reason."""
    marks = [child.lower for child in token.children if child.dep in {"mark", "advmod"}]
    found = sign("mark", *marks)
    if found:
        return found
    if "before" in marks and _is_anybody(token.child("nsubj", "nsubjpass")):
        return NEVER
    held = sign("verb", particle(over)) if _is_beside_particle(token, over) else None
    if held:
        return held  # "held off firing"
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


def _is_beside_particle(clause: Token, over: Token) -> bool:
    """Say whether a gerund stands right after its verb's particle."""
    after = over.child("prt")
    first = min(clause.i, *(child.i for child in clause.children)) if clause.child("aux") else clause.i
    return after is not None and first == after.i + 1 and not is_finite(clause) and not is_infinitive(clause)


def _is_anybody(subject: Token | None) -> bool:
    """Say whether a subject is of the kind that goes with "not": "before anybody signed"."""
    return subject is not None and any(word.lower in words("any") for word in (subject, *subject.children))


def clause_of_noun(token: Token, over: Token) -> Signature:
    """A clause on a noun: "plans to meet", "rumours that they met", "the man who met them"."""
    if is_infinitive(token):
        if _is_first(over):
            return SAME
        return sign("noun", f"{over.lemma}-to", over.lemma) or TO_COME
    is_told = over.dep == "attr" and is_finite(token) and any(child.lower == "it" for child in over.head.children)
    if is_told and (found := sign("adjective", over.lemma)):  # "it is a lie that they met"
        return found
    if token.dep == "acl" and (is_finite(token) or token.child("mark")):
        return sign("noun", f"{over.lemma}-that", over.lemma) or ADJUNCT
    if is_negated_noun(over):
        return SAME
    return OWN_TENSE if is_finite(token) or token.tag == "VBN" else ADJUNCT
