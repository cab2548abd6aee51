"""Linked: who is meant by a name, title or noun that was brought in before, within one article.

A surname is the person of the full name before it, a title in apposition is the person beside it ("Kim, chairman of ..."), and a definite
noun alone ("the minister", "the court") is whoever was last called so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sayso.language.gazetteer import pieces, singular
from sayso.language.tokens import Token
from sayso.model.actor import Actor, ActorKind
from sayso.reading.actors.identify import Found
from sayso.reading.actors.spot import small_words

_CALLED = ("title", "description")


@dataclass(frozen=True, slots=True)
class Placed:
    """A phrase with who it stands for: its tokens, the token that heads it, and where it is cut when it ends inside a token."""

    tokens: Sequence[Token]
    head: Token
    found: Found
    cut: tuple[int, int] | None = None


@dataclass(slots=True)
class _Known:
    """Who has been named so far: people by their names, actors by the head of their phrase and by the noun they were called."""

    people: dict[str, Actor] = field(default_factory=dict)
    by_head: dict[int, Actor] = field(default_factory=dict)
    by_noun: dict[str, list[tuple[frozenset[str], Actor]]] = field(default_factory=dict)  # with the words they were called by


def linked(placed: Sequence[Placed]) -> Iterator[Placed]:
    """Yield the phrases in order, each with the actor it turns out to stand for; those inside a longer name are left out."""
    known, inside = _Known(), 0
    for each in placed:
        if each.tokens[-1].i < inside:
            continue
        if each.found.beyond:
            inside = each.tokens[-1].i + 1
        actor = _resolved(each, known)
        known.by_head[each.head.i] = actor
        _remember(each, actor, known)
        yield replace(each, found=replace(each.found, actor=actor))


def _resolved(each: Placed, known: _Known) -> Actor:
    if each.found.actor.kind is ActorKind.PERSON:
        return _same_person(each, known.people)
    if each.found.rule in _CALLED:
        return _in_apposition(each.head, known.by_head) or _called_before(each, known) or each.found.actor
    return each.found.actor


def _called_before(each: Placed, known: _Known) -> Actor | None:
    """Whom a definite noun means: "the minister" is the last who was one, "the Swedish minister" the last of that country."""
    words = [piece.key for piece in pieces([token.text for token in each.tokens])]
    actor, noun = each.found.actor, singular(words[-1])
    told = frozenset(words[1:-1]) - small_words()["former"] if actor.country is None else frozenset()
    if len(words) < 2 or words[0] not in small_words()["definite"] or each.found.beyond:
        return None
    before = [other for called, other in known.by_noun.get(noun, ()) if told <= called and _fits(actor, other)]
    return before[-1] if before else None


def _fits(actor: Actor, other: Actor) -> bool:
    if actor.country:
        same = actor.holder is None or other.name == actor.holder
        return other.kind is ActorKind.PERSON and actor.country == other.country and same
    return other.country is not None or other.kind in (ActorKind.PERSON, ActorKind.ORGANISATION)


def _remember(each: Placed, actor: Actor, known: _Known) -> None:
    cut = pieces([token.text for token in each.tokens])
    nouns = [cut[-1].key]
    if actor.kind is ActorKind.PERSON and each.found.rule not in _CALLED:
        title = cut[-len(pieces([actor.name])) - 1 : -len(pieces([actor.name]))]  # "General Osman Dereli"
        nouns = (actor.office or "").split()[-1:] + [piece.key for piece in title]
    elif actor.kind not in (ActorKind.PERSON, ActorKind.OFFICE, ActorKind.GROUP, ActorKind.ORGANISATION):
        return
    words = frozenset(piece.key for piece in cut) | frozenset((actor.office or "").split())
    for noun in dict.fromkeys(singular(noun) for noun in nouns):
        called = [(said, other) for said, other in known.by_noun.get(noun, ()) if other != actor]
        known.by_noun[noun] = [*called, (words, actor)]


def _same_person(each: Placed, people: dict[str, Actor]) -> Actor:
    actor = each.found.actor
    names = [piece.key for piece in pieces([actor.name])]
    known = people.get(" ".join(names)) or (people.get(names[-1]) if len(names) == 1 else None)
    if known and (known.sector or not actor.sector):
        actor = known
    if len(names) > 1 or not known:
        for key in (" ".join(names), names[-1], _spoken_surname(each, names)):
            people[key] = actor
    return actor


def _in_apposition(head: Token, by_head: dict[int, Actor]) -> Actor | None:
    while head.dep == "conj" and head.head.dep in ("appos", "conj"):
        head = head.head
    named = by_head.get(head.head.i) if head.dep == "appos" else None
    return named if named and named.kind is ActorKind.PERSON else None


def _spoken_surname(each: Placed, names: Sequence[str]) -> str:
    """The first name of an East Asian name is its surname: "Kim" for "Kim Jong-un"."""
    asian = each.found.actor.country in ("CHN", "KOR", "PRK", "TWN", "VNM") or any("-" in token.text for token in each.tokens)
    return names[0] if asian else names[-1]
