"""Claims: who says what, how it stands, and every rule that made it so.

An attribution gives one claim: its content, or for a refusal the cue alone. What is left of a sentence is the author's own claim: the
whole sentence where nobody else speaks in it, otherwise the phrase of each event that nobody else's words hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.language.tokens import Parse, Sentence, Token
from sayso.model.actor import Mention
from sayso.model.attribution import Attitude, Attribution, NamedReport
from sayso.model.event import Event, EventType, Standing
from sayso.model.identity import content_id
from sayso.model.reading import Claim
from sayso.model.span import Span
from sayso.model.time import TimeExpression
from sayso.reading.provenance import Fired, rules_of, rules_of_event

_NUMBERS = {"CARDINAL", "MONEY", "PERCENT", "QUANTITY"}


@dataclass(frozen=True, slots=True)
class Annotations:
    """What the steps before this one found in one article."""

    attributions: tuple[Attribution, ...]
    events: tuple[Event, ...]
    standings: tuple[Standing, ...]
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    reports: tuple[NamedReport, ...] = ()


def claims(article: str, parse: Parse, found: Annotations, *, only: frozenset[str] | None = None) -> tuple[Claim, ...]:
    """Return the claims of the article with this id, in text order."""
    made: list[Claim] = []
    if only is None or "claims.attributed" in only:
        made += [_attributed(article, parse, found, attribution) for attribution in found.attributions]
    held = [span for attribution in found.attributions for span in (*attribution.content, *_cue(attribution))]
    for sentence in parse.sentences:
        made += _authored(article, parse, found, sentence, held, only)
    fired, said = Fired(_fired(found)), {attribution.id: attribution for attribution in found.attributions}
    whole = (replace(claim, context=fired.context(claim.rules, _sentences(parse, claim, said))) for claim in made)
    return tuple(sorted(whole, key=lambda claim: (claim.proposition.start, claim.proposition.end, claim.id)))


def _fired(found: Annotations) -> Iterator[tuple[int, str]]:
    """Every rule that made one of the annotations, and where."""
    marks: tuple[TimeExpression | Mention, ...] = (*found.times, *found.mentions)
    for marked in marks:
        yield marked.span.start, marked.rule
    for said in found.attributions:
        for span in (*said.content, *((said.cue,) if said.cue else ())):
            yield from ((span.start, rule) for rule in rules_of(said))
    for event in found.events:
        for rule in rules_of_event(event, [standing for standing in found.standings if standing.event == event.id]):
            yield event.trigger.start, rule


def _sentences(parse: Parse, claim: Claim, said: dict[str, Attribution]) -> Iterator[tuple[int, int]]:
    """The sentences that a claim's words, its cue and its sources stand in."""
    spans = [claim.proposition]
    attribution, outer = said.get(claim.attribution or ""), set[str]()
    while attribution and attribution.id not in outer:
        outer.add(attribution.id)
        spans += [span for span in (attribution.cue, attribution.source.span, *attribution.content) if span]
        attribution = said.get(attribution.inside or "")
    for span in spans:
        for sentence in {token.sent for token in parse.within(span.start, span.end)}:
            yield sentence.start, sentence.end


def _cue(attribution: Attribution) -> tuple[Span, ...]:
    return () if attribution.content or not attribution.cue else (attribution.cue,)


def _attributed(article: str, parse: Parse, found: Annotations, attribution: Attribution) -> Claim:
    spans = attribution.content or _cue(attribution)
    proposition = parse.cut(min(span.start for span in spans), max(span.end for span in spans))
    standings = tuple(standing for standing in found.standings if standing.according_to == attribution.id)
    return _claim(article, parse, found, proposition, spans, standings, ("claims.attributed", *rules_of(attribution)), attribution)


