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
from sayso.reading.standing.phrases import broke_off, idioms, never_began, predicate, with_phrase
from sayso.reading.standing.signs import sign, words
from sayso.reading.standing.stance import Signature, Stance
from sayso.reading.standing.tree import first_conjunct, is_definite, is_infinitive, is_negated_noun, is_verbal, particle

__all__ = ["TO_COME", "link"]

KNOWN = Signature("standing.known", "fact", "fact")
BROKEN_OFF = Signature("standing.broken-off", "fact", "fact")
NEVER_BEGAN = Signature("standing.never-began", "not", "open")
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
        signature = SAME if top.dep in {"attr", "acomp", "appos", "dep"} or top.lower in words("degree") else ADJUNCT
    return apply(signature, stance, only)


def _object(token: Token, over: Token) -> Signature:
    """A noun that the verb acts on: "cancelled the talks", "the talks were cancelled"."""
    names = (particle(over), over.lemma)
    to = [child.lower for child in over.children if child.dep == "prep"]
    known = [f"{name}-the" for name in names] if is_definite(token) else []
    found = sign("object", *known, *with_phrase(over, token), *(f"{name}+{word}" for name in names for word in to), *names)
    if found and found.asserted in {"not", "open"} and broke_off(over, token):
        return BROKEN_OFF
    if found and particle(over) in words("refusals") and token.lemma in words("offers"):
        return KNOWN  # what is refused was offered
    return found or (_known(token) if is_definite(token) else SAME)


def _beside(token: Token) -> Signature:
    """A noun that is no argument of its governor ("in response to threats") is mostly there already; a gerund goes with the governor."""
    return ADJUNCT if is_verbal(token) or token.lemma in words("staged") else KNOWN


def _known(token: Token) -> Signature:
    """A noun spoken of as known is there whatever the governor's mood, unless it is of the kind that is held on a date."""
    return ADJUNCT if token.lemma in words("staged") or not is_definite(token) else KNOWN


def _subject(token: Token, over: Token) -> Signature:
    """A noun that does or is something: "the talks will take place", "a strike is possible", "the sale fell through"."""
    found = predicate(over) or sign("subject", *with_phrase(over), particle(over)) or (NEVER_BEGAN if never_began(over) else _raised(over))
    if found:
        return found
    return SAME if particle(over) in words("occurrence") and not is_negated_noun(token) else _known(token)


def _raised(over: Token) -> Signature | None:
    """What a verb does to a subject that is its infinitive's own: "the offensive failed to materialise", "a ceremony is to follow"."""
    lower = over.child("xcomp")
    if lower is None or not is_infinitive(lower):
        return None
    return complement(lower, over) if particle(lower) in words("occurrence") or lower.child("auxpass") else None


def _prepositional(token: Token, over: Token, between: tuple[Token, ...]) -> Signature:
    """A noun or gerund behind a preposition: "called for talks", "plans for a visit", "without talks"."""
    first = between[0].child("advmod")
    joined, last = "_".join(word.lower for word in ((first, *between) if first else between)), between[-1].lower
    if found := _governed(token, over, between):
        return found
    kind = "-ing" if is_verbal(token) else "" if is_definite(token) else "-a"
    found = sign("preposition", f"{over.lower}_{last}{kind}", f"{over.lower}_{last}", f"{joined}{kind}", joined, last)
    if found:  # what a protest is over is a fact; what talks are over is still to come
        embedding = sign("noun", over.lemma) if over.pos == "NOUN" else None
        return embedding if embedding and found.asserted == "fact" else found
    subject = over.child("nsubj") if over.lemma == "be" else None
    if subject and is_verbal(token):  # "the focus is on arranging talks"
        return sign("noun", subject.lemma) or ADJUNCT
    if is_verbal(over):
        return SAME if between[0].dep == "agent" else _beside(token)
    if found := sign("noun", f"{over.lemma}-{last}"):
        return found
    if last not in _ARGUMENT_PREPOSITIONS:
        return _beside(token)
    if over.pos == "ADJ":
        return sign("adjective", f"{over.lower}-{last}", over.lower, over.lemma) or ADJUNCT
    return sign("noun", f"{over.lemma}-{last}", over.lemma, over.lower) or ADJUNCT


def _of_subject(over: Token, preposition: Token) -> Signature | None:
    """What a verb's subject governs from afar: "rumours are swirling of a reshuffle", "calls grew for a boycott"."""
    subject = over.child("nsubj", "nsubjpass")
    if subject is None or preposition.lower not in {"of", "about", "for"} or over.lemma == "be" or over.child("dobj"):
        return None
    found = sign("noun", f"{subject.lemma}-{preposition.lower}", subject.lemma)
    return found if found and found.asserted in {"ahead", "open"} else None


def _governed(token: Token, over: Token, between: tuple[Token, ...]) -> Signature | None:
    """A verb with a preposition of its own: "called for talks", "backed out of a merger", "poured cold water on the visit"."""
    names = idioms(over, between[0])
    if is_verbal(over):
        prepositions = ("_".join(word.lower for word in between), between[0].lower)
        names += [f"{name}-{preposition}" for preposition in prepositions for name in (particle(over), over.lemma)]
        names = names if is_definite(token) else [*(f"{name}-a" for name in names), *names]
    found = sign("object", *names) or sign("verb", *names) or _of_subject(over, between[0])
    return BROKEN_OFF if found and found.asserted in {"not", "open"} and broke_off(over, token) else found
