"""People without a name: an office, somebody kept anonymous, or a group, by the noun for what they are and the words before it."""

from __future__ import annotations

from functools import cache

from sayso.language.tokens import Token
from sayso.model.actor import ActorKind
from sayso.reading.chains.source_words import titles, words

ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ee", "ant", "izen", "old")
"""Endings of words for what somebody is ("the plumber", "the dentist")."""


PEOPLES = ("s", "sh", "ch", "ese")
"""Endings of words that name a people, in numbers ("the Germans", "the French")."""


@cache
def person_nouns() -> frozenset[str]:
    """Return all listed nouns for what one person is."""
    return words("secret") | words("kin") | words("service") | words("office") | words("human") | words("spokesperson")


@cache
def roles() -> frozenset[str]:
    """Return all words that stand before a person's name for what he or she is, titles among them."""
    return person_nouns() | titles()


@cache
def plain_people() -> frozenset[str]:
    """Return the nouns that tell of somebody no more than a trade or a trait, and so may be said again of anybody."""
    other = words("office") | words("service") | words("either") | words("group") | words("organisation")
    return words("human") - other


def is_person_noun(word: str) -> bool:
    """Say whether a lemma is a listed noun for what one person is."""
    return word in person_nouns()


def kind_of_people(head: Token, *, guess: bool = False) -> ActorKind | None:
    """Return what the people are whom a common noun means; None where it means none as far as the lexicon (or a ``guess``) tells.

    One of several, one of no name, and those in a count are anonymous; an office is the one who holds it; the rest are a group.
    """
    word = head.lemma.lower()
    plural = head.tag in ("NNS", "NNPS")
    if not (is_person_noun(word) or _is_who(head) or (guess and head.pos == "NOUN" and word.endswith(ENDINGS))):
        return None
    if word in words("spokesperson") and word not in words("secret"):
        return ActorKind.ANONYMOUS if plural else ActorKind.OFFICE
    if word in words("either") and not is_counted(head) and is_definite(head) and not plural and not _is_ones(head):
        return ActorKind.ORGANISATION
    if word in words("secret"):
        return ActorKind.ANONYMOUS
    if is_counted(head):
        together = plural and word in words("office") and is_definite(head) and head.dep != "pobj"  # "the two presidents"
        return ActorKind.OFFICE if together else ActorKind.GROUP if _is_share(head) else ActorKind.ANONYMOUS
    if plural:
        return ActorKind.GROUP
    return ActorKind.OFFICE if word in words("office") and _is_held(head, word) else ActorKind.ANONYMOUS


def _is_held(head: Token, word: str) -> bool:
    """Say whether a noun names the holder of an office: "the coach", "her deputy", "Counsel"; not "a director", nor "her lawyer"."""
    owner = head.child("poss")
    if owner is not None:
        of_body = owner.lower == "its" or owner.lemma.lower() in words("organisation") or owner.ent in ("ORG", "GPE")
        return word not in words("kin") and (of_body or word not in words("service"))
    return is_definite(head) or not any(c.i < head.i and c.dep in ("det", "nummod") for c in head.children)


def _is_ones(head: Token) -> bool:
    """Say whether a noun means what one person is to another: "her landlord"."""
    owner = head.child("poss")
    return owner is not None and owner.pos == "PRON" and owner.lower != "its"


def _is_who(head: Token) -> bool:
    return head.pos == "NOUN" and any(c.dep == "relcl" and any(w.lower == "who" for w in c.children) for c in head.children)


def _is_share(head: Token) -> bool:
    """Say whether people are told of as a share of all: "four in ten voters"."""
    return any(c.pos == "NUM" and any(g.lower == "in" for g in c.children) for c in head.children)


def is_counted(head: Token) -> bool:
    """Say whether a number, or a word that bounds one, stands before a noun."""
    of = head.head if head.dep == "pobj" and head.head.lower == "of" else None
    before = [*(c for c in head.children if c.i < head.i), *([of.head] if of is not None and of.head.lower in words("partitive") else ())]
    return any((t.pos == "NUM" and t.dep != "compound") or t.lower in words("counting") for t in before)


def is_definite(head: Token) -> bool:
    """Say whether an office is pinned to one holder: "the president", "China's foreign minister"."""
    return any((c.dep == "det" and c.lower in ("the", "this", "that")) or c.dep == "poss" for c in head.children)


def is_numbered(head: Token) -> bool:
    """Say whether a number stands right before a noun: "the five directors"."""
    return any(c.dep == "nummod" for c in head.children)
