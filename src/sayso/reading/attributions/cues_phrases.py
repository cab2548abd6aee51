"""Phrases as cues: "according to X, P", "in the words of X", and "reportedly P", where nobody is named."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.language.tokens import Parse, Token
from sayso.model.attribution import Attitude
from sayso.reading.candidates import Candidate, noun_phrase, pieces, subject, subtree
from sayso.reading.cue_words import listed


def phrase_cues(parse: Parse) -> Iterator[Candidate]:
    """Propose attributions whose cue is a prepositional phrase."""
    openings = {phrase.split()[0] for phrase in listed("according", "phrases")}
    for sentence in parse.sentences:
        for place, token in enumerate(sentence.tokens):
            if token.lower in openings:
                cue = _phrase_at(sentence.tokens, place)
                cue = () if cue and not _is_apart(sentence.tokens, place) else cue
                made = _according(cue) if cue else None
                if made is not None:
                    yield made


def _phrase_at(tokens: list[Token], place: int) -> tuple[Token, ...]:
    for phrase in sorted(listed("according", "phrases")):
        words = phrase.split()
        here = tokens[place : place + len(words)]
        if [token.lower for token in here] == words:
            return tuple(here)
    return ()


def _is_apart(tokens: list[Token], place: int) -> bool:
    """Say whether a word that mostly means another thing leads in a source: "per" at a clause's edge, before "the" or an owner."""
    if tokens[place].lower not in listed("according", "set_apart"):
        return True
    who = tokens[place].child("pobj")
    bounded = who is not None and (who.pos == "PROPN" or any(c.dep in ("det", "poss", "nummod", "relcl", "acl") for c in who.children))
    return bounded and (place == 0 or tokens[place - 1].text in (",", ";", "—", "–"))


def _according(cue: tuple[Token, ...]) -> Candidate | None:
    last = cue[-1]
    who = last.child("pobj") or next((c for t in cue for c in t.children if c.dep == "pobj" and c not in cue), None)
    if who is None:
        return None
    top = next((t for t in cue if t.head not in cue), cue[0])
    governor = top.head if top.head is not top else None
    while governor is not None and governor.pos not in ("VERB", "AUX") and governor.head is not governor:
        governor = governor.head
    speaker = subject(governor) if governor is not None else None
    # in "According to X, Y said P" the parser may take Y for another name of X
    misread = [speaker] if speaker is not None and speaker.dep == "appos" and speaker.is_below(who) else []
    source = noun_phrase(who, *misread)
    skip = frozenset(cue) | frozenset(source) | frozenset(subtree(top, *misread))
    bounds = pieces(who.sent.tokens, skip) or pieces(who.sent.tokens, frozenset(cue) | frozenset(source))
    return Candidate("attributions.according-to", cue, source, bounds, Attitude.ASSERTS, 0.9, speech=True) if bounds else None


def unnamed_cues(parse: Parse) -> Iterator[Candidate]:
    """Propose attributions to nobody in particular, by an adverb."""
    for token in parse.tokens:
        if token.lower not in listed("unnamed", "adverbs") or token.pos != "ADV":
            continue
        bounds = pieces(subtree(token.head, token))
        if bounds and token.head is not token:
            yield Candidate("attributions.unnamed-adverb", (token,), (), bounds, Attitude.ASSERTS, 0.5)