def _authored(
    article: str, parse: Parse, found: Annotations, sentence: Sentence, held: Sequence[Span], only: frozenset[str] | None
) -> list[Claim]:
    """The author's own claims in one sentence: the sentence, or its events that stand outside others' words."""
    own = {event.id: event for event in _within(found.events, sentence.start, sentence.end) if not _is_saying(event, found.attributions)}
    standings = tuple(s for s in found.standings if s.according_to is None and s.event in own)
    if not standings:
        return []
    if not any(span.start < sentence.end and sentence.start < span.end for span in held):
        span = parse.cut(sentence.start, sentence.end)
        rule = "claims.author-sentence"
        return [_claim(article, parse, found, span, (span,), standings, (rule,), None)] if only is None or rule in only else []
    rule = "claims.author-event"
    if only is not None and rule not in only:
        return []
    by_phrase: dict[Span, list[Standing]] = {}
    for standing in standings:
        by_phrase.setdefault(own[standing.event].phrase, []).append(standing)
    return [_claim(article, parse, found, phrase, (phrase,), tuple(some), (rule,), None) for phrase, some in by_phrase.items()]


def _is_saying(event: Event, attributions: Iterable[Attribution]) -> bool:
    """Say whether an event says nothing of its own: it is a source's description ("briefed on the talks"), or no more than a cue.

    An accusation or a refusal is a cue too, but also something that happened.
    """
    for said in attributions:
        described = said.source.span is not None and said.source.span.holds(event.trigger) and said.source.span != event.trigger
        if described or (said.cue is not None and said.cue.overlaps(event.trigger) and _is_plain(event, said)):
            return True
    return False


def _is_plain(event: Event, said: Attribution) -> bool:
    """A cue that codes nothing, or is taken for a request though it asserts ("told the paper that")."""
    return event.type is None or (event.type is EventType.REQUEST and said.attitude is Attitude.ASSERTS)


def _within(events: Iterable[Event], start: int, end: int) -> list[Event]:
    return [event for event in events if start <= event.trigger.start < end]


def _claim(
    article: str, parse: Parse, found: Annotations, proposition: Span, spans: Sequence[Span],
    standings: tuple[Standing, ...], rules: tuple[str, ...], attribution: Attribution | None,
) -> Claim:  # fmt: skip
    events = [event for event in found.events if any(standing.event == event.id for standing in standings)]
    head = _head(parse, events)
    times = tuple(time for time in found.times if any(span.holds(time.span) for span in spans))
    actors = tuple(mention for mention in found.mentions if any(span.holds(mention.span) for span in spans))
    made_by = [*rules, *(time.rule for time in times), *(actor.rule for actor in actors)]
    for event in events:
        made_by += rules_of_event(event, standings)
        made_by += [mention.rule for mention in (*event.actors, *event.recipients)]
    return Claim(
        id=content_id("c", article, proposition.start, proposition.end, attribution.id if attribution else ""),
        article=article,
        proposition=proposition,
        attribution=attribution.id if attribution else None,
        events=tuple(event.id for event in events),
        standings=standings,
        head=head.id if head else None,
        actors=actors,
        times=times,
        numbers=_numbers(parse, spans),
        rules=tuple(sorted(set(made_by))),
        confidence=_confidence(attribution, next((s for s in standings if head and s.event == head.id), None)),
    )


def _head(parse: Parse, events: Iterable[Event]) -> Event | None:
    """The event highest in its sentence's tree, and the first of several: what the words are mainly about."""

    def place(event: Event) -> tuple[int, int]:
        tokens = parse.within(event.trigger.start, event.trigger.end)
        return min((sum(1 for _ in token.ancestors()) for token in tokens), default=99), event.trigger.start

    return min(events, key=place, default=None)


def _numbers(parse: Parse, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Amounts and counts inside the spans, whole ("some 5,000", "12 percent")."""
    runs: list[list[Token]] = []
    for span in spans:
        last: Token | None = None
        for token in parse.within(span.start, span.end):
            if token.ent in _NUMBERS:
                if last is not None and last.i + 1 == token.i and not token.ent_first:
                    runs[-1].append(token)
                else:
                    runs.append([token])
                last = token
    return tuple(parse.span(run) for run in runs)


def _confidence(attribution: Attribution | None, standing: Standing | None) -> float:
    """The claim is as sure as its weakest part."""
    return min(attribution.confidence if attribution else 1.0, standing.confidence if standing else 1.0)
