"""Cards: what a Reading says claim by claim, in the words the terminal and the page both show.

A card holds no markup and no colour; whoever shows it escapes it for its own medium.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sayso.exchange.event_rows import happening
from sayso.exchange.wording import Voice, attitude_words, date_words, moment_words, quoted, voice
from sayso.model.attribution import Attitude, Attribution
from sayso.model.event import Event, StandingLabel, TimeBasis
from sayso.model.reading import Claim, Reading
from sayso.model.span import Span
from sayso.model.time import TimeExpression

REFUSAL = "refusal"
WORDS = (*(label.value for label in StandingLabel), REFUSAL)
MARKS = {**{label.value: label.mark for label in StandingLabel}, REFUSAL: "–"}


@dataclass(frozen=True, slots=True)
class When:
    """The time of a claim: in words, its value, and why it has it."""

    words: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Card:
    """One claim as people read it. ``word`` is its standing, or ``refusal`` for a source that declines to comment.

    ``spans`` are the words it rests on, in text order; ``through`` the chain after ``who``, nearest the fact first; ``happening`` type and
    sides of its event, where it has a type; ``inside`` the number of the claim in whose words this one stands.
    """

    number: int
    claim: Claim
    attribution: Attribution | None
    event: Event | None
    word: str
    headline: str
    spans: tuple[Span, ...]
    who: Voice
    says: str
    through: tuple[Voice, ...]
    happening: str
    when: When | None
    inside: int | None

    @property
    def mark(self) -> str:
        """The sign of its standing."""
        return MARKS[self.word]


def cards(reading: Reading) -> tuple[Card, ...]:
    """Return one card a claim, numbered from 1 in the order of the Reading."""
    said = {attribution.id: attribution for attribution in reading.attributions}
    events = {event.id: event for event in reading.events}
    numbers = {claim.attribution: number for number, claim in enumerate(reading.claims, 1) if claim.attribution}
    dated = _by_value(reading)
    return tuple(
        _card(reading, number, claim, said.get(claim.attribution or ""), events.get(claim.head or ""), numbers, dated)
        for number, claim in enumerate(reading.claims, 1)
    )


def by_standing(made: tuple[Card, ...]) -> tuple[tuple[str, str, int], ...]:
    """Return mark, word and number of the claims of each standing that occurs, in the order of ``WORDS``."""
    counts = Counter(card.word for card in made)
    return tuple((MARKS[word], word, counts[word]) for word in WORDS if counts[word])


def undecided(reading: Reading) -> tuple[tuple[str, int, tuple[str, ...]], ...]:
    """Return the notes by step, in the order they first appear: the step, how many, and what they say, each thing once."""
    steps: dict[str, list[str]] = {}
    for note in reading.notes:
        steps.setdefault(note.step, []).append(note.message)
    return tuple((step.replace("_", " "), len(said), tuple(dict.fromkeys(said))) for step, said in steps.items())


def counted(number: int, thing: str) -> str:
    """Return ``1 claim``, ``2 claims``, ``1,204 claims``."""
    return f"{number:,} {thing}{'s' * (number != 1)}"


def _card(
    reading: Reading, number: int, claim: Claim, said: Attribution | None, event: Event | None,
    numbers: dict[str, int], dated: dict[str, list[TimeExpression]],
) -> Card:  # fmt: skip
    refusal = said is not None and not said.content
    spans = (said.content or ((said.cue,) if said.cue else ())) if said else ()
    spans = spans or (claim.proposition,)
    who, through = _chain(reading, said)
    return Card(
        number=number,
        claim=claim,
        attribution=said,
        event=event,
        word=REFUSAL if refusal else (claim.standing.label.value if claim.standing else StandingLabel.UNKNOWN.value),
        headline=attitude_words(Attitude.DECLINES) if refusal else " … ".join(" ".join(span.text.split()) for span in spans),
        spans=spans,
        who=who,
        says=attitude_words(said.attitude) if said else "says",
        through=through,
        happening=happening(event) if event else "",
        when=_when(reading, event, claim, dated),
        inside=numbers.get(said.inside) if said and said.inside else None,
    )


def _chain(reading: Reading, said: Attribution | None) -> tuple[Voice, tuple[Voice, ...]]:
    article = reading.article
    if said is None or not said.chain:
        return Voice("the article itself", (article.outlet,) if article.outlet else ()), ()
    who, *through = (voice(source, article) for source in said.chain)
    return who, tuple(through)


def _by_value(reading: Reading) -> dict[str, list[TimeExpression]]:
    found: dict[str, list[TimeExpression]] = {}
    for time in reading.times:
        for value in dict.fromkeys((time.value, time.moment.value if time.moment else None)):
            if value:
                found.setdefault(value, []).append(time)
    return found


def _when(reading: Reading, event: Event | None, claim: Claim, dated: dict[str, list[TimeExpression]]) -> When | None:
    """The head event's time, with the nearest words that give it: those of the claim first."""
    if event is None or event.time is None:
        return None
    value, place = event.time.value, event.trigger.start
    named = next((dated[part] for part in (value, *value.split("/")) if part in dated), [])
    near = sorted(named, key=lambda t: (not claim.proposition.holds(t.span), abs(t.span.start - place), t.span.start))
    return When(moment_words(event.time), value, _why(reading, event.time_basis, near[0] if near else None))


def _why(reading: Reading, basis: TimeBasis | None, rests: TimeExpression | None) -> str:
    if basis is TimeBasis.DCT or (rests is None and basis is None):
        return "by the date of publication" if basis else ""
    if rests is None:
        return {TimeBasis.INHERITED: "carried over", TimeBasis.ANAPHORA: "the time told before"}.get(basis or TimeBasis.DCT, "")
    words = quoted(rests.span.text)
    published = reading.article.published
    if rests.anchor == "dct":
        words += f", from {date_words(published.day or published.value)}" if published else ""
    elif rests.anchor:
        words += f", from {quoted(rests.anchor)}"
    carried = {TimeBasis.INHERITED: "carried over from ", TimeBasis.ANAPHORA: "the time told before: "}
    return carried.get(basis, "") + words if basis else words
