"""Several mentions of one event are one event; what differs in who, when or how it stands is another."""

import pytest

from sayso import service

CASES = [
    pytest.param("Rebels attacked the port of Orla. The attack began at dawn.", "attacked", "attack", True, id="a noun that points back"),
    pytest.param("Kenya and Chad held talks in Rome. Their talks lasted two hours.", "held", "talks", True, id="a possessive noun"),
    pytest.param("Rebels attacked the port. An attack would be a crime, he said.", "attacked", "attack", False, id="any attack"),
    pytest.param("Kenya attacked Chad. Mali condemned Norway.", "attacked", "condemned", False, id="another type"),
    pytest.param("Kenya attacked Chad. Mali attacked Norway.", "attacked", "attacked", False, id="other sides"),
    pytest.param("Kenya attacked Chad on 3 May 2020. The attack of 9 June 2021 was worse.", "attacked", "attack", False, id="another day"),
]


@pytest.mark.parametrize(("text", "earlier", "later", "same"), CASES)
def test_later_mentions_join_the_first_when_nothing_speaks_against_it(text: str, earlier: str, later: str, same: bool) -> None:
    events = [event for event in service.read(text, published="2025-05-12").events if event.type]
    first = next(event for event in events if event.trigger.text == earlier)
    again = [event for event in events if event.trigger.text == later and event is not first]
    assert any(event.same_as == first.id for event in again) is same
