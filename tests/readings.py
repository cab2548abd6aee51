"""A Reading made by hand: an invented article with one claim of every standing, for the tests of whatever shows or stores Readings."""

from __future__ import annotations

from sayso.model.actor import Actor, ActorKind, How, Mention
from sayso.model.article import Article, Block, BlockKind, Link, PublishedBasis
from sayso.model.attribution import Attitude, Attribution, NamedReport, Quotation, Source
from sayso.model.event import Certainty, Event, EventType, Relation, Standing, StandingLabel, TimeBasis
from sayso.model.identity import content_id
from sayso.model.moment import Moment
from sayso.model.reading import Claim, Note, ReaderInfo, Reading
from sayso.model.span import Span
from sayso.model.time import TimeExpression, TimeType

TEXT = """River summit in doubt as Spain stays silent

By Ines Varga

LISBON - Portugal and Spain are planning a summit on the Tagus next month, two people briefed on the talks told the Iberian Wire. \
Spain's foreign ministry declined to comment.

“We have not set a date,” Environment Minister Telma Quintas said on Tuesday, “and we will not be rushed.” \
She said her Spanish counterpart had told her that Madrid might release more water this summer.

The two governments signed the current treaty in Albufeira on 30 November 1998. \
Had the reservoirs been full, farmers would have had water in February, the growers' union argued. \
Flows had fallen by 27 percent in the drought years.

According to an earlier Iberian Wire report, it is unclear whether the European Commission was consulted.

© Harbour Courier. Do not copy without leave."""

DCT = Moment.parse("2026-03-12T07:40Z")
OUTLET = Actor.of("Harbour Courier", ActorKind.OUTLET)
WIRE = Actor.of("Iberian Wire", ActorKind.OUTLET)
PEOPLE = Actor.of("two people briefed on the talks", ActorKind.ANONYMOUS)
MINISTRY = Actor.of("Spanish foreign ministry", ActorKind.OFFICE, country="ESP", sector="GOV")
QUINTAS = Actor.of("Telma Quintas", ActorKind.PERSON, country="PRT", sector="GOV", office="environment minister")
COUNTERPART = Actor.of("the Spanish environment minister", ActorKind.OFFICE, country="ESP", sector="GOV")
UNION = Actor.of("the growers' union", ActorKind.ORGANISATION)
PORTUGAL = Actor.of("Portugal", ActorKind.COUNTRY, country="PRT", sector="GOV")
SPAIN = Actor.of("Spain", ActorKind.COUNTRY, country="ESP", sector="GOV")
_OWN = Source(None, OUTLET, named=True)


def at(words: str) -> Span:
    """Return where ``words`` first stand in the article."""
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


def summit() -> Reading:
    """Return the Reading of the river-summit article: eight claims, five attributions with a chain, a refusal and a nested one."""
    times = _times()
    said = _attributions()
    events = _events(times)
    article = _article()
    wanted = (
        ("planning a summit", "wire", StandingLabel.PLANNED, Certainty.CERTAIN, True, Relation.FUTURE),
        ("", "refusal", None, None, None, None),
        ("set a date", "quote", StandingLabel.DENIED, Certainty.CERTAIN, False, Relation.PAST),
        ("told her", "outer", StandingLabel.HAPPENED, Certainty.CERTAIN, True, Relation.PAST),
        ("release more water", "inner", StandingLabel.POSSIBLE, Certainty.POSSIBLE, True, Relation.FUTURE),
        ("signed the current treaty", "", StandingLabel.HAPPENED, Certainty.CERTAIN, True, Relation.PAST),
        ("would have had water", "union", StandingLabel.COUNTERFACTUAL, Certainty.CERTAIN, False, Relation.PAST),
        ("was consulted", "report", StandingLabel.UNKNOWN, Certainty.UNKNOWN, True, Relation.PAST),
    )
    claims = []
    for phrase, name, label, certainty, polarity, relation in wanted:
        attribution = said.get(name)
        event = next((event for event in events if event.phrase.text == phrase), None)
        standing = None
        if event and label and certainty and relation:
            told_by = attribution.id if attribution else None
            standing = Standing(event.id, label, certainty, bool(polarity), relation, told_by, "standing.main-verb", 0.9)
        claims.append(_claim(article, attribution, event, standing, times))
    return Reading(
        article=article,
        claims=tuple(claims),
        attributions=tuple(said.values()),
        events=events,
        times=times,
        mentions=_mentions(),
        reports=(NamedReport(WIRE, at("an earlier Iberian Wire report"), "../2026-03-12", "reports.named-report"),),
        notes=_notes(),
        reader=ReaderInfo("sayso", "0.1.0", "en_core_web_sm 3.8.0"),
    )


