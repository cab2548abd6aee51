"""Naming: who a noun of the parse stands for, directly or through those it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.language.tokens import Token
from sayso.model.actor import ActorKind, How, Mention
from sayso.reading.actors.index import MentionIndex
from sayso.reading.events.clauses import doers, prepositional, undergoer

OWNERS = ("poss", "compound", "nmod", "amod")
OF_WHOM = ("of", "by", "from", "with", "against", "on", "into", "between", "among", "for", "to", "toward", "towards", "over", "in", "at")
AIMED = (
    "against",
    "with",
    "on",
    "into",
    "to",
    "toward",
    "towards",
    "for",
    "over",
    "of",
    "from",
    "at",
    "among",
    "in",
    "by",
    "outside",
    "near",
)
_PEOPLE = {ActorKind.PERSON, ActorKind.OFFICE}
_DEEP = 3


def who(
    token: Token | None, index: MentionIndex, depth: int = 0, *, preps: Sequence[str] = OF_WHOM, but: frozenset[str] = frozenset()
) -> list[Mention]:
    """Return who a noun stands for, with those joined to it; for a noun that is nobody, whose it is ("the U.S. decision").

    ``preps`` are the prepositions behind the noun in the order in which they tell whose it is; nobody whose actor is in ``but`` is meant,
    nor what is theirs ("its troops").
    """
    if token is None or depth > _DEEP:
        return []
    if token.pos == "VERB" and token.dep in ("pobj", "pcomp"):
        return who(undergoer(token), index, depth + 1, preps=preps, but=but)
    ways = (_itself, owners, _antecedent)
    found = next((kept for way in ways if (kept := _without(way(token, index), but))), [])
    found = found or _behind(token, index, depth, preps, but)
    for child in token.children:
        if child.dep == "conj" and child.pos in ("NOUN", "PROPN", "PRON"):
            found = found + who(child, index, depth + 1, preps=preps, but=but)
    if any(
        mention.actor.id in but for owner in token.children if owner.dep == "poss" and owner.pos == "PRON" for mention in index.at(owner)
    ):
        itself = index.at(token)
        return [mention for mention in found if mention not in itself]
    return found


def itself(token: Token, index: MentionIndex, but: frozenset[str]) -> list[Mention]:
    """Return whom a noun names by itself, with those joined to it, be they somebody's own ("fired his minister")."""
    joined = [child for child in token.children if child.dep == "conj" and index.at(child)]
    return _without([mention for each in (token, *joined) for mention in index.at(each)], but)


def _itself(token: Token, index: MentionIndex) -> list[Mention]:
    return list(index.at(token))


def _without(found: Iterable[Mention], but: frozenset[str]) -> list[Mention]:
    return [mention for mention in found if mention.actor.id not in but]


def owners(noun: Token, index: MentionIndex) -> list[Mention]:
    """Return whom the words before a noun name ("the U.S. decision", "Peru's"), or the name that stands beside it."""
    near = [child for child in noun.children if child.dep in (*OWNERS, "appos")]
    return [mention for owner in near for mention in index.at(owner) or named_in(owner, index) or _whose(owner, index)]


def named_in(token: Token, index: MentionIndex) -> list[Mention]:
    """Return the mentions that end with a word inside a name ("the Chilean-led talks")."""
    return [mention for mention in index.over(token) if mention.how is not How.PRONOUN and mention.span.end <= token.end]


def _whose(owner: Token, index: MentionIndex) -> list[Mention]:
    """ "His rival's headquarters": the possessor of a possessor."""
    return who(owner, index, _DEEP) if owner.dep == "poss" else []


def _behind(token: Token, index: MentionIndex, depth: int, preps: Sequence[str], but: frozenset[str]) -> list[Mention]:
    below: dict[str, list[Token]] = {}
    for prep, noun in prepositional(token):
        below.setdefault(prep, []).append(noun)
    nouns = (noun for prep in preps for noun in below.get(prep, ()))
    found = next((named for noun in nouns if (named := who(noun, index, depth + 1, preps=preps, but=but))), [])
    clauses = (child for child in token.children if child.dep in ("acl", "relcl") and child.pos == "VERB")
    return found or next((named for clause in clauses if (named := _without(_told(clause, index), but))), [])


def _told(clause: Token, index: MentionIndex) -> list[Mention]:
    """Who made what a noun names: "a plan proposed by Rome", "the arms that Rome sold"."""
    by = doers(clause) if clause.tag == "VBN" and clause.dep == "acl" else iter([clause.child("nsubj")])
    setting = any(child.tag in ("WRB", "WDT", "WP") and child.dep in ("advmod", "nsubj", "nsubjpass") for child in clause.children)
    return [] if setting else next((found for each in by if each is not None and (found := list(index.at(each)))), [])


def _antecedent(token: Token, index: MentionIndex) -> list[Mention]:
    """Who a pronoun is that no mention resolves: the subject of a clause above that may be it ("The army said it had ...")."""
    if token.pos != "PRON" or token.lower not in ("it", "they", "he", "she"):
        return []
    for above in _governors(token):
        for each in above.children:
            if each.dep in ("nsubj", "nsubjpass") and each.i < token.i and (found := list(index.at(each))):
                return found if _agrees(token, found) else []
    return []


def _governors(token: Token) -> Iterator[Token]:
    below = token
    for above in token.ancestors():
        if above is not token.head and above.pos in ("VERB", "AUX") and below.dep in ("ccomp", "advcl", "conj", "xcomp"):
            yield above
        below = above


def _agrees(pronoun: Token, found: Sequence[Mention]) -> bool:
    one = any(mention.actor.kind in _PEOPLE for mention in found)
    return pronoun.lower == "they" or one is (pronoun.lower in ("he", "she"))
