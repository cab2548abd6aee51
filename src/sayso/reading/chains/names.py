"""The person whom a phrase names beside what he or she is: "the governor, Pavel Drosin", "union rep Tash Bell", "a clerk named Ann Lee"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.language.tokens import Parse, Token
from sayso.model.actor import Actor, ActorKind, Mention
from sayso.reading.chains.people import ENDINGS, person_nouns, roles
from sayso.reading.chains.source_words import first_names, titles, words

_PLACES = ("GPE", "NORP", "LOC", "DATE", "EVENT")
_BODIES = ("ORG", "FAC")
_LONGEST = 4  # words of a person's name


def person_named(
    parse: Parse, core: Sequence[Token], head: Token, kind: ActorKind, mentions: Mapping[int, Mention], heard: ActorKind | None = None
) -> Actor | None:
    """Return the person whom a phrase names beside its head, or None; ``heard`` is the kind that the encoder hears in it."""
    if kind is ActorKind.DOCUMENT or head.tag == "NNS" or (head.pos == "PROPN" and kind is ActorKind.PERSON):
        return None  # somebody's memo or aides are not that somebody; and where the head itself is the name, mentions know more of it
    place = {token.i: k for k, token in enumerate(core)}
    for run in _names(core):
        first, last = place[run[0].i], place[run[-1].i]
        before, after = _before(core, first), core[last + 1] if last + 1 < len(core) else None
        if (before is not None and before.pos == "ADP") or (after is not None and (after.tag == "POS" or after.pos in ("NOUN", "PROPN"))):
            continue
        if _is_person(run, before, head, kind, heard):
            known = mentions.get(run[-1].end)
            name = parse.text[run[0].start : run[-1].end]
            return known.actor if known is not None and known.actor.kind is ActorKind.PERSON else Actor.of(name, ActorKind.PERSON)
    return None


def _before(core: Sequence[Token], first: int) -> Token | None:
    """The token before a name, or, where titles stand there after a preposition, the preposition: "counsel for Mr Thorne"."""
    place = first - 1
    while place > 0 and core[place].lower.rstrip(".") in titles() and core[place].text[0].isupper():
        place -= 1
    if place >= 0 and core[place].pos == "ADP":
        return core[place]
    return core[first - 1] if first else None


def _is_person(run: Sequence[Token], before: Token | None, head: Token, kind: ActorKind, heard: ActorKind | None) -> bool:
    if is_corporate(run) or len(run) > _LONGEST:
        return False
    word = head.lemma.lower()
    body = (kind is ActorKind.ORGANISATION and heard is not ActorKind.PERSON) or word in words("organisation")
    apart = before is not None and before.text == ","
    if before is not None and (_is_role(before) or before.lower in words("called")):
        return True
    if apart and body:
        return False
    if all(t.ent == "PERSON" for t in run):
        return True
    somebody = word in person_nouns() and word not in words("either") and head.tag == "NN"
    if apart and word in words("either"):
        return heard is ActorKind.PERSON
    if apart:
        barred = _PLACES if somebody and len(run) > 1 else (*_PLACES, *_BODIES)
        return not any(t.ent in barred for t in run) or (somebody and len(run) > 1 and run[-1].dep == "appos" and run[-1].head is head)
    return heard is ActorKind.PERSON and len(run) > 1 and somebody


def _is_role(token: Token) -> bool:
    """Say whether a word says what the one is whose name follows: "the conductor Ann Lee"."""
    return token.lemma.lower() in roles() or (token.tag == "NN" and token.lower.endswith(ENDINGS))


def is_corporate(run: Sequence[Token]) -> bool:
    """Say whether a name is a company's or a body's by its words: "Castellan Shipping", "Harrow & Sons"."""
    return any(t.text == "&" for t in run) or any(_is_bodys(t.lower.rstrip(".")) for t in run[-2:])


def kind_of_name(head: Token) -> ActorKind | None:
    """Return what a name's own words make it, whatever the parser takes it for: a person or a body; None where they do not tell."""
    run = [*(c for c in head.children if c.dep == "compound" and c.pos == "PROPN" and c.i < head.i), head]
    titled = any(t.lower.rstrip(".") in titles() for t in run[:-1])
    who = any(c.dep == "relcl" and any(w.lower in ("who", "whose", "whom") for w in c.subtree()) for c in head.children)
    aged = any(c.dep == "appos" and c.pos == "NUM" for c in head.children)
    if titled or aged or (len(run) > 1 and (run[0].lower in first_names() or (who and not is_corporate(run)))):
        return ActorKind.PERSON
    return ActorKind.ORGANISATION if len(run) > 1 and is_corporate(run) else None


def _is_bodys(word: str) -> bool:
    return word in words("corporate") or word in words("organisation")


def _names(core: Sequence[Token]) -> list[list[Token]]:
    """Runs of capitalised names in a phrase."""
    runs: list[list[Token]] = []
    for token in core:
        if token.pos != "PROPN" or not token.text[0].isupper() or token.lemma.lower() in words("office") or token.lower in titles():
            continue
        if runs and runs[-1][-1].i + 1 == token.i:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs
