"""Readings of articles nobody wrote: as many as are wanted, the same for the same number, to measure and to test a ledger with.

Everything in them is invented. A few names and words are in very many articles and most in few, as in news.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sayso.model.actor import Actor, ActorKind, How, Mention
from sayso.model.article import Article, PublishedBasis
from sayso.model.attribution import Attitude, Attribution, Quotation, Source
from sayso.model.event import Certainty, Event, EventType, Relation, Standing, StandingLabel, TimeBasis
from sayso.model.identity import content_id
from sayso.model.moment import Moment
from sayso.model.reading import Claim, ReaderInfo, Reading
from sayso.model.span import Span

_ONSETS = "b br d dr f g gr h k l m n p pr r s st t th v w z".split()
_VOWELS = "a e i o u ae ei ia".split()
_ENDS = "l n r s th nd rk".split()
_ACTS = {
    EventType.CONSULT: ("meet", "hold talks with", "receive", "call"),
    EventType.AGREE: ("sign a treaty with", "settle with"),
    EventType.AID: ("send grain to", "lend boats to"),
    EventType.SANCTION: ("ban timber from", "fine"),
    EventType.THREATEN: ("threaten", "warn"),
    EventType.PROTEST: ("march against", "strike against"),
    EventType.ASSAULT: ("shell", "raid"),
    EventType.REJECT: ("turn away", "refuse"),
}
_STANDINGS = {
    StandingLabel.HAPPENED: ("did", 8, Certainty.CERTAIN, Relation.PAST),
    StandingLabel.PLANNED: ("plans to", 4, Certainty.PROBABLE, Relation.FUTURE),
    StandingLabel.POSSIBLE: ("might", 3, Certainty.POSSIBLE, Relation.FUTURE),
    StandingLabel.DENIED: ("did not", 2, Certainty.CERTAIN, Relation.PAST),
    StandingLabel.COUNTERFACTUAL: ("would have wanted to", 1, Certainty.CERTAIN, Relation.PAST),
}
_ATTITUDES = {Attitude.ASSERTS: 12, Attitude.DENIES: 2, Attitude.BELIEVES: 2, Attitude.WARNS: 1, Attitude.PROMISES: 1, Attitude.HINTS: 1}
_FIRST_DAY = datetime(2024, 1, 1)
_DAYS = 700


@dataclass(frozen=True, slots=True)
class _World:
    """Who and what there is."""

    people: tuple[Actor, ...]
    states: tuple[Actor, ...]
    outlets: tuple[Actor, ...]
    places: tuple[str, ...]
    words: tuple[str, ...]


def readings(count: int, *, claims: int = 10, seed: int = 1, version: str = "1.0.0") -> Iterator[Reading]:
    """Yield ``count`` Readings of ``claims`` claims each; the n-th is the same however many are asked for."""
    world = _world()
    for number in range(count):
        yield _Article(Random(f"{seed}:{number}"), world).reading(number, claims, version)


def _world() -> _World:
    chance = Random("world")

    def name(parts: int) -> str:
        syllables = (chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(parts))
        return ("".join(syllables) + chance.choice(_ENDS)).capitalize()

    return _World(
        people=tuple(Actor.of(f"{name(1)} {name(2)}", ActorKind.PERSON) for _ in range(4000)),
        states=tuple(Actor.of(name(2), ActorKind.COUNTRY, sector="GOV") for _ in range(60)),
        outlets=tuple(Actor.of(f"{name(2)} {chance.choice(('Courier', 'Wire', 'Tribune', 'Post'))}", ActorKind.OUTLET) for _ in range(300)),
        places=tuple(name(2) for _ in range(500)),
        words=tuple(name(chance.randint(1, 3)).lower() for _ in range(20_000)),
    )


class _Article:
    """One article in the making: its text grows sentence by sentence, and every span is cut from it at the end."""

    def __init__(self, chance: Random, world: _World) -> None:
        self.chance, self.world = chance, world
        self.text = ""

    def reading(self, number: int, count: int, version: str) -> Reading:
        outlet = self.some(self.world.outlets)
        minutes = self.chance.randrange(_DAYS * 24 * 60)
        published = Moment.parse(f"{_FIRST_DAY + timedelta(minutes=minutes):%Y-%m-%dT%H:%M}Z")
        parts = [self.sentence(outlet, published) for _ in range(count)]
        url = f"https://{outlet.name.split()[0].lower()}.example/{number}"
        article = Article.of(
            self.text, title=f"{parts[0][0].span.text} and more", url=url, outlet=outlet.name, published=published,
            published_basis=PublishedBasis.METADATA, language="en",
        )  # fmt: skip
        claims = tuple(self.claim(article, *part) for part in parts)
        mentions = tuple(mention for part in parts for mention in part[2].actors)
        said, events = tuple(part[1] for part in parts if part[1]), tuple(part[2] for part in parts)
        return Reading(article, claims, said, events, (), mentions, (), (), ReaderInfo("made up", version, "none"))

    def some(self, things: tuple[Actor, ...]) -> Actor:
        """One of many, the first ones far more often."""
        return things[int(len(things) * self.chance.random() ** 3)]

    def words(self, count: int) -> str:
        known = self.world.words
        return " ".join(known[int(len(known) * self.chance.random() ** 4)] for _ in range(count))

    def write(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, start + len(words), words)

    def sentence(self, outlet: Actor, published: Moment) -> tuple[Mention, Attribution | None, Event, StandingLabel, Span]:
        speaker, relay, state = self.some(self.world.people), self.some(self.world.outlets), self.some(self.world.states)
        label = self.chance.choices(list(_STANDINGS), [row[1] for row in _STANDINGS.values()])[0]
        kind = self.chance.choice(list(_ACTS))
        start = len(self.text)
        doer = Mention(self.write(state.name), state, How.NAME, "made-up.actor")
        self.write(f" {_STANDINGS[label][0]} ")
        trigger = self.write(self.chance.choice(_ACTS[kind]))
        self.write(" ")
        other = self.some(self.world.states)
        recipient = Mention(self.write(other.name), other, How.NAME, "made-up.actor")
        self.write(" in ")
        place = self.write(self.chance.choice(self.world.places))
        self.write(f" over {self.words(self.chance.randint(4, 12))}")
        proposition = Span(start, len(self.text), self.text[start:])
        key = content_id("e", trigger.start, trigger.text)
        event = Event(
            key, trigger, proposition, kind, "made-up.event", actors=(doer,), recipients=(recipient,), place=place,
            time=self.when(published), time_basis=TimeBasis.DCT,
        )  # fmt: skip
        said = self.attribution(speaker, relay, outlet, proposition) if self.chance.random() < 0.7 else None
        self.write(".\n" if self.chance.random() < 0.3 else ". ")
        return doer, said, event, label, proposition

    def attribution(self, speaker: Actor, relay: Actor, outlet: Actor, content: Span) -> Attribution:
        self.write(", ")
        name = self.write(speaker.name)
        self.write(" ")
        cue = self.write("told" if self.chance.random() < 0.3 else "said")
        chain = [Source(name, speaker, named=True)]
        if cue.text == "told":
            self.write(" ")
            chain.append(Source(self.write(relay.name), relay, named=True))
        attitude = self.chance.choices(list(_ATTITUDES), list(_ATTITUDES.values()))[0]
        chain.append(Source(None, outlet, named=True))
        key = content_id("t", cue.start, speaker.id)
        return Attribution(key, tuple(chain), cue, (content,), attitude, Quotation.INDIRECT, "made-up.said")

    def when(self, published: Moment) -> Moment | None:
        """A day, a month or a year near the day of publication, or none."""
        assert published.earliest is not None
        day = published.earliest + timedelta(days=self.chance.randint(-60, 60))
        return self.chance.choice((Moment.parse(f"{day:%Y-%m-%d}"), Moment.parse(f"{day:%Y-%m}"), Moment.parse(f"{day:%Y}"), None))

    def claim(
        self, article: Article, doer: Mention, said: Attribution | None, event: Event, label: StandingLabel, proposition: Span
    ) -> Claim:
        _, _, certainty, relation = _STANDINGS[label]
        told_by = said.id if said else None
        standing = Standing(event.id, label, certainty, label is not StandingLabel.DENIED, relation, told_by, "made-up.standing")
        return Claim(
            id=content_id("c", article.id, proposition.start, proposition.end, told_by or ""), article=article.id, proposition=proposition,
            attribution=told_by, events=(event.id,), standings=(standing,), head=event.id, actors=(doer, *event.recipients), times=(),
            numbers=(), rules=("made-up.claim",), confidence=round(self.chance.uniform(0.3, 1.0), 3),
        )  # fmt: skip
