"""Identify: who a noun phrase stands for, from its words and the gazetteer.

The head says what somebody is ("soldiers", "a CIA official"); the words before it, or else those behind "of" or "from", whose they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.language.gazetteer import Gazetteer, Name, Role, Sort, gazetteer, pieces
from sayso.model.actor import Actor, ActorKind, How
from sayso.model.moment import Moment
from sayso.reading.actors.asked import KINDS, Asked
from sayso.reading.actors.holders import FORMER, When, person
from sayso.reading.actors.spot import Hit, country_in, head_end, small_words, spot


@dataclass(frozen=True, slots=True)
class Found:
    """Who a phrase stands for, how it says so, and the rule (without the step's name)."""

    actor: Actor
    how: How
    rule: str
    beyond: int = 0  # words of ``behind`` that belong to the name


def actor_of(phrase: str, *, date: Moment | None = None, context: str | None = None, book: Gazetteer | None = None) -> Actor:
    """Return who ``phrase`` stands for at ``date``; of kind UNKNOWN when nothing tells.

    ``context`` is text the phrase stands in: where the phrase names no country and the context just one, that one is taken.
    """
    book, when = book or gazetteer(), When.of(date)
    found = identify([phrase], when, book=book)
    actor = found.actor if found else Actor.of(phrase.strip() or "?", ActorKind.UNKNOWN)
    if actor.country is None and actor.kind is not ActorKind.UNKNOWN and context:
        countries = {hit.name.country for hit in spot(pieces([context]), None, book) if hit.name and hit.name.country}
        if len(countries) == 1:
            return Actor.of(actor.name, actor.kind, country=countries.pop(), sector=actor.sector, office=actor.office)
    return actor


def identify(
    words: Sequence[str], when: When, *, book: Gazetteer, behind: Sequence[str] = (), guess: ActorKind | None = None
) -> Found | None:
    """Return who these words stand for at a time, or None when they name neither an actor nor a place.

    ``behind`` are the words of a prepositional phrase that follows; where it is not given it is looked for in ``words``. ``guess`` is what
    an entity recogniser takes an unknown name for. Time is linear in the number of words.
    """
    cut = pieces([*words, *behind])
    own = sum(piece.token < len(words) for piece in cut)
    if not own:
        return None
    hits = list(spot(cut, when.month, book))
    end = max([own, *(hit.end for hit in hits if hit.start < own and not hit.role)]) if behind or len(words) > 1 else head_end(cut, hits)
    head, rest = [hit for hit in hits if hit.start < end], [hit for hit in hits if hit.start >= end]
    found = _decide(Asked(cut, end, head, rest, when, book), guess)
    return replace(found, beyond=cut[end - 1].token + 1 - len(words)) if found and end > own else found


def _decide(phrase: Asked, guess: ActorKind | None) -> Found | None:
    last = phrase.last
    if last and last.person:
        return _known_person(phrase, last.person)
    if last and last.role:
        return _role(phrase, last.role)
    if last and last.name:
        return _body(phrase, last.name) if last.name.sort in KINDS else _land(phrase, last)
    return _titled(phrase) or _guessed(phrase, guess) or _behind(phrase)


def countries_in(words: Sequence[str], book: Gazetteer) -> list[str]:
    """Return the countries that countries' and peoples' names among these words stand for, each once, in order."""
    named = (hit.name for hit in spot(pieces(words), None, book) if hit.name and hit.name.sort in (Sort.COUNTRY, Sort.PEOPLE))
    return list(dict.fromkeys(name.country for name in named if name.country))


def _known_person(phrase: Asked, name: str) -> Found:
    actor = person(name, phrase.when.month, phrase.book)
    if phrase.former:
        actor = Actor.of(name, ActorKind.PERSON, country=actor.country, sector=FORMER)
    return Found(actor, How.TITLE if any(hit.role for hit in phrase.head) else How.NAME, "name")


def _body(phrase: Asked, name: Name) -> Found:
    how, rule = (How.METONYM, "metonym") if name.sort is Sort.METONYM else (How.NAME, "name")
    here = country_in(phrase.head[-2:-1])  # "the Mexican National Guard" is none of another country's
    country = here or name.country or phrase.country
    title = name.name if country == name.country or not here else phrase.text
    return Found(Actor.of(title, KINDS[name.sort], country=country, sector=name.sector), how, rule)


def _role(phrase: Asked, role: Role) -> Found | None:
    """A role noun at the head: its own sector, or for a generic one that of whoever it serves."""
    rest = () if phrase.addressed else phrase.rest  # "the ambassador to Oslo" is nobody of Oslo's
    before, behind = phrase.body(phrase.head), phrase.body(rest)
    heads = [body for body in (before, behind) if body and phrase.book.offices.known(body.name, role.noun)]
    serves = before or (behind if role.generic or behind in heads or role.noun in ("president", "secretary") else None)
    country = country_in(phrase.head) or _of(before) or country_in(rest) or _of(behind)
    sector = _sector(phrase, role, serves, country, own=serves in heads or serves is behind)
    if not (role.alone or serves or country or sector):
        return None
    place = serves.name if serves and serves in heads else None if serves else country
    office = role.noun if (serves in heads and phrase.singular(role)) or _is_office(phrase, role, country) else None
    holder = phrase.holder(role, place) if office else None
    name = f"{phrase.book.countries.get(country or '', country)} {office}" if office and not (serves or phrase.former) else phrase.text
    kind = ActorKind.OFFICE if office else ActorKind.GROUP
    actor = Actor.of(name, kind, country=country or None, sector=FORMER if phrase.former else sector, office=office, holder=holder)
    return Found(actor, How.TITLE if office else How.DESCRIPTION, "title" if office else "description")


def _sector(phrase: Asked, role: Role, serves: Name | None, country: str | None, *, own: bool) -> str | None:
    """The sector of a role: of whom it serves, where it is generic or heads them (``own``), else its own, or of another beside it."""
    if serves and (role.generic or own):
        return serves.sector
    if not role.generic and role.noun != "president":
        return role.sector
    other = next((hit.role for hit in (*reversed(phrase.head[:-1]), *phrase.rest) if hit.role and hit.role.sector), None)
    plain_people = other is not None and other.sector == "CVL" and not any(hit.role is other for hit in phrase.rest)
    sector = other.sector if other and not plain_people else role.sector
    return sector or ("GOV" if country or role.noun in small_words()["officials"] else None)


def _of(body: Name | None) -> str | None:
    return body.country if body else None


def _is_office(phrase: Asked, role: Role, country: str | None) -> bool:
    """An office is held by one at a time: "the U.S. president", not "a French minister" nor "presidents"."""
    if role.noun in phrase.book.own_titles:
        return bool(country) and phrase.singular(role)
    if role.sector not in ("GOV", "LEG", "JUD", "MIL") and role.noun not in ("leader", "secretary-general", "pope"):
        return False
    return bool(country) and phrase.singular(role) and role.noun in small_words()["offices"]


def _land(phrase: Asked, last: Hit) -> Found | None:
    name = last.name
    assert name is not None
    bare = [piece for piece in phrase.cut[: phrase.end] if piece.key not in small_words()["articles"]]
    alone = len(bare) == last.end - last.start
    title = next((hit.role for hit in reversed(phrase.head[:-1]) if hit.role and hit.role.sector), None)
    if name.sort is Sort.COUNTRY:
        return Found(Actor.of(name.name, ActorKind.COUNTRY, country=name.country, sector=title.sector if title else None), How.NAME, "name")
    if name.sort is Sort.PEOPLE:
        return Found(Actor.of(phrase.text, ActorKind.GROUP, country=name.country), How.DESCRIPTION, "people")
    if name.sort is Sort.SEAT and alone and phrase.end == len(phrase.cut):
        country = phrase.book.countries[name.country or ""]
        return Found(Actor.of(country, ActorKind.COUNTRY, country=name.country, sector="GOV"), How.METONYM, "metonym")
    sector = title.sector if title else "CVL" if alone else None
    return Found(Actor.of(phrase.text, ActorKind.UNKNOWN, country=name.country, sector=sector), How.NAME, "place")


def _titled(phrase: Asked) -> Found | None:
    """An unknown name behind a title: "Portuguese Environment Minister Telma Quintas"."""
    title = next((hit for hit in reversed(phrase.head) if hit.role and hit.role.sector), None)
    name = phrase.cut[title.end : phrase.end] if title else ()
    if not title or not title.role or not name or not all(piece.written[0].isupper() for piece in name):
        return None
    serves = phrase.body(phrase.head)
    sector = FORMER if phrase.former else serves.sector if serves and title.role.generic else title.role.sector
    country = phrase.country or _of(serves)
    words = " ".join(piece.written for piece in name)
    return Found(Actor.of(words, ActorKind.PERSON, country=country, sector=sector, office=title.role.noun), How.NAME, "name")


def _guessed(phrase: Asked, guess: ActorKind | None) -> Found | None:
    """An unknown name: what the entity recogniser says, with the country and sector its words tell."""
    if guess is None:
        return None
    serves = phrase.body(phrase.head)
    if guess is ActorKind.PERSON:
        generic = next((hit for hit in reversed(phrase.head) if hit.role), None)
        first = generic.end if generic else 0
        words = " ".join(piece.written for piece in phrase.cut[first : phrase.end])
        sector = serves.sector if serves and generic else None
        before = [hit for hit in phrase.head if hit.end <= first or (hit.name and hit.name.sort is Sort.PEOPLE)]  # not "Milan" Petrak's
        country = country_in(before) or (_of(serves) if generic else None)
        return Found(Actor.of(words or phrase.text, guess, country=country, sector=sector), How.NAME, "shape")
    noun = next((hit.role for hit in reversed(phrase.head) if hit.role and hit.role.sector), None)
    sector = serves.sector if serves else noun.sector if noun else None
    country = phrase.country or _of(serves)
    return Found(Actor.of(phrase.text, guess, country=country, sector=sector), How.NAME, "shape")


def _behind(phrase: Asked) -> Found | None:
    """Nothing known at the head: only where it is, or whose ("targets in Syria", "residence of the President of ...")."""
    behind = next((hit.role for hit in phrase.rest if hit.role and hit.role.sector), None)
    body = phrase.body(phrase.head) or phrase.body(phrase.rest)
    country = phrase.country or _of(body)
    if not country:
        return None
    sector = behind.sector if behind else body.sector if body else None
    return Found(Actor.of(phrase.text, ActorKind.UNKNOWN, country=country, sector=sector), How.DESCRIPTION, "place")


def as_person(found: Found, other: Actor) -> Found:
    """Return a person with the country, sector and office of ``other`` where their own are not known."""
    mine = found.actor
    actor = Actor.of(
        mine.name, mine.kind, country=mine.country or other.country, sector=mine.sector or other.sector, office=mine.office or other.office
    )
    return replace(found, actor=actor)
