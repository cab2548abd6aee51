"""Named reports: what other outlets reported that the article rests on and names, though nobody may have added it here.

A report that has words of its own ("a September report by X", "an earlier X report") comes first. A mere "X said on Friday" is one more
report only when its day is not that of one already named, and an undated one only when X has none yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.language.tokens import Parse, Token
from sayso.model.actor import ActorKind
from sayso.model.attribution import Attribution, NamedReport, Source
from sayso.model.moment import Moment
from sayso.model.span import Span
from sayso.model.time import TimeExpression, TimeType
from sayso.reading.attributions.cue_clause import cue_verb
from sayso.reading.chains.outlets import is_earlier, is_report, outlets_in
from sayso.reading.chains.sources import head_of


def reports(
    parse: Parse,
    attributions: Sequence[Attribution],
    times: Sequence[TimeExpression],
    dct: Moment | None,
    *,
    only: frozenset[str] | None = None,
) -> tuple[NamedReport, ...]:
    """Return the reports named in the text, in its order; ``attributions`` come with their chains, ``dct`` is the publication date."""
    links = list(_outlet_links(parse, attributions))
    found: list[NamedReport] = []
    for _, link, tokens in links:
        if is_report(head_of(tokens)) and not any(report.span == link.span for report in found):
            found += _allowed(_named(link, tokens, times, dct), only)
    for attribution, link, tokens in links:
        if not is_report(head_of(tokens)) and not any(report.span.overlaps(_place(link)) for report in found):
            made = NamedReport(link.actor, _place(link), _day(parse, attribution, times), "reports.outlet-says")
            found += _allowed(made, only) if _is_further(made, found) else []
    return tuple(sorted(found, key=lambda report: (report.span, report.outlet.id)))


def _allowed(made: NamedReport, only: frozenset[str] | None) -> list[NamedReport]:
    return [made] if only is None or made.rule in only else []


def _place(link: Source) -> Span:
    return link.span or Span(0, 0, "")


def _is_further(made: NamedReport, found: Iterable[NamedReport]) -> bool:
    known = [report.date for report in found if report.outlet.id == made.outlet.id]
    return not known or (made.date is not None and made.date not in known and None not in known)


def _outlet_links(parse: Parse, attributions: Iterable[Attribution]) -> Iterator[tuple[Attribution, Source, list[Token]]]:
    """Every link that is an outlet whose name stands in the sentence of the cue, with its tokens."""
    for attribution in attributions:
        place = attribution.cue or attribution.content[0]
        near = parse.within(place.start, place.end)
        for link in attribution.chain:
            tokens = parse.within(link.span.start, link.span.end) if link.span and link.actor.kind is ActorKind.OUTLET else []
            if tokens and near and tokens[0].sent is near[0].sent and outlets_in(tokens) and link.named:
                yield attribution, link, tokens


def _named(link: Source, tokens: Sequence[Token], times: Iterable[TimeExpression], dct: Moment | None) -> NamedReport:
    """A report in its own words, dated by them: "a September report", "an earlier report"."""
    start, end = tokens[0].start, tokens[-1].end
    date = next((value for time in times if start <= time.span.start < end and (value := _date(time))), None)
    if date is None and dct is not None and any(is_earlier(token) for token in tokens):
        date = f"../{dct.day or dct.value}"
    return NamedReport(link.actor, _place(link), date, "reports.named-report")


def _day(parse: Parse, attribution: Attribution, times: Iterable[TimeExpression]) -> str | None:
    """The day beside the cue, outside what is said: "On the 18th CNN cited ...", "Reuters reported on Friday"."""
    verb = cue_verb(attribution, parse)
    if verb is None:
        return None
    for time in times:
        beside = verb.sent.start <= time.span.start < verb.sent.end and not any(span.overlaps(time.span) for span in attribution.content)
        day = _date(time) if beside else None
        if day is not None and len(day) == len("2025-10-18"):
            return day
    return None


def _date(time: TimeExpression) -> str | None:
    """A time expression's value as a date, without a time of day; None for durations and times without a place in the calendar."""
    if time.value is None or not time.value[:1].isdigit() or time.type not in (TimeType.DATE, TimeType.TIME):
        return None
    return time.value.split("T")[0]
