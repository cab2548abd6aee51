"""Events as PLOVER sees them: who did what to whom."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.bench.rows import Row, article, moment
from sayso.exchange.plover import filed
from sayso.language.parse import parser
from sayso.model.actor import Actor, Mention
from sayso.model.event import Event, EventType, StandingLabel
from sayso.reading.actors import actor_of
from sayso.reading.reader import annotate


def events(row: Row) -> Row:
    """Predict ``events`` from id, text and date."""
    found = annotate(parser().parse(row["text"]), article(row))
    labels = {standing.event: standing.label for standing in found.standings}
    return {
        "events": [_event(event, kind, labels.get(event.id, StandingLabel.UNKNOWN)) for event, kind in filed(found.events, found.standings)]
    }


def events_with_given_actors(row: Row) -> Row:
    """Predict ``events`` whose sides are those that the row gives: each pair with the event that shares most words with it."""
    coded, answers = events(row)["events"], []
    for given in row["events"]:
        best = max(coded, key=lambda event: _shared(event, given), default=None)
        if best:
            answers.append({**best, **{side: [_given(row, words) for words in given.get(side, ())] for side in ("source", "target")}})
    return {"events": answers}


def _event(event: Event, kind: EventType, label: StandingLabel) -> Row:
    sides = {"source": _coded(event.actors), "target": _coded(event.recipients)}
    mutual = {"reciprocal": True} if len(event.actors) > 1 and not event.recipients else {}
    return {"plover": kind.value, "mode": event.mode or "", "standing": label.value, **sides, **mutual}


def _coded(mentions: Iterable[Mention]) -> list[Row]:
    return [_side(mention.span.text, mention.actor) for mention in mentions]


def _given(row: Row, words: Row) -> Row:
    return _side(words["text"], actor_of(words["text"], date=moment(row.get("date")), context=row["text"]))


def _side(text: str, actor: Actor) -> Row:
    return {"text": text, "code": actor.country or "", "sector": actor.sector or ""}


def _shared(event: Row, given: Row) -> int:
    def words(row: Row, side: str) -> set[str]:
        return {word for actor in row.get(side, ()) for word in actor["text"].lower().split()}

    return sum(len(words(event, side) & words(given, side)) for side in ("source", "target"))
