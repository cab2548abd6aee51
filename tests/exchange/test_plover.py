"""PLOVER's view of types and standings."""

import pytest

from sayso.exchange.plover import filed
from sayso.model.event import Certainty, Event, EventType, Relation, Standing, StandingLabel
from sayso.model.plover import plover_view
from sayso.model.span import Span

TEXT = "Kenya promised to release the sailors."


@pytest.mark.parametrize(
    ("kind", "label", "relation", "view"),
    [
        pytest.param("CONSULT", "happened", "past", "CONSULT", id="a meeting that took place"),
        pytest.param("CONSULT", "planned", "future", "AGREE", id="a planned meeting"),
        pytest.param("AID", "possible", "future", "AGREE", id="possible aid"),
        pytest.param("ASSAULT", "planned", "future", "THREATEN", id="an announced attack"),
        pytest.param("ASSAULT", "possible", "past", "ASSAULT", id="what may have been an attack"),
        pytest.param("ASSAULT", "possible", "future", None, id="an attack that is only possible"),
        pytest.param("RETREAT", "planned", "future", "RETREAT", id="a planned withdrawal stays one"),
        pytest.param("RETREAT", "denied", "future", "REJECT", id="a ban that will not be lifted"),
        pytest.param("CONSULT", "denied", "past", None, id="a meeting that was not held"),
        pytest.param("CONSULT", "counterfactual", "past", None, id="a meeting contrary to fact"),
    ],
)
def test_plover_view(kind: str, label: str, relation: str, view: str | None) -> None:
    assert plover_view(EventType(kind), StandingLabel(label), Relation(relation)) == (EventType(view) if view else None)


def event(trigger: str, phrase: str, kind: EventType, confidence: float = 0.8) -> Event:
    def at(words: str) -> Span:
        return Span.cut(TEXT, TEXT.index(words), TEXT.index(words) + len(words))

    return Event(f"e-{trigger}", at(trigger), at(phrase), kind, "events.test", confidence=confidence)


def test_filed_leaves_out_what_is_promised() -> None:
    promise = event("promised", "promised to release the sailors", EventType.AGREE)
    release = event("release", "release the sailors", EventType.RETREAT)
    assert filed([release, promise], []) == [(promise, EventType.AGREE)]


def test_filed_leaves_out_the_uncertain() -> None:
    assert filed([event("release", "release the sailors", EventType.RETREAT, 0.3)], []) == []


def test_filed_takes_the_view_of_the_standing() -> None:
    release = event("release", "release the sailors", EventType.AID)
    planned = Standing(release.id, StandingLabel.PLANNED, Certainty.CERTAIN, True, Relation.FUTURE, None, "standing.test")
    assert filed([release], [planned]) == [(release, EventType.AGREE)]
