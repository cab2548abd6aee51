"""The person whom a phrase names beside what he or she is: "the governor, Pavel Drosin", "union rep Tash Bell"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.tokens import Parse, Token
from sayso.model.actor import Actor, ActorKind, Mention
from sayso.reading.chains.kinds import PEOPLE
from sayso.reading.chains.source_words import titles, words


def person_named(parse: Parse, core: Sequence[Token], head: Token, kind: ActorKind, mentions: dict[int, Mention]) -> Actor | None:
    """The person whom a phrase names beside what he or she is: "the governor, Pavel Drosin", "union rep Tash Bell"."""
    if kind is ActorKind.DOCUMENT or (head.pos == "PROPN" and kind is ActorKind.PERSON):
        return None  # somebody's memo is not its author; and where the head itself is the name, mentions know more of it
    place = {token.i: k for k, token in enumerate(core)}
    for run in _names(core):
        first, last = place[run[0].i], place[run[-1].i]
        before, after = core[first - 1] if first else None, core[last + 1] if last + 1 < len(core) else None
        if (before is not None and before.pos == "ADP") or (after is not None and (after.tag == "POS" or after.pos in ("NOUN", "PROPN"))):
            continue
        roles = words("office") | words("anonymous") | words("human") | titles()
        body = kind is ActorKind.ORGANISATION or head.lemma.lower() in words("organisation")
        titled = before is not None and (before.lemma.lower() in roles or (before.tag == "NN" and before.lower.endswith(PEOPLE)))
        apart = before is not None and before.text == "," and 1 < len(run) <= 4 and _is_free(run) and not body
        person = all(t.ent == "PERSON" for t in run) and not (body and before is not None and before.text == ",")
        if person or (titled and len(run) <= 4) or apart:
            known = mentions.get(run[-1].end)
            name = parse.text[run[0].start : run[-1].end]
            return known.actor if known is not None and known.actor.kind is ActorKind.PERSON else Actor.of(name, ActorKind.PERSON)
    return None


def _names(core: Sequence[Token]) -> list[list[Token]]:
    """Runs of capitalised names in a phrase, without words that make them an organisation's."""
    runs: list[list[Token]] = []
    for token in core:
        if token.pos != "PROPN" or not token.text[0].isupper() or token.lemma.lower() in words("office") or token.lower in titles():
            continue
        if runs and runs[-1][-1].i + 1 == token.i:
            runs[-1].append(token)
        else:
            runs.append([token])
    return [run for run in runs if not any(t.lower in words("organisation") for t in run)]


def _is_free(run: Sequence[Token]) -> bool:
    return not any(t.ent in ("ORG", "GPE", "NORP", "FAC", "LOC", "DATE", "EVENT") for t in run)
