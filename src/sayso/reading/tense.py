"""Tense: whether the verb that governs some words speaks of what was, what is, or what is to come."""

from __future__ import annotations

from enum import StrEnum

from sayso.language.lexicon import lexicon
from sayso.language.tokens import Token


class Tense(StrEnum):
    """Which way a verb looks from the moment of writing.

    The present perfect takes no date of its own in English: in "have discussed a meeting in June" the month is the meeting's.
    """

    PAST = "past"
    PERFECT = "perfect"
    PRESENT = "present"
    FUTURE = "future"


def tense_at(token: Token) -> Tense | None:
    """Return the tense of the nearest verb at or above a token that has one, None when there is none."""
    for verb in (token, *token.ancestors()):
        if verb.pos in ("VERB", "AUX") and (tense := tense_of(verb)):
            return tense
    return None


def tense_of(verb: Token) -> Tense | None:
    """Return the tense of one verb with its auxiliaries, None for forms that have none of their own."""
    future = lexicon("times")["future"]
    helpers = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    words, tags = {helper.lower for helper in helpers}, {helper.tag for helper in helpers}
    if modals := words & set(future["modals"]):
        refused = modals <= set(future["of_the_past"]) and any(child.dep == "neg" for child in verb.children)
        return Tense.PAST if "have" in words or refused else Tense.FUTURE
    if verb.lemma in future["verbs"] and verb.tag == "VBN":
        return Tense.FUTURE
    if verb.tag == "VBD" or "VBD" in tags:
        return Tense.PAST
    if "to" in words and (verb.tag == "VB" or "be" in words):
        return Tense.FUTURE
    if verb.tag in ("VBP", "VBZ") or tags & {"VBP", "VBZ"}:
        if verb.tag == "VBN" and "have" in {helper.lemma for helper in helpers}:
            return Tense.PERFECT
        return Tense.FUTURE if verb.tag == "VBG" or verb.lemma in future["verbs"] else Tense.PRESENT
    return None


_ATTRIBUTES = ("acl", "advcl", "amod", "appos", "dep")  # of a participle without a verb of being: "the order, issued on Monday"


def outlook(token: Token) -> Tense | None:
    """Return the tense that the time at a token has: an infinitive looks ahead only where what governs it does.

    "Agreed to meet on Monday" does; "voted to back it on Monday" and "the first to sign on Monday" tell of what was done.
    """
    for verb in (token, *token.ancestors()):
        if verb.pos not in ("VERB", "AUX"):
            continue
        tense = tense_of(verb)
        if tense is None and verb.tag == "VBN" and verb.dep in _ATTRIBUTES:
            return Tense.PAST  # "the order issued on Monday"
        if tense is None:
            continue
        if tense is not Tense.FUTURE or not _is_infinitive(verb) or _looks_ahead(verb):
            return tense
    return None


def _is_infinitive(verb: Token) -> bool:
    modals = lexicon("times")["future"]["modals"]
    helpers = [child.lower for child in verb.children if child.dep == "aux"]
    return "to" in helpers and not any(helper in modals for helper in helpers)


def _looks_ahead(infinitive: Token) -> bool:
    """What a verb of plans governs lies ahead, and what a noun is to see ("talks to be held"), but not "the first to sign"."""
    future, governor = lexicon("times")["future"], infinitive.head
    if infinitive.dep in ("acl", "relcl"):
        return not any(word.lower in future["reached"] for word in (governor, *governor.children))
    return governor.lemma in future["ahead"] or tense_of(governor) is Tense.FUTURE
