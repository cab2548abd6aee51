"""Triggers: the verbs and nouns of a parse that name events, each with its type. One happening of a sentence gets one trigger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.language.tokens import Parse, Token
from sayso.model.event import EventType
from sayso.reading.actors.index import MentionIndex
from sayso.reading.events.clauses import doers, spelled, undergoer
from sayso.reading.events.words import ACTOR, ANOTHER, ANY, CLAUSE, PLACE, EventWords, Pattern, event_words

_NAMES = ("compound", "amod", "nmod")
_INTO = ("xcomp", "ccomp", "pcomp", "dobj", "pobj", "prep", "conj", "acl", "advcl", "relcl")
_TOLD = 0.7  # how likely a coder files an event noun that a verb of doing has as its object
_REACH = 6  # steps up the tree that a statement is looked for


@dataclass(frozen=True, slots=True)
class Trigger:
    """A token that names an event; ``noun`` is the event noun that a light verb carries ("held a meeting").

    ``steps`` are all that had a hand in it beside ``rule``.
    """

    token: Token
    type: EventType | None
    mode: str | None
    rule: str
    confidence: float
    noun: Token | None = None
    steps: tuple[str, ...] = ()


def triggers(parse: Parse, index: MentionIndex) -> list[Trigger]:
    """Return the triggers of a text in order.

    Rules: events.verb-object, .verb, .other (a verb of no type), .light-verb, .adjective ("is ready to"), .noun.
    """
    words, found, taken = event_words(), dict[int, Trigger](), set[int]()
    for token in parse.tokens:
        trigger: Trigger | None = None
        if token.pos == "VERB" and token.tag.startswith("VB") and token.dep not in (*_NAMES, "aux", "auxpass"):
            trigger, used = _verb(token, index, words)
            taken.update(used)
        elif token.pos == "ADJ" or token.tag == "VBN":
            trigger = _adjective(token, words)
        if trigger:
            found[token.i] = trigger
    for token in parse.tokens:
        if token.pos in ("NOUN", "PROPN") and token.i not in taken and (trigger := noun_trigger(token, words)):
            told = _is_told(token, found, words)
            found[token.i] = replace(trigger, confidence=_TOLD) if told and trigger.type else trigger
    return [found[place] for place in sorted(found)]


def _adjective(token: Token, words: EventWords) -> Trigger | None:
    """ "Is ready to meet": a willingness told by an adjective, with the deed as its complement."""
    kind = words.adjectives.get(token.lemma.lower())
    infinitive = any(child.dep in ("xcomp", "acl") and child.child("aux") for child in token.children)
    return Trigger(token, kind, None, "events.adjective", 0.7) if kind and infinitive and token.dep in ("acomp", "conj", "ROOT") else None


def _is_told(noun: Token, found: dict[int, Trigger], words: EventWords) -> bool:
    """Say whether an event noun is what its clause is about: what a verb of doing, of no type itself, has as its object."""
    verb = noun.head
    typed = verb.i in found and found[verb.i].type is not None
    return noun.dep in ("dobj", "nsubjpass") and verb.pos == "VERB" and not typed and verb.lemma.lower() in words.done_by


def trigger_at(token: Token, index: MentionIndex) -> Trigger:
    """Return the trigger that this very token is, of no type when no lexicon knows it."""
    words = event_words()
    trigger = _verb(token, index, words)[0] if token.pos in ("VERB", "AUX") else noun_trigger(token, words)
    return trigger if trigger and trigger.token is token else Trigger(token, None, None, "events.given", 1.0)


def _verb(token: Token, index: MentionIndex, words: EventWords) -> tuple[Trigger | None, list[int]]:
    lemma = _lemma(token, words)
    pattern, used = _best(token, words.verbs.get(lemma, ()), index)
    if pattern and pattern.type is None:
        return Trigger(token, None, None, "events.other", 0.5), used
    if pattern:
        objects = pattern.objects or frozenset[str]()
        rule = "events.verb-object" if objects or pattern.words else "events.verb"
        certain = _certain(token, 0.85 if objects else 0.7, index, words, special=bool(objects) and ANOTHER not in objects)
        return Trigger(token, pattern.type, pattern.mode, rule, certain), used
    if lemma in words.light:
        carried = undergoer(token)
        named = noun_trigger(carried, words) if carried is not None else None
        if named and named.type and carried is not None:
            return Trigger(token, named.type, named.mode, "events.light-verb", _certain(token, 0.85, index, words), carried), [carried.i]
    if lemma in words.not_events:
        return None, []
    return Trigger(token, None, None, "events.other", 0.5), []


def _lemma(verb: Token, words: EventWords) -> str:
    """Return the lemma of a verb, mended where the lemmatizer leaves one that no lexicon knows ("stag" for "staged")."""
    lemma, form = verb.lemma.lower(), verb.lower
    if lemma in words.verbs or lemma in words.not_events:
        return lemma
    guesses = (form[:-1], form[:-2], form[:-3], form[:-3] + "e")
    return next((guess for guess in guesses if guess in words.verbs and form.endswith(("ed", "ing", "s"))), lemma)


def _best(verb: Token, patterns: Sequence[Pattern], index: MentionIndex) -> tuple[Pattern | None, list[int]]:
    """Return the pattern that fits a verb best, and the tokens it takes: one whose object is listed before one that takes anybody."""
    loose: tuple[Pattern | None, list[int]] = None, []
    close: list[tuple[int, int, Pattern, list[int]]] = []
    for number, pattern in enumerate(patterns):
        used = _fits(verb, pattern, index, listed_only=True)
        if used is not None and pattern.objects:
            close.append((-_closeness(verb, pattern, used), number, pattern, used))
        elif loose[0] is None and (used is not None or (used := _fits(verb, pattern, index)) is not None):
            loose = pattern, used
    best = min(close, key=lambda each: each[:2], default=None)
    return best[2:] if best else loose


def _closeness(verb: Token, pattern: Pattern, used: Sequence[int]) -> int:
    """How many words of the object a pattern knows: "air strike" before "strike"."""
    goal = next((token for token in verb.sent.tokens if used and token.i == used[-1]), None)
    ways = spelled(goal) if goal else ()
    return len(pattern.words) + max((len(way.split()) for way in ways if pattern.objects and way in pattern.objects), default=0)


def _certain(token: Token, most: float, index: MentionIndex, words: EventWords, *, special: bool = False) -> float:
    """How likely a coder files the event: little inside a statement (a hope, a denial, an appeal), less in a side clause.

    ``special``: the verb's object decided its type, so that the verb alone ("deny" in "deny entry") does not make it a statement.
    """
    above, below = token, token
    for _ in range(_REACH):
        patterns = words.statements.get(above.lemma.lower(), ()) if above.pos == "VERB" else ()
        said = _best(above, patterns, index)[0] if above is token or below.dep in _INTO else None
        if said and (above is not token or not special or said.objects):
            return 0.4
        if above.head is above:
            break
        above, below = above.head, above
    return most - 0.1 if token.dep in ("relcl", "acl", "advcl", "pcomp") else most


def _fits(verb: Token, pattern: Pattern, index: MentionIndex, *, listed_only: bool = False) -> list[int] | None:
    """Return the numbers of the tokens that a pattern takes besides the verb, or None when it does not fit."""
    if pattern.subjects is not None and not _has_subject(verb, pattern.subjects):
        return None
    places: list[int] = []
    last = None
    for word in pattern.words:
        found = _particle(verb, last, word)
        if found is None:
            return None
        last = found
        places.append(found.i)
    if pattern.objects is None:
        return places
    goal = _object(verb, pattern, last)
    clause = _has_clause(verb, pattern.objects)
    if goal is None:
        return places if clause else None
    place = PLACE in pattern.objects and goal.ent in ("GPE", "LOC", "FAC")
    if clause or place or any(way in pattern.objects for way in spelled(goal)):
        return [*places, goal.i]
    if listed_only:
        return None
    return places if ANY in pattern.objects or (ACTOR in pattern.objects and index.at(goal)) else None


def _has_subject(verb: Token, listed: frozenset[str]) -> bool:
    return any(way in listed for token in doers(verb) for way in spelled(token))


def _has_clause(verb: Token, objects: frozenset[str]) -> bool:
    """Say whether the complement that a pattern asks for is there: any clause, or one in which somebody else acts."""
    clauses = [child for child in verb.children if child.dep in ("xcomp", "ccomp")]
    acting = any(clause.child("nsubj", "nsubjpass") or verb.child("dobj") for clause in clauses)
    return (CLAUSE in objects and bool(clauses)) or (ANOTHER in objects and acting)


def _particle(verb: Token, last: Token | None, word: str) -> Token | None:
    for over in (verb, last):
        for child in over.children if over else ():
            if (
                child.lower == word
                and not _of_time(child)
                and child.dep in ("prt", "prep", "advmod", "acomp", "oprd", "dative", "agent", "xcomp", "ccomp")
            ):
                return child
    clause = verb.child("xcomp") if word == "to" and verb.lemma not in ("go", "come") else None
    return clause if clause and clause.child("aux") else None


def _of_time(prep: Token) -> bool:
    """ "Called the king on Monday" is no call on anybody."""
    below = prep.child("pobj")
    return below is not None and below.ent in ("DATE", "TIME")


def _object(verb: Token, pattern: Pattern, last: Token | None) -> Token | None:
    if last is None or last.dep == "prt":
        return undergoer(verb)
    if last.dep == "xcomp":
        return last
    return last.child("pobj", "pcomp") or undergoer(verb)


def noun_trigger(token: Token, words: EventWords) -> Trigger | None:
    """Return the trigger a noun is by itself, or None: it names no event, or only another noun's kind ("meeting room")."""
    if token.dep in _NAMES and token.head.i > token.i and token.head.pos in ("NOUN", "PROPN"):
        return None
    for lemma in dict.fromkeys((token.lemma.lower(), token.lower)):
        for pattern in words.nouns.get(lemma, ()):
            if _noun_fits(token, pattern):
                return Trigger(token, pattern.type, pattern.mode, "events.noun", _salience(token, words))
    return None


def _noun_fits(token: Token, pattern: Pattern) -> bool:
    before = [child.lower for child in token.children if child.i < token.i][-len(pattern.words) :] if pattern.words else []
    if tuple(before) != pattern.words:
        return False
    if pattern.objects is None:
        return True
    behind = (child.lower for child in token.children if child.dep in ("prep", "acl", "mark"))
    infinitive = any(child.dep in ("acl", "relcl") and child.child("aux") for child in token.children)
    return ("to" in pattern.objects and infinitive) or any(word in pattern.objects for word in behind)


def _salience(token: Token, words: EventWords) -> float:
    """How likely the noun is what its clause is about: little behind a preposition, more as a subject or object."""
    if token.dep == "pobj" and token.head.lower in words.background:
        return 0.35
    return 0.6 if token.dep in ("nsubj", "nsubjpass", "dobj", "ROOT", "attr") else 0.45
