"""Claim rows: what of a Reading is searched and shown, as plain values. Pure: a Reading and what people judged of it in, rows out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sayso.ledger.base import Hit
from sayso.ledger.days import kept_words
from sayso.ledger.effects import Effect
from sayso.ledger.terms import Terms, tag
from sayso.model.actor import Actor, Mention
from sayso.model.article import Article
from sayso.model.attribution import Attribution, Source
from sayso.model.event import Event
from sayso.model.moment import Moment
from sayso.model.reading import Claim, Reading

EVERY = "every"  # the tag that all claims have, for searches that only exclude


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim ready to be kept: how it is shown, and the words it is found by."""

    hit: Hit
    terms: Terms


def claim_rows(reading: Reading, effects: dict[str, Effect]) -> list[ClaimRow]:
    """Return the rows of a Reading's claims, in text order, with what people decided (by claim id) on top."""
    said = {attribution.id: attribution for attribution in reading.attributions}
    events = {event.id: event for event in reading.events}
    rows = []
    for claim in reading.claims:
        attribution = said.get(claim.attribution or "")
        its = [events[key] for key in claim.events if key in events]
        rows.append(_row(reading.article, claim, attribution, its, effects.get(claim.id, Effect())))
    return rows


def who_says(reading: Reading, claim: Claim) -> str:
    """Return the name of whoever is nearest the fact in a claim."""
    said = next((attribution for attribution in reading.attributions if attribution.id == claim.attribution), None)
    return _voices(reading.article, said)[0][0]


def said_minute(article: Article) -> int:
    """Return when an article appeared, in minutes of UTC since the year 1, to sort by; 0 when unknown."""
    moment = article.published
    if moment is None or moment.earliest is None:
        return 0
    return max(0, (moment.earliest - datetime.min) // timedelta(minutes=1) - _offset(moment.zone))


def _offset(zone: str | None) -> int:
    """Minutes that a clock of this zone is ahead of UTC."""
    if not zone or zone == "Z":
        return 0
    digits = zone[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:4] or 0)
    return -minutes if zone[0] == "-" else minutes


def _row(article: Article, claim: Claim, said: Attribution | None, events: list[Event], effect: Effect) -> ClaimRow:
    head = sorted(events, key=lambda event: event.id != claim.head)
    dated = next((event.time for event in head if event.time), None)
    who, through = _voices(article, said)
    standing = claim.standing
    hit = Hit(
        claim=claim.id,
        article=article.id,
        span=claim.proposition,
        who=tuple(name for name in who[:1] if name),
        through=tuple(names[0] for names in _links(article, said)[1:] if names[0]),
        about=_unique(mention.actor.name or mention.span.text for mention in _mentions(claim, events)),
        places=_unique(event.place.text for event in events if event.place),
        types=tuple(dict.fromkeys(event.type for event in events if event.type)),
        attitude=said.attitude if said else None,
        standing=standing.label if standing else None,
        said=article.published.value if article.published else None,
        happens=dated.value if dated else None,
        outlet=article.outlet,
        title=article.title,
        url=article.canonical_url or article.url,
        confidence=claim.confidence,
        verdict=effect.verdict,
    )
    if effect.corrected:
        hit, dated = _corrected(hit, effect), effect.moment or dated
        who = (effect.source,) if effect.source else who
    about = [part for mention in _mentions(claim, events) for part in _known(mention.actor, mention.span.text)]
    return ClaimRow(hit, _terms(hit, who, through, about, article.published, dated))


def _corrected(hit: Hit, effect: Effect) -> Hit:
    return replace(
        hit,
        span=effect.span or hit.span,
        who=(effect.source,) if effect.source else hit.who,
        standing=effect.standing or hit.standing,
        happens=effect.moment.value if effect.moment else hit.happens,
        corrected=effect.corrected,
    )


def _terms(
    hit: Hit, who: tuple[str, ...], through: tuple[str, ...], about: list[str], said: Moment | None, happens: Moment | None
) -> Terms:
    tags = [EVERY, tag("judged", hit.verdict)]
    tags += [tag("type", kind.value) for kind in hit.types]
    tags += [tag("standing", hit.standing.value)] if hit.standing else []
    tags += [tag("attitude", hit.attitude.value)] if hit.attitude else []
    tags += kept_words("said", said) if said else []
    tags += kept_words("happens", happens) if happens else []
    names = {"words": (hit.span.text,), "who": who, "through": through, "about": about, "place": hit.places, "outlet": (hit.outlet or "",)}
    return Terms.of(names, tags)


def _mentions(claim: Claim, events: list[Event]) -> list[Mention]:
    return [*claim.actors, *(mention for event in events for mention in (*event.actors, *event.recipients))]


def _voices(article: Article, said: Attribution | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All that is known of whoever is nearest the fact, by name first, and of everyone it came through."""
    who, *through = _links(article, said)
    return who, tuple(name for names in through for name in names)


def _links(article: Article, said: Attribution | None) -> list[tuple[str, ...]]:
    """What each link of the chain is known by, its name first; the author's own words are the outlet's."""
    return [_source(source, article) for source in said.chain] if said else [(article.outlet or "",)]


def _source(source: Source, article: Article) -> tuple[str, ...]:
    words = source.span.text if source.span else article.outlet or ""
    name = source.actor.name or words
    return (name, *_unique((*_known(source.actor, words), source.basis or "", source.affiliation or "")))


def _known(actor: Actor, words: str) -> tuple[str, ...]:
    """Everything an actor may be looked for by."""
    return _unique((actor.name, words, actor.office or "", actor.holder or ""))


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
