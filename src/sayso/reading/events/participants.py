"""Participants: who does an event, and to or with whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.language.tokens import Token
from sayso.model.actor import How, Mention
from sayso.reading.actors.index import MentionIndex
from sayso.reading.events.clauses import doer, prepositional, subject, undergoer
from sayso.reading.events.triggers import Trigger
from sayso.reading.events.words import event_words

_SIDES = ("against", "with", "to", "from", "on", "at", "upon", "toward", "towards", "for", "into", "of", "over", "about", "between", "by")
_WHERE = ("in", "at", "near", "inside", "outside", "on", "across")
_OF_WHOM = ("of", "by", "from", "with", "against", "on", "between", "for", "to", "in")
_DEEP = 3


@dataclass(frozen=True, slots=True)
class Participants:
    """The two sides of an event, and the head of the phrase that says where."""

    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    place: Token | None


def participants(trigger: Trigger, index: MentionIndex) -> Participants:
    """Return who takes part in an event; nobody twice, nobody on both sides."""
    verb = trigger.token if trigger.token.pos in ("VERB", "AUX") else None
    if verb is None:
        first, second = _of_noun(trigger.token, index)
    elif trigger.noun is not None:
        first, second = _of_noun(trigger.noun, index)
        first = who(doer(verb), index) or first
    else:
        first, second = who(doer(verb), index), _recipients(verb, index)
    between = _between(trigger.noun or trigger.token, index) or _between(trigger.token, index)
    if between:
        first, second = between, []
    actors = _once(first)
    recipients = _once(mention for mention in second if mention.actor.id not in {one.actor.id for one in actors})
    where = [below for over in (trigger.token, trigger.noun) if over for prep, below in prepositional(over) if prep in _WHERE]
    place = next((below for below in where if below.ent in ("GPE", "LOC", "FAC", "ORG") or index.at(below)), None)
    return Participants(actors, recipients, place)


def who(token: Token | None, index: MentionIndex, depth: int = 0) -> list[Mention]:
    """Return who a noun stands for, with those joined to it; for a noun that is nobody, whose it is ("the U.S. decision")."""
    if token is None or depth > _DEEP:
        return []
    found = list(index.at(token))
    if not found:
        owners = [child for child in token.children if child.dep in ("poss", "compound", "nmod", "amod", "appos")]
        found = [mention for owner in owners for mention in index.at(owner) or _adjective(owner, index)]
    if not found:
        below = {prep: noun for prep, noun in reversed(list(prepositional(token))) if prep in _OF_WHOM}
        found = next((named for prep in _OF_WHOM if prep in below and (named := who(below[prep], index, depth + 1))), [])
    for child in token.children:
        if child.dep == "conj" and child.pos in ("NOUN", "PROPN", "PRON"):
            found += who(child, index, depth + 1)
    return found


def _adjective(token: Token, index: MentionIndex) -> list[Mention]:
    return [mention for mention in index.over(token) if mention.how is not How.PRONOUN and mention.span.end <= token.end]


def _recipients(verb: Token, index: MentionIndex) -> list[Mention]:
    """The other side of a verb: its object, else what its prepositions name, else whose the object is, else who is to act."""
    goal, behind = undergoer(verb), list(prepositional(verb))
    behind.sort(key=lambda pair: _SIDES.index(pair[0]) if pair[0] in _SIDES else len(_SIDES))
    named = _named(goal, index) or next((found for prep, noun in behind if prep in _SIDES and (found := _named(noun, index))), [])
    if named:
        return named
    clause = verb.child("ccomp", "xcomp")
    acting = clause.child("nsubj", "nsubjpass") if clause else None
    nouns: Sequence[Token | None] = (
        goal,
        *(noun for prep, noun in behind if prep in _SIDES),
        acting,
        *(noun for prep, noun in behind if prep == "in"),
    )
    found = next((found for noun in nouns if (found := who(noun, index))), [])
    deed = verb.child("xcomp")
    return found or (_recipients(deed, index) if deed is not None and deed.pos == "VERB" else [])


def _named(token: Token | None, index: MentionIndex) -> list[Mention]:
    return who(token, index) if token is not None and index.at(token) else []


def _of_noun(noun: Token, index: MentionIndex) -> tuple[list[Mention], list[Mention]]:
    owners = [child for child in noun.children if child.dep in ("poss", "compound", "nmod", "amod")]
    own = [mention for owner in owners for mention in who(owner, index) or _adjective(owner, index)]
    behind: dict[str, list[Mention]] = {}
    for prep, below in prepositional(noun):
        behind.setdefault(prep, who(below, index))
    others = next((behind[prep] for prep in ("with", "against", "on", "to", "for", "from", "at") if behind.get(prep)), [])
    agents, of = behind.get("by", []), behind.get("of", [])
    if noun.lemma.lower() in event_words().undergone:
        first, second = agents or behind.get("from", []), of or own or others
        if own and of:
            first = first or own
    else:
        first, second = agents or own or of, others
    return first or _governing(noun, index), second


def _governing(noun: Token, index: MentionIndex) -> list[Mention]:
    """Who does the event of a noun that is the object of a verb, or stands behind a verb's preposition: the verb's subject."""
    above = noun.head.head if noun.dep == "pobj" else noun.head
    if noun.dep in ("dobj", "pobj", "attr") and above.pos in ("VERB", "AUX"):
        return who(subject(above), index)
    return []


def _between(token: Token, index: MentionIndex) -> list[Mention]:
    return next((found for prep, noun in prepositional(token) if prep in ("between", "among") and len(found := who(noun, index)) > 1), [])


def _once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    kept: dict[str, Mention] = {}
    for mention in mentions:
        kept.setdefault(mention.actor.id, mention)
    return tuple(kept.values())
