"""Names under which the lexicon lists what takes more than one word: "is on the cards", "poured cold water on", "abandoned halfway"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.language.tokens import Token
from sayso.reading.standing.signs import sign, words
from sayso.reading.standing.stance import Signature
from sayso.reading.standing.tree import is_verbal, particle

_HELD_BY_VERB = {"dobj", "advmod", "advcl", "acomp", "xcomp", "prt"}


def predicate(over: Token) -> Signature | None:
    """Return what a copula's predicate says of its subject: "is possible", "is on the cards", "remains an option"; None for other verbs."""
    adjective = over.child("acomp", "oprd") or (over.child("advmod") if over.lemma == "be" else None)
    if adjective and (found := sign("adjective", adjective.lower, adjective.lemma)):
        return found
    if over.lemma not in words("copulas"):
        return None
    nouns = [child for child in over.children if child.dep in {"attr", "acomp"}]
    named = [name for noun in nouns for name in (*(f"{noun.lemma}_{phrase}" for phrase in (*_phrases(noun), *_phrases(over))), noun.lemma)]
    return sign("adjective", *named, *_phrases(over))


def _phrases(verb: Token) -> Iterator[str]:
    """Yield the verb's prepositional phrases without articles: "on_table", "out_of_question"."""
    for child in verb.children:
        if child.dep == "prep":
            inner = child.child("prep") or child
            if noun := inner.child("pobj"):
                yield "_".join([*dict.fromkeys((child.lower, inner.lower)), noun.lower])


def with_phrase(verb: Token, noun: Token | None = None) -> list[str]:
    """Return the verb's names with each of its phrases, and those the parser hung on its object: "put+on_ice", "come+to_nothing"."""
    phrases = [*_phrases(verb), *(_phrases(noun) if noun else ())]
    stranded = [f"{verb.lemma}_{child.lower}" for child in verb.children if child.dep == "prep" and child.child("pobj", "pcomp") is None]
    stranded += [f"{verb.lemma}:{child.lemma}" for child in verb.children if child.dep == "dobj"]
    return [f"{name}+{phrase}" for name in dict.fromkeys((particle(verb), verb.lemma)) for phrase in phrases] + stranded


def idioms(over: Token, preposition: Token) -> list[str]:
    """Return the names of a verb with an object or adverb of its own and a preposition: "pour:water-on", "think:better-of"."""
    held = [child for child in over.children if child.dep in {"dobj", "advmod"}] if is_verbal(over) else []
    found = [f"{over.lemma}:{child.lemma}-{preposition.lower}" for child in held]
    if over.dep in _HELD_BY_VERB and is_verbal(over.head):
        found += [f"{over.head.lemma}:{word}-{preposition.lower}" for word in (over.lower, over.lemma)]
    if over.dep == "relcl" and over.head.tag == "JJS":  # "the closest they came to"
        found.append(f"{over.head.lower}:{over.lemma}-{preposition.lower}")
    return found


def broke_off(verb: Token, noun: Token) -> bool:
    """Say whether a verb of ending tells when it cut short what had begun: "called off the strike after nine days", "halfway"."""
    if not {particle(verb), verb.lemma} & words("ended"):
        return False
    return any(
        child.lower in words("partway") if child.dep == "advmod" else child.dep == "prep" and _is_partway(child)
        for child in (*verb.children, *noun.children)
    )


def _is_partway(preposition: Token) -> bool:
    noun = preposition.child("pobj")
    if noun is None or noun.lemma not in words("spans"):
        return False
    if preposition.lower == "after":
        return not any(child.lower == "of" for child in noun.children)  # "after nine hours of haggling" tells of the haggling
    return preposition.lower in {"on", "in"} and noun.child("poss") is not None


def never_began(verb: Token) -> bool:
    """Say whether what a verb tells of ended "before it began"."""
    return any(
        child.dep == "advcl"
        and child.lemma in words("begun")
        and any(mark.lower == "before" for mark in child.children if mark.dep in {"mark", "advmod"})
        and any(subject.tag == "PRP" and subject.lower in {"it", "they"} for subject in child.children)
        for child in verb.children
    )
