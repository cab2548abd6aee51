"""Recipients: the other side of a verb, its likeliest names first."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.language.tokens import Token
from sayso.model.actor import Mention
from sayso.model.event import EventType
from sayso.reading.actors.index import MentionIndex
from sayso.reading.events.clauses import is_passive, prepositional, undergoer
from sayso.reading.events.naming import AIMED, OF_WHOM, itself, who
from sayso.reading.events.triggers import Trigger
from sayso.reading.events.words import event_words

WHERE = ("in", "at", "near", "inside", "outside", "on", "across")
_SIDES = ("against", "with", "to", "from", "on", "at", "upon", "toward", "towards", "for", "into", "of", "over", "about", "between", "by")
_FORCE = {EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.ACCUSE, EventType.CONSULT, EventType.REQUEST, None}
_OF_OTHERS = {EventType.REJECT, EventType.ACCUSE, EventType.SUPPORT, EventType.AGREE, EventType.CONCEDE}
_UNUSED = {None, EventType.REQUEST, EventType.COERCE, EventType.ASSAULT, EventType.AGREE}
_SHARED = {EventType.CONSULT, EventType.COOPERATE}


def recipients(trigger: Trigger, verb: Token, index: MentionIndex, but: frozenset[str]) -> Iterator[list[Mention]]:
    """Yield the other side, the likeliest first: the object; what prepositions name; whose the object is; who is to act; where."""
    goal, behind, given = undergoer(verb), _behind(verb), verb.child("dative")
    sides = [noun for prep, noun in behind if prep in _SIDES]
    sent = _is_sent(trigger, verb)
    if not sent:
        yield _named(given, index, but)
        yield itself(goal, index, but) if goal is not None and trigger.type in _FORCE else _named(goal, index, but)
    yield from (_named(noun, index, but) for noun in sides)
    if sent:
        yield from (who(noun, index, but=but) for noun in _sent_to(goal))
    else:
        yield who(goal, index, preps=AIMED if trigger.type not in _OF_OTHERS else OF_WHOM, but=but)
    yield from (who(noun, index, but=but) for noun in sides)
    yield from _of_deeds(trigger, verb, goal, index, but)
    if len(but) < 2 or trigger.type not in _SHARED:
        yield from (who(noun, index, but=but) for prep, noun in [*behind, *prepositional(verb)] if prep in WHERE)


def _of_deeds(trigger: Trigger, verb: Token, goal: Token | None, index: MentionIndex, but: frozenset[str]) -> Iterator[list[Mention]]:
    """Yield who is to act, or to be acted on, in the clauses that say what is promised, asked or meant."""
    clauses = [child for child in verb.children if child.dep in ("xcomp", "ccomp", "acl")]
    clauses += [child for child in goal.children if child.dep in ("acl", "ccomp") and child.i > goal.i > verb.i] if goal is not None else []
    clauses += [child for child in verb.children if child.dep == "advcl" and child.child("aux") and child.tag == "VB"]
    for deed in clauses:
        if (acting := deed.child("nsubj", "nsubjpass")) is not None:
            yield who(acting, index, but=but)
        elif deed.pos == "VERB":
            yield from recipients(trigger, deed, index, but)


def _behind(verb: Token) -> list[tuple[str, Token]]:
    """What stands behind a verb's prepositions, the likeliest other side first; what leads the sentence is only setting."""
    setting = event_words().setting
    pairs = [
        (prep, noun) for prep, noun in prepositional(verb) if (noun.i > verb.i or prep in ("against", "with")) and noun.lower not in setting
    ]
    return sorted(pairs, key=lambda pair: _SIDES.index(pair[0]) if pair[0] in _SIDES else len(_SIDES))


def _is_sent(trigger: Trigger, verb: Token) -> bool:
    """Say whether the object is what the doer uses: its own troops, arms, money or measures."""
    return trigger.type not in _UNUSED and not is_passive(verb) and verb.lemma.lower() in event_words().sending


def _sent_to(goal: Token | None) -> Iterator[Token]:
    """Where something is sent, when the sentence hangs it on the thing ("a team of experts to Mali")."""
    for prep, noun in prepositional(goal) if goal is not None else ():
        if prep == "of":
            yield from _sent_to(noun)
        else:
            yield noun


def _named(token: Token | None, index: MentionIndex, but: frozenset[str]) -> list[Mention]:
    return who(token, index, but=but) if token is not None and index.at(token) else []
