"""Refusals to speak, and silence: "declined to comment", "did not respond to a request", "had no comment", "could not be reached"."""

from __future__ import annotations

from collections.abc import Callable

from sayso.language.tokens import Token
from sayso.model.attribution import Attitude
from sayso.reading.candidates import Candidate, noun_phrase, subject, subtree, verb_phrase
from sayso.reading.cue_words import listed


def refusal(verb: Token) -> Candidate | None:
    """A refusal or failure to say anything: its content is empty and its attitude says so."""
    parts = next((found for test in _REFUSALS if (found := test(verb))), None)
    if parts is None:
        return None
    cue = verb_phrase(verb)
    sentence, first = verb.sent.tokens, verb.sent.tokens[0].i
    whole = tuple(sentence[cue[0].i - first : max(max(p.i for p in parts), cue[-1].i) + 1 - first])
    who = subject(verb)
    source = noun_phrase(who, verb) if who is not None and who.dep != "expl" else ()
    return Candidate("attributions.refusal", whole, source, (), Attitude.DECLINES, 0.95)


def _declines(verb: Token) -> list[Token]:
    if verb.lemma not in listed("refusal", "verbs"):
        return []
    comp, what = verb.child("xcomp"), verb.child("dobj")
    if what is not None and what.lemma in listed("refusal", "refused"):
        return [what]
    return [comp] if comp is not None and comp.lemma in listed("refusal", "comment") else []


def _is_silent(verb: Token) -> list[Token]:
    if verb.lemma not in listed("refusal", "silent") | listed("refusal", "mute") or not any(c.dep == "neg" for c in verb.children):
        return []
    if verb.lemma in listed("refusal", "mute"):
        return [] if any(c.i > verb.i and c.pos != "PUNCT" for c in verb.children) else [verb]
    below = [t for t in subtree(verb) if t.i > verb.i and t.lower in listed("refusal", "asked")]
    return below[:1] if below else [verb] if not any(c.dep in ("dobj", "ccomp", "prep") for c in verb.children) else []


def _is_unavailable(verb: Token) -> list[Token]:
    if not any(c.dep == "neg" for c in verb.children):
        return []
    comment = next((t for t in subtree(verb) if t.i > verb.i and t.lower in listed("refusal", "nothing")), None)
    reached = verb.lemma in listed("refusal", "reached") and any(c.dep == "auxpass" for c in verb.children)
    state = verb.child("acomp")
    if reached or (state is not None and state.lower in listed("refusal", "unavailable")):
        return [token for token in (verb, state, comment) if token is not None]
    return []


def _says_nothing(verb: Token) -> list[Token]:
    what = verb.child("dobj")
    if what is None or what.lower not in listed("refusal", "nothing"):
        return []
    return [what] if any(c.dep in ("det", "neg") and c.lower in listed("words", "negations") for c in what.children) else []


_REFUSALS: tuple[Callable[[Token], list[Token]], ...] = (_declines, _is_silent, _is_unavailable, _says_nothing)