def plain(text: str, *, title: str | None = None, outlet: str | None = None, url: str | None = None) -> Reading:
    """Return a Reading of any text that says nothing but one author's claim: all of the text."""
    article = Article.of(text, title=title, outlet=outlet, url=url)
    claims: tuple[Claim, ...] = ()
    if text:
        claims = (Claim("c-1", article.id, Span.cut(text, 0, len(text)), None, (), (), None, (), (), (), ("claims.author-sentence",)),)
    return Reading(article, claims, (), (), (), (), (), (), ReaderInfo("sayso", "0.1.0", "none"))


def _article() -> Article:
    kinds = {
        "River summit in doubt as Spain stays silent": BlockKind.HEADLINE,
        "By Ines Varga": BlockKind.BYLINE,
        "LISBON - ": BlockKind.DATELINE,
        "© Harbour Courier. Do not copy without leave.": BlockKind.BOILERPLATE,
    }
    return Article.of(
        TEXT,
        title="River summit in doubt as Spain stays silent",
        url="https://courier.example/2026/03/river-summit?from=front&page=1",
        outlet="Harbour Courier",
        byline="Ines Varga",
        published=DCT,
        published_basis=PublishedBasis.METADATA,
        language="en",
        blocks=tuple(Block(kind, at(words)) for words, kind in kinds.items()),
        links=(Link(at("the Iberian Wire"), "https://wire.example/tagus"),),
    )


def _times() -> tuple[TimeExpression, ...]:
    def time(words: str, value: str | None, rule: str, anchor: str | None = None) -> TimeExpression:
        moment = Moment.parse(value) if value else None
        return TimeExpression(at(words), TimeType.DATE, value, rule, anchor=anchor, moment=moment, confidence=0.95)

    return (
        time("next month", "2026-04", "times.next-unit", "dct"),
        time("Tuesday", "2026-03-10", "times.weekday", "dct"),
        time("this summer", "2026-SU", "times.this-season", "dct"),
        time("30 November 1998", "1998-11-30", "times.day-month-year"),
        time("February", "2026-02", "times.month", "dct"),
        time("the drought years", None, "times.named-period"),
    )


def _attributions() -> dict[str, Attribution]:
    told = Source(at("two people briefed on the talks"), PEOPLE, False, 2, 2, "briefed on the talks")
    wire = Source(at("the Iberian Wire"), WIRE, True)
    outer = _said((Source(at("She"), QUINTAS, True), _OWN), "said her", 4, ("her Spanish counterpart had told her that Madrid might release"
        " more water this summer",), Attitude.ASSERTS, Quotation.INDIRECT)  # fmt: skip
    inner = _said((Source(at("her Spanish counterpart"), COUNTERPART, False), Source(at("She"), QUINTAS, True), _OWN), "had told", 8,
        ("Madrid might release more water this summer",), Attitude.ASSERTS, Quotation.INDIRECT, inside=outer.id)  # fmt: skip
    minister = Source(at("Environment Minister Telma Quintas"), QUINTAS, True)
    ministry = Source(at("Spain's foreign ministry"), MINISTRY, True)
    return {
        "wire": _said((told, wire, _OWN), "told the", 4, ("Portugal and Spain are planning a summit on the Tagus next month",),
            Attitude.ASSERTS, Quotation.INDIRECT, chain_rules=("chains.told-outlet",)),
        "refusal": _said((ministry, _OWN), "declined to comment", 19, (), Attitude.DECLINES, Quotation.INDIRECT),
        "quote": _said((minister, _OWN), "said on", 4, ("“We have not set a date,”", "“and we will not be rushed.”"),
            Attitude.DENIES, Quotation.DIRECT),
        "outer": outer,
        "inner": inner,
        "union": _said((Source(at("the growers' union"), UNION, True), _OWN), "argued", 6,
            ("Had the reservoirs been full, farmers would have had water in February",), Attitude.BELIEVES, Quotation.INDIRECT),
        "report": _said((Source(at("an earlier Iberian Wire report"), WIRE, True), _OWN), "According to", 12,
            ("it is unclear whether the European Commission was consulted",), Attitude.ASSERTS, Quotation.INDIRECT),
    }  # fmt: skip


