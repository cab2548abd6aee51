"""What an event's own words do to it: modals, negation, hedges, conditions, questions, times."""

from __future__ import annotations

from collections.abc import Callable

from sayso.language.tokens import Token
from sayso.reading.standing.conditions import has_condition, is_unreal_perfect
from sayso.reading.standing.signs import sign, words
from sayso.reading.standing.stance import Signature, Stance, World
from sayso.reading.standing.tree import (
    auxiliaries,
    determiners,
    is_hearsay,
    is_idle,
    is_infinitive,
    is_negated_noun,
    is_past,
    is_under_way,
    is_verbal,
    particle,
    shares,
)

Enabled = frozenset[str] | None
When = Callable[[Token], str | None]

NEGATION = Signature("standing.negation", "flip", "flip")
CONSEQUENCE = Signature("standing.consequence", "open", "open")
HEARSAY = Signature("standing.hearsay", "open", "open")
QUESTION = Signature("standing.question", "open", "open")
UNREAL = Signature("standing.unreal-perfect", "contrary", "contrary")
FUTURE_TIME = Signature("standing.future-time", "later", "later")
TO_BE_DONE = Signature("standing.to-be-done", "later", "later")
_MODIFIERS = {"amod", "compound", "nmod", "advmod", "acl", "det", "npadvmod"}


def apply(signature: Signature | None, stance: Stance, only: Enabled) -> Stance:
    """Apply a signature, unless there is none or its rule may not fire."""
    if signature is None or (only is not None and signature.rule not in only):
        return stance
    return signature.apply(stance)


def own_words(token: Token, below: Token | None, stance: Stance, when: When, only: Enabled) -> Stance:
    """Return the stance after the token's own words; ``below`` is the dependant we come from, whose own "no" is counted there."""
    if is_verbal(token):
        return _verb(token, below, stance, when, only)
    return _noun(token, stance, when, only)


def _verb(token: Token, below: Token | None, stance: Stance, when: When, only: Enabled) -> Stance:
    for _ in range(_negations(token, below) % 2):
        stance = apply(NEGATION, stance, only)
    for helper in auxiliaries(token):
        if helper.tag == "MD":
            unreal = helper.lower in words("never_met") and is_unreal_perfect(token)
            stance = apply(UNREAL if unreal else sign("modal", helper.lower), stance, only)
    stance = _adverbs(token, stance, only)
    if has_condition(token):
        stance = apply(CONSEQUENCE, stance, only)
    if any(is_hearsay(child) or (child.dep == "parataxis" and is_idle(child.child("nsubj"))) for child in token.children):
        stance = apply(HEARSAY, stance, only)
    if token.dep == "ROOT" and token.sent.tokens[-1].text == "?":
        stance = apply(QUESTION, stance, only)
    if not is_past(token) and not _looks_ahead(token) and when(token) == "future":
        stance = apply(FUTURE_TIME, stance, only)
    return stance


def _negations(token: Token, below: Token | None) -> int:
    count = sum(_denies(child) for child in token.children)
    if count == 0 and shares(token) and not any(child.lower == "but" for child in token.head.children):
        count = sum(_denies(child) for child in token.head.children)
    if token.dep == "conj" and any(child.dep == "cc" and child.lower in words("nor") for child in token.head.children):
        count += 0 if shares(token) else 1
    arguments = [child for child in token.children if child.dep in {"nsubj", "nsubjpass", "dobj", "attr"} and child is not below]
    return count + any(is_negated_noun(child) for child in arguments) + any(_is_at_no_time(child) for child in token.children)


def _is_at_no_time(child: Token) -> bool:
    """Say whether a phrase before its verb denies it: "at no point did they meet"."""
    noun = child.child("pobj") if child.dep == "prep" and child.i < child.head.i else None
    return noun is not None and noun.lower in words("no_time") and is_negated_noun(noun)


def _denies(child: Token) -> bool:
    """Say whether an adverb denies its head; "not only" does not."""
    signature = sign("adverb", child.lower) if child.dep in {"neg", "advmod", "preconj"} else None
    if signature is None or signature.asserted != "flip":
        return False
    after = child.i + 1 - child.sent.tokens[0].i
    return not any(word.lower in words("only") for word in (*child.children, *child.sent.tokens[after : after + 1]))


def _adverbs(token: Token, stance: Stance, only: Enabled) -> Stance:
    for child in token.children:
        if child.dep == "advmod":
            signature = sign("adverb", child.lower)
            if signature and signature.asserted != "flip":
                stance = apply(signature, stance, only)
    return stance


def _looks_ahead(token: Token) -> bool:
    """Say whether the date beside a verb is that of what it plans: "is expected in June"."""
    signature = sign("verb", particle(token), token.lemma)
    return signature is not None and signature.asserted == "ahead"


def _noun(token: Token, stance: Stance, when: When, only: Enabled) -> Stance:
    if is_negated_noun(token):
        stance = apply(NEGATION, stance, only)
    beside = [child for child in token.children if child.dep in _MODIFIERS]
    took_place = _took_place(token, stance)
    for child in [*beside, *(d for d in determiners(token) if d not in beside)]:
        if not took_place or child.lower in words("alleged"):
            stance = apply(sign("beside", child.lower), stance, only)
    stance = _adverbs(token, stance, only)
    if any(child.dep in {"relcl", "acl"} and is_infinitive(child) and child.child("auxpass") for child in token.children):
        stance = apply(TO_BE_DONE, stance, only)
    return apply(FUTURE_TIME, stance, only) if when(token) == "future" else stance


def _took_place(noun: Token, stance: Stance) -> bool:
    """Say whether its verb has said that the event came about, whatever was foreseen: "the planned strike went ahead"."""
    return stance.world is World.FACT and stance.positive and is_under_way(noun)
