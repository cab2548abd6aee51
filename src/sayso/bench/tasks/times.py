"""Times, and the dates of events at given places."""

from __future__ import annotations

from sayso.bench.rows import Row, article, given_spans
from sayso.language.parse import parser
from sayso.model.event import Event
from sayso.model.moment import Precision
from sayso.reading.reader import annotate, read

_KEPT = {Precision.YEAR: 4, Precision.MONTH: 7}


def times(row: Row) -> Row:
    """Predict ``timexes`` from id, text and dct."""
    found = read(article({"text": row["text"], "dct": row.get("dct")})).times
    return {"timexes": [{"start": t.span.start, "end": t.span.end, "type": t.type.value, "value": t.value or ""} for t in found]}


def event_dates(row: Row) -> Row:
    """Predict the ``date`` of the events whose spans are given, from id, text, dct and those spans."""
    found = annotate(parser().parse(row["text"]), article({"text": row["text"], "dct": row.get("dct")}), at=given_spans(row))
    dated = [(given["eid"], _date(event)) for given, event in zip(row["events"], found.events, strict=True)]
    return {"events": [{"eid": eid, "date": date} for eid, date in dated if date]}


def _date(event: Event) -> str | None:
    """The first day of an event's time as YYYY-MM-DD, cut to the month or year where it is known no finer."""
    if event.time is None or event.time.earliest is None:
        return None
    return event.time.earliest.date().isoformat()[: _KEPT.get(event.time.precision, 10)]