def _said(
    chain: tuple[Source, ...], cue: str, letters: int, content: tuple[str, ...], attitude: Attitude, quotation: Quotation, *,
    inside: str | None = None, chain_rules: tuple[str, ...] = (),
) -> Attribution:  # fmt: skip
    """An attribution whose cue is the first ``letters`` of the words in ``cue``: "said" alone stands in many places."""
    start = at(cue).start
    spans = tuple(at(words) for words in content)
    name = content_id("q", chain[0].actor.id, start)
    cue_span = Span.cut(TEXT, start, start + letters)
    return Attribution(name, chain, cue_span, spans, attitude, quotation, "attributions.verb-clause", inside, 0.92, chain_rules)


def _events(times: tuple[TimeExpression, ...]) -> tuple[Event, ...]:
    def event(trigger: str, phrase: str, kind: EventType | None, when: int | None = None, **more: Span | tuple[Mention, ...]) -> Event:
        within = at(phrase)
        start = within.start + phrase.index(trigger)
        span = Span.cut(TEXT, start, start + len(trigger))
        dated = {"time": times[when].moment, "time_basis": TimeBasis.EXPRESSION, "time_rule": "event-dates.own"} if when is not None else {}
        return Event(content_id("e", start), span, within, kind, "events.verb", **dated, **more)  # type: ignore[arg-type]

    sides = (
        Mention(at("Portugal"), PORTUGAL, How.NAME, "actors.country"),
        Mention(Span.cut(TEXT, at("Spain are").start, at("Spain are").start + 5), SPAIN, How.NAME, "actors.country"),
    )
    return (
        event("summit", "planning a summit", EventType.CONSULT, 0, actors=sides, place=at("the Tagus")),
        event("set", "set a date", None),
        event("told", "told her", EventType.CONSULT),
        event("release", "release more water", EventType.COOPERATE, 2),
        event("signed", "signed the current treaty", EventType.AGREE, 3, place=at("Albufeira")),
        event("had water", "would have had water", None, 4),
        event("consulted", "was consulted", EventType.CONSULT),
    )


def _claim(
    article: Article, attribution: Attribution | None, event: Event | None, standing: Standing | None, times: tuple[TimeExpression, ...]
) -> Claim:
    spans: tuple[Span, ...] = (at("The two governments signed the current treaty in Albufeira on 30 November 1998"),)
    if attribution:
        spans = attribution.content or ((attribution.cue,) if attribution.cue else ())
    whole = Span.cut(TEXT, spans[0].start, spans[-1].end)
    rules = ("claims.attributed", attribution.rule, *attribution.chain_rules) if attribution else ("claims.author-sentence",)
    return Claim(
        id=content_id("c", article.id, whole.start, whole.end, attribution.id if attribution else ""),
        article=article.id,
        proposition=whole,
        attribution=attribution.id if attribution else None,
        events=(event.id,) if event else (),
        standings=(standing,) if standing else (),
        head=event.id if event else None,
        actors=(),
        times=tuple(time for time in times if whole.holds(time.span)),
        numbers=(),
        rules=tuple(sorted({*rules, *((event.rule,) if event else ())})),
        confidence=0.9,
    )


def _mentions() -> tuple[Mention, ...]:
    return (
        Mention(at("Portugal"), PORTUGAL, How.NAME, "actors.country"),
        Mention(at("Telma Quintas"), QUINTAS, How.NAME, "actors.person"),
        Mention(at("She"), QUINTAS, How.PRONOUN, "actors.pronoun"),
    )


def _notes() -> tuple[Note, ...]:
    return (
        Note("times", "relative to an unknown date: no value", at("the drought years")),
        Note("event_dates", "no date could be found", at("set a date")),
        Note("event_dates", "no date could be found", at("consulted")),
        Note("standing", "whether it happened could not be decided", at("consulted")),
    )
