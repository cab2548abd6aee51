"""Standing of events: at given places, and of those that the reader finds."""

from __future__ import annotations

from sayso.bench.rows import Row, article, given_spans
from sayso.language.parse import parser
from sayso.model.event import Event, Standing, StandingLabel
from sayso.model.moment import Moment
from sayso.model.span import Span
from sayso.reading.reader import annotate

_LABELS = {StandingLabel.COUNTERFACTUAL: "denied", StandingLabel.UNKNOWN: "other"}  # the benchmark has neither of the two


def standing(row: Row) -> Row:
    """Predict ``label`` and ``source`` of the events whose spans are given, from id, text, date and those spans."""
    found = annotate(parser().parse(row["text"]), article(row), at=given_spans(row))
    standings = {standing.event: standing for standing in found.standings}
    sources = {said.id: said.source.span for said in found.attributions}
    return {
        "events": [
            {"start": given["start"], "end": given["end"], **_answer(standings.get(event.id), sources)}
            for given, event in zip(row["events"], found.events, strict=True)
        ]
    }


def talk(row: Row) -> Row:
    """Predict the events that the reader finds by itself, and the standing of those whose places are given, from id, text, date and places.

    Of each event found: its place, phrase, type, ``label``, and ``today``: whether it is dated to the day of publication, or to no day.
    """
    own = article(row)
    parse = parser().parse(row["text"])
    found = annotate(parse, own)
    labels = {standing.event: standing.label for standing in found.standings}
    rows = [
        {
            "start": event.trigger.start,
            "end": event.trigger.end,
            "phrase": [event.phrase.start, event.phrase.end],
            "type": event.type.value if event.type else None,
            "label": label_of(labels.get(event.id)),
            "today": _today(event, own.published),
        }
        for event in found.events
    ]
    return {"found": rows, "given": standing(row)["events"]}


def _today(event: Event, dct: Moment | None) -> bool:
    return event.time is None or (dct is not None and not event.time.before(dct) and not dct.before(event.time))


def label_of(label: StandingLabel | None) -> str:
    """Return the benchmark's name of a standing."""
    return _LABELS.get(label, label.value) if label else "other"


def _answer(standing: Standing | None, sources: dict[str, Span | None]) -> Row:
    if standing is None:
        return {"label": "other"}
    source = sources.get(standing.according_to or "")
    label = label_of(standing.label)
    return {"label": label, "source": {"start": source.start, "end": source.end}} if source else {"label": label}
