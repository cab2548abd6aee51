"""Participants: who does an event, and to or with whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.language.tokens import Token
from sayso.model.actor import Mention
from sayso.model.event import EventType
from sayso.reading.actors.index import MentionIndex
from sayso.reading.events.clauses import doers, is_passive, prepositional, subject, undergoer
from sayso.reading.events.naming import AIMED, OWNERS, named_in, who
from sayso.reading.events.recipients import WHERE, recipients
from sayso.reading.events.triggers import Trigger
from sayso.reading.events.words import event_words

_COME_FOR = ("for", "into", "in", "on")


@dataclass(frozen=True, slots=True)
class Participants:
    """The two sides of an event, and the head of the phrase that says where."""

    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    place: Token | None


def participants(trigger: Trigger, index: MentionIndex) -> Participants:
    """Return who takes part in an event; nobody twice, nobody on both sides."""
    first, second = _sides(trigger, index)
    between = _between(trigger.noun or trigger.token, index) or _between(trigger.token, index)
    if between:
        first, second = between, []
    actors = _once(first)
    others = _once(_others(second, actors))
    where = [below for over in (trigger.token, trigger.noun) if over for prep, below in prepositional(over) if prep in WHERE]
    place = next((below for below in where if below.ent in ("GPE", "LOC", "FAC", "ORG") or index.at(below)), None)
    return Participants(actors, others, place)


def _sides(trigger: Trigger, index: MentionIndex) -> tuple[list[Mention], list[Mention]]:
    verb = trigger.token
    if verb.pos not in ("VERB", "AUX", "ADJ"):
        return _of_noun(verb, index)
    first, second = _of_noun(trigger.noun, index) if trigger.noun is not None else ([], [])
    first = _done_by(trigger, index) or first
    but = frozenset(mention.actor.id for mention in first)
    second = [mention for mention in second if mention.actor.id not in but]
    return first, second or next((found for found in recipients(trigger, verb, index, but) if found), [])


def _done_by(trigger: Trigger, index: MentionIndex) -> list[Mention]:
    """Who does a verb; in a passive that tells nobody, those who are sent, or the state in which somebody is held."""
    verb = trigger.token
    found = next((found for token in doers(verb) if (found := who(token, index))), [])
    if found or not is_passive(verb):
        return found
    if trigger.type is EventType.MOBILIZE:
        return who(undergoer(verb), index)
    if trigger.type in (EventType.COERCE, EventType.SANCTION):
        held = (who(noun, index) for prep, noun in prepositional(verb) if prep in ("in", "from") and noun.ent == "GPE")
        return next((found for found in held if found), [])
    return []


def _of_noun(noun: Token, index: MentionIndex) -> tuple[list[Mention], list[Mention]]:
    words, lemma = event_words(), noun.lemma.lower()
    own = [mention for owner in noun.children if owner.dep in OWNERS for mention in who(owner, index) or named_in(owner, index)]
    behind: dict[str, list[Mention]] = {}
    for prep, below in prepositional(noun):
        behind.setdefault(prep, []).extend(who(below, index))
    aimed = ("of", *AIMED) if lemma in words.aimed else [prep for prep in AIMED if prep not in ("of", "by", "in", "among")]
    others = next((behind[prep] for prep in aimed if behind.get(prep)), [])
    agents, of = behind.get("by", []), behind.get("of", [])
    if lemma in words.undergone:
        first, second = agents or behind.get("from", []), of or own or others
        if own and of:
            first = first or own
    else:
        first, second = agents or own or ([] if lemma in words.aimed else of), others
    return first or _governing(noun, index), second


def _governing(noun: Token, index: MentionIndex) -> list[Mention]:
    """Who does the event of a noun that a verb of doing has as its object, or that is what somebody comes for: the verb's subject."""
    above = noun.head.head if noun.dep == "pobj" else noun.head
    if noun.dep not in ("dobj", "pobj", "attr") or above.pos not in ("VERB", "AUX"):
        return []
    comes_for = noun.dep == "pobj" and noun.head.lower in _COME_FOR
    doing = comes_for or noun.dep == "attr" or above.lemma.lower() in event_words().done_by
    return who(subject(above), index) if doing else []


def _between(token: Token, index: MentionIndex) -> list[Mention]:
    return next((found for prep, noun in prepositional(token) if prep in ("between", "among") and len(found := who(noun, index)) > 1), [])


def _others(mentions: Iterable[Mention], actors: Iterable[Mention]) -> list[Mention]:
    taken = {one.actor.id for one in actors}
    return [mention for mention in mentions if mention.actor.id not in taken]


def _once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    kept: dict[str, Mention] = {}
    for mention in mentions:
        kept.setdefault(mention.actor.id, mention)
    return tuple(kept.values())
