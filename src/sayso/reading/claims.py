"""Claims: who says what, how it stands, and every rule that made it so.

An attribution gives one claim: its content, or for a refusal the cue alone. What is left of a sentence is the author's own claim: the
whole sentence where nobody else speaks in it, otherwise the phrase of each event that nobody else's words hold.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sayso.language.tokens import Parse, Sentence, Token
from sayso.model.actor import Mention
from sayso.model.attribution import Attitude, Attribution, NamedReport
from sayso.model.event import Event, EventType, Standing
from sayso.model.identity import content_id
from sayso.model.reading import Claim
from sayso.model.span import Span
from sayso.model.time import TimeExpression
from sayso.reading.provenance import Fired, rules_beside, rules_of, rules_of_event

_LONGEST_SOURCE = 400  # characters; how far before an event the source that describes it may begin
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


class _Lookup:
    """The annotations by place and by whom they belong to, so that putting claims together is linear in the article."""

    def __init__(self, found: Annotations) -> None:
        self.found = found
        self.events = {event.id: event for event in found.events}
        self.order = {event.id: place for place, event in enumerate(found.events)}
        self.standings: dict[str | None, list[Standing]] = {}
        for standing in found.standings:
            self.standings.setdefault(standing.according_to, []).append(standing)
        self.times = sorted(found.times, key=lambda time: time.span.start)
        self.actors = sorted(found.mentions, key=lambda actor: actor.span.start)
        self.cues = sorted((said for said in found.attributions if said.cue), key=_cue_start)
        self.sources = sorted((said for said in found.attributions if said.source.span), key=_source_start)

    def times_in(self, span: Span) -> list[TimeExpression]:
        """The time expressions wholly inside a span."""
        near = _between(self.times, span.start, span.end, key=lambda time: time.span.start)
        return [time for time in near if span.holds(time.span)]

    def actors_in(self, span: Span) -> list[Mention]:
        """The mentions wholly inside a span."""
        near = _between(self.actors, span.start, span.end, key=lambda actor: actor.span.start)
        return [actor for actor in near if span.holds(actor.span)]


_Marked = TypeVar("_Marked")


def _between(ordered: list[_Marked], start: int, end: int, *, key: Callable[[_Marked], int]) -> list[_Marked]:
    return ordered[bisect_left(ordered, start, key=key) : bisect_left(ordered, end, key=key)]


def _cue_start(said: Attribution) -> int:
    return said.cue.start if said.cue else 0


def _source_start(said: Attribution) -> int:
    return said.source.span.start if said.source.span else 0


def claims(article: str, parse: Parse, found: Annotations, *, only: frozenset[str] | None = None) -> tuple[Claim, ...]:
    """Return the claims of the article with this id, in text order."""
    made: list[Claim] = []
    lookup = _Lookup(found)
    if only is None or "claims.attributed" in only:
        made += [_attributed(article, parse, lookup, attribution) for attribution in found.attributions]
    made += _authored(article, parse, lookup, only)
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
            yield from ((span.start, rule) for rule in rules_beside(said))
    standings: dict[str, list[Standing]] = {}
    for standing in found.standings:
        standings.setdefault(standing.event, []).append(standing)
    for event in found.events:
        yield from ((event.trigger.start, rule) for rule in rules_of_event(event, standings.get(event.id, ())))


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


def _attributed(article: str, parse: Parse, lookup: _Lookup, attribution: Attribution) -> Claim:
    spans = attribution.content or _cue(attribution)
    proposition = parse.cut(min(span.start for span in spans), max(span.end for span in spans))
    standings = tuple(lookup.standings.get(attribution.id, ()))
    return _claim(article, parse, lookup, proposition, spans, standings, ("claims.attributed", *rules_of(attribution)), attribution)


def _authored(article: str, parse: Parse, lookup: _Lookup, only: frozenset[str] | None) -> Iterator[Claim]:
    """The author's own claims: a sentence in which nobody else speaks, or the events that stand outside others' words."""
    own: dict[int, list[Standing]] = {}
    for standing in lookup.standings.get(None, ()):
        tokens = parse.within(lookup.events[standing.event].trigger.start, lookup.events[standing.event].trigger.end)
        if tokens and not _is_saying(lookup.events[standing.event], lookup):
            own.setdefault(tokens[0].sent.index, []).append(standing)
    held = {
        token.sent.index
        for attribution in lookup.found.attributions
        for span in (*attribution.content, *_cue(attribution))
        for token in parse.within(span.start, span.end)
    }
    for index, standings in sorted(own.items()):
        rule = "claims.author-event" if index in held else "claims.author-sentence"
        if only is None or rule in only:
            for span, some in _told(parse, parse.sentences[index], standings, lookup, whole=index not in held):
                yield _claim(article, parse, lookup, span, (span,), tuple(some), (rule,), None)


def _told(
    parse: Parse, sentence: Sentence, standings: list[Standing], lookup: _Lookup, *, whole: bool
) -> Iterable[tuple[Span, list[Standing]]]:
    """What of a sentence is the author's: all of it, or the phrases of the author's events."""
    if whole:
        return [(parse.cut(sentence.start, sentence.end), standings)]
    by_phrase: dict[Span, list[Standing]] = {}
    for standing in standings:
        by_phrase.setdefault(lookup.events[standing.event].phrase, []).append(standing)
    return by_phrase.items()


def _is_saying(event: Event, lookup: _Lookup) -> bool:
    """Say whether an event says nothing of its own: it is a source's description ("briefed on the talks"), or no more than a cue.

    An accusation or a refusal is a cue too, but also something that happened.
    """
    start, end = event.trigger.start - _LONGEST_SOURCE, event.trigger.end
    for said in _between(lookup.sources, start, end, key=_source_start):
        if said.source.span and said.source.span.holds(event.trigger) and said.source.span != event.trigger:
            return True
    near = _between(lookup.cues, start, end, key=_cue_start)
    return any(said.cue is not None and said.cue.overlaps(event.trigger) and _is_plain(event, said) for said in near)


def _is_plain(event: Event, said: Attribution) -> bool:
    """A cue that codes nothing, or is taken for a request though it asserts ("told the paper that")."""
    return event.type is None or (event.type is EventType.REQUEST and said.attitude is Attitude.ASSERTS)


def _claim(
    article: str, parse: Parse, lookup: _Lookup, proposition: Span, spans: Sequence[Span],
    standings: tuple[Standing, ...], rules: tuple[str, ...], attribution: Attribution | None,
) -> Claim:  # fmt: skip
    events = [lookup.events[key] for key in sorted({standing.event for standing in standings}, key=lookup.order.__getitem__)]
    head = _head(parse, events)
    times = tuple(time for span in spans for time in lookup.times_in(span))
    actors = tuple(actor for span in spans for actor in lookup.actors_in(span))
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
