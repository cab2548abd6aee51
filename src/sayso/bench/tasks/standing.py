"""Standing of events at given places."""

from __future__ import annotations

from sayso.bench.rows import Row, article, given_spans
from sayso.language.parse import parser
from sayso.model.event import Standing, StandingLabel
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


def _answer(standing: Standing | None, sources: dict[str, Span | None]) -> Row:
    if standing is None:
        return {"label": "other"}
    source = sources.get(standing.according_to or "")
    label = _LABELS.get(standing.label, standing.label.value)
    return {"label": label, "source": {"start": source.start, "end": source.end}} if source else {"label": label}
