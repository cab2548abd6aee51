"""The scorers of talk and of false alarms count what they say they count."""

from typing import Any

import pytest

from sayso.bench import alarm_scores, talk_scores

Row = dict[str, Any]


def gold(category: str, label: str) -> Row:
    return {"id": category, "category": category, "part": "seen", "events": [{"start": 4, "end": 8, "label": label, "type": "CONSULT"}]}


def found(label: str, *, today: bool = True, start: int = 4, phrase: tuple[int, int] = (20, 24)) -> list[Row]:
    return [{"start": start, "end": start + 4, "phrase": phrase, "type": "CONSULT", "label": label, "today": today}]


CASES = [
    pytest.param("planned", "planned", found("planned"), "talk", 1, id="a plan read as a plan is right"),
    pytest.param("planned", "planned", found("happened"), "talk", 0, id="a plan read as happened is wrong"),
    pytest.param("planned", "planned", [], "talk", 1, id="a plan not found is not filed"),
    pytest.param("happened", "happened", found("happened"), "happened", 1, id="a happening is found"),
    pytest.param("happened", "happened", found("happened", start=20), "happened", 0, id="a happening elsewhere is missed"),
    pytest.param("happened", "happened", found("happened", start=0, phrase=(0, 9)), "happened", 1, id="a light verb carries its noun"),
    pytest.param("recalled", "happened", found("happened"), "recalled", 0, id="an anniversary dated today is wrong"),
    pytest.param("recalled", "happened", found("happened", today=False), "recalled", 1, id="an anniversary dated to its day is right"),
]


@pytest.mark.parametrize(("category", "label", "events", "figure", "share"), CASES)
def test_talk_is_scored_by_category(category: str, label: str, events: list[Row], figure: str, share: float) -> None:
    guess: Row = {"id": category, "found": events, "given": [{"label": label}]}
    figures = talk_scores.score([gold(category, label)], [guess])["seen"]
    assert (figures[figure], figures["macro"]) == (share, 1)


def test_alarms_are_counted_on_neutral_sentences_and_hits_on_the_others() -> None:
    rows = [{"id": "a", "quad": 0}, {"id": "b", "quad": 4}, {"id": "c", "quad": 1}]
    made: list[Row] = [
        {"id": "a", "events": []},
        {"id": "b", "events": [{"plover": "ASSAULT"}]},
        {"id": "c", "events": [{"plover": "AID"}]},
    ]
    assert alarm_scores.score(rows, made) == {"quiet": 1, "heard": 1, "quad": 0.5}
