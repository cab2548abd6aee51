"""Predictions in the benchmark's own shape, by the ordinary reader: no special path for benchmarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.bench.rows import Row, Task
from sayso.bench.tasks.actors import actors
from sayso.bench.tasks.attribution import attributions, chains
from sayso.bench.tasks.events import events, events_with_given_actors
from sayso.bench.tasks.standing import standing, talk
from sayso.bench.tasks.times import event_dates, times
from sayso.errors import UsageError

TASKS: dict[str, Task] = {
    "attribution": attributions,
    "chains": chains,
    "times": times,
    "event-dates": event_dates,
    "events": events,
    "alarms": events,
    "actors": actors,
    "standing": standing,
    "talk": talk,
}


def predict(task: str, rows: Iterable[Row], *, given_actors: bool = False) -> Iterator[Row]:
    """Yield one prediction a row, in order, with the row's id; raise UsageError on a task nobody knows or a row that lacks a field."""
    if task not in TASKS:
        raise UsageError(f"there is no task {task!r}; expected one of {', '.join(TASKS)}")
    answer = events_with_given_actors if given_actors and task == "events" else TASKS[task]
    for number, row in enumerate(rows, 1):
        try:
            yield {"id": row["id"], **answer(row)}
        except KeyError as error:
            raise UsageError(f"row {number} has no {error.args[0]!r}, which {task} reads; expected a benchmark row") from error
