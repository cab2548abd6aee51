"""Conditions: clauses and phrases that make what hangs on them turn on something ("if", "should they meet", "on condition that")."""

from __future__ import annotations

from sayso.language.tokens import Token
from sayso.reading.standing.signs import sign, words
from sayso.reading.standing.tree import auxiliaries, is_past

_ASIDE = {"advcl", "ccomp", "parataxis"}


def is_condition(clause: Token) -> bool:
    """Say whether a clause is a condition by its mark ("unless they meet") or by its order ("were they to meet", "had they met")."""
    marks = [mark.lower for mark in clause.children if mark.dep == "mark"]
    if not marks:
        return is_inverted(clause)
    return clause.dep == "advcl" and any(sign("mark", mark) for mark in marks if mark != "whether")


def is_unreal(clause: Token) -> bool:
    """Say whether a condition was not met: "had they left", "if they had left, he would have known"."""
    pluperfect = clause.tag == "VBN" and any(aux.lower == "had" for aux in auxiliaries(clause))
    return pluperfect and (is_inverted(clause) or (is_condition(clause) and is_unreal_perfect(clause.head)))


def is_unreal_perfect(verb: Token) -> bool:
    """Say whether a verb tells what would have been."""
    helpers = auxiliaries(verb)
    return any(aux.lower in words("never_met") for aux in helpers) and any(aux.lemma == "have" for aux in helpers)


def is_inverted(clause: Token) -> bool:
    """Say whether a clause beside another opens with "should", "were" or "had" and only then comes to its subject."""
    subject = clause.child("nsubj", "nsubjpass", "expl")
    if clause.dep not in _ASIDE or subject is None:
        return False
    first = min([*auxiliaries(clause), clause], key=lambda token: token.i)
    opens = all(child.i >= first.i for child in clause.children)
    return opens and first.i < subject.i and first.lower in words("inverted")


def is_conditional_phrase(preposition: Token) -> bool:
    """Say whether a preposition and what follows it are a condition: "provided that", "in the event that", "on condition that"."""
    noun = preposition.child("pobj")
    if noun is None:
        return sign("mark", preposition.lower) is not None
    return noun.lower in words("conditions") and noun.child("acl", "relcl") is not None


def _is_of_reports(clause: Token) -> bool:
    """Say whether a condition is that what is told is so: "if reports are right, they met"."""
    subject = clause.child("nsubj", "nsubjpass")
    return subject is not None and subject.lemma in words("reports")


def has_condition(token: Token) -> bool:
    """Say whether a condition hangs on a verb that is not in the past."""
    if is_past(token):
        return any(is_condition(child) and _is_of_reports(child) for child in token.children if child.dep == "advcl")
    return any(
        is_condition(child) if child.dep in _ASIDE else child.dep == "prep" and is_conditional_phrase(child) for child in token.children
    )
