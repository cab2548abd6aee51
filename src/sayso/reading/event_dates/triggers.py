"""What a word says of its event's time: its tense as reported, whether it is a plan, a headline's, a background's."""

from __future__ import annotations

from sayso.language.lexicon import lexicon
from sayso.language.tokens import Parse, Token
from sayso.model.event import Event
from sayso.reading.tense import Tense, tense_at, tense_of


def trigger_of(parse: Parse, event: Event) -> Token | None:
    """Return the head of an event's own words, None where the parse has no token there."""
    tokens = parse.within(event.trigger.start, event.trigger.end)
    return next((token for token in tokens if token.head not in tokens), tokens[0]) if tokens else None


def is_planning(trigger: Token) -> bool:
    """Say whether a word tells that something is planned ("is scheduled"): the plan is there, what is planned lies ahead."""
    return trigger.tag == "VBN" and trigger.lemma in lexicon("times")["future"]["verbs"]


def in_headline(trigger: Token) -> bool:
    """Say whether a word is in the first line, and that line is no full sentence."""
    return trigger.sent.paragraph == 0 and trigger.sent.tokens[-1].text not in (".", "!", "?", "''", '"')


def marks(trigger: Token) -> set[str]:
    """The words that tell a noun from others of its name ("maiden" flight)."""
    return {child.lower for child in trigger.children if child.dep in ("compound", "amod") and child.pos != "PROPN"}


def is_background(trigger: Token) -> bool:
    """Say whether the sentence is set in another time that has no date here ("in his first term", "previously"): it is not today's news."""
    words = lexicon("times")["background"]
    path = {trigger, *trigger.ancestors()}
    return any(
        (token.lower in words["adverbs"] and token.head in path)
        or (token.lemma in words["eras"] and token.dep == "pobj" and token.head.lower in words["openers"] and token.head.head.pos != "NOUN")
        for token in trigger.sent.tokens
    )


def reported(trigger: Token) -> Tense | None:
    """The tense in which an event is told: what somebody did or began to do is told in the tense of the doing ("went on to talk")."""
    verb = trigger
    while tense_of(verb) is Tense.FUTURE and verb.tag in ("VB", "VBN") and verb.dep in ("xcomp", "advcl") and verb.head is not verb:
        if verb.head.lemma in lexicon("times")["future"]["ahead"]:
            return Tense.FUTURE
        verb = verb.head
    tense = tense_at(verb)
    return Tense.PRESENT if tense is Tense.FUTURE and _is_under_way(verb) else tense


def _is_under_way(verb: Token) -> bool:
    """Say whether a verb tells, without a date of its own, what goes on as one writes ("is rolling out")."""
    return verb.tag == "VBG" and any(child.dep == "aux" and child.tag in ("VBZ", "VBP") and child.lemma == "be" for child in verb.children)
