"""What the cue lexicon says: which word attributes in which frame, and the attitude it shows (``cues.toml``)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.language.lexicon import lexicon
from sayso.language.tokens import Token
from sayso.model.attribution import Attitude


@dataclass(frozen=True, slots=True)
class CueNoun:
    """A noun that attributes, and the prepositions that may lead in its content."""

    attitude: Attitude
    prepositions: frozenset[str]


def phrase(verb: Token) -> tuple[str, ...]:
    """Return the names under which a verb may be listed, with its particle first ("point out", "point")."""
    particle, word = verb.child("prt"), lemma(verb)
    return (f"{word} {particle.lower}", word) if particle is not None else (word,)


def lemma(token: Token) -> str:
    """Return a token's lemma, put right where the lemmatizer is known to err ("hoping", "hop")."""
    return _lemmas().get(token.lemma, token.lemma)


@cache
def _lemmas() -> dict[str, str]:
    return dict(_table("lemmas"))


def attitude(verb: Token, *frames: str) -> Attitude | None:
    """Return the attitude a verb shows in the first of these frames it is listed for, or None."""
    listed = _verbs()
    for name in phrase(verb):
        for frame in frames:
            if (name, frame) in listed:
                return listed[name, frame]
    return None


def shown_by(cue: Iterable[Token]) -> Attitude | None:
    """Return the attitude of a cue of any form: that of its last listed word, a helper like "made" in "made a promise" giving way."""
    found = None
    for token in cue:
        if token.pos in ("VERB", "AUX"):
            found = attitude(token, "speech", "clause", "infinitive", "object", "as") or found
        elif token.pos == "NOUN" and token.lemma in nouns():
            found = nouns()[token.lemma].attitude
        elif token.pos == "ADJ":
            found = adjectives().get(token.lemma, found)
    return found


def prepositions(verb: Token) -> dict[str, Attitude]:
    """Return the prepositions that lead in a verb's content, with the attitude shown."""
    return _prepositions().get(lemma(verb), {})


@cache
def nouns() -> dict[str, CueNoun]:
    """Return every cue noun by its lemma."""
    groups = lexicon("cues")["nouns"]
    return {word: CueNoun(Attitude(group["attitude"]), frozenset(group["prepositions"])) for group in groups for word in group["words"]}


@cache
def adjectives() -> dict[str, Attitude]:
    """Return every cue adjective with its attitude."""
    return {word: Attitude(name) for word, name in lexicon("cues")["adjectives"].items()}


@cache
def listed(table: str, key: str) -> frozenset[str]:
    """Return a plain list of words of the lexicon as a set."""
    return frozenset(_table(table)[key])


def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = lexicon("cues")[name]
    return table


@cache
def _verbs() -> dict[tuple[str, str], Attitude]:
    found: dict[tuple[str, str], Attitude] = {}
    for group in lexicon("cues")["verbs"]:
        for frame in group["frames"]:
            for word in group["words"]:
                found.setdefault((word, frame), Attitude(group["attitude"]))
    return found


@cache
def _prepositions() -> dict[str, dict[str, Attitude]]:
    return {verb: {word: Attitude(name) for word, name in leads.items()} for verb, leads in lexicon("cues")["prepositions"].items()}
