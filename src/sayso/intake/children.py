"""Children: a function run over many documents in processes of their own, which may hang or die without costing another document.

The function is given by name ("sayso.service:extract"), so that a child imports what it needs and nothing else. Each document has a limit
of CPU, of time and of memory; the child that goes over it is killed, its document reported with the reason, and a new one takes its place.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf
from multiprocessing.connection import wait
from time import monotonic
from typing import Any, Generic, TypeVar

from sayso.errors import Why
from sayso.intake.child import Child, Limits

T = TypeVar("T")
AHEAD = 8  # documents a child may be ahead of the one that is waited for


@dataclass(slots=True)
class Done(Generic[T]):
    """A task and what came of it: a value, or why there is none, in which case ``digest`` tells apart where in the code it broke."""

    task: T
    value: Any = None
    why: Why | None = None
    reason: str | None = None
    digest: str | None = None
    is_over: bool = False


def each(
    function: str, tasks: Iterable[T], *, workers: int = 2, limits: Limits | None = None, warm: str | None = None
) -> Iterator[Done[T]]:
    """Yield each task with what ``function(task)`` returned or why it did not, in the order of the tasks.

    ``warm`` names a function that each child calls first, to load what counts to no document's limits.
    ``tasks`` is drawn from as answers are taken, ``workers * AHEAD`` at most at once, so memory stays flat. Raises MissingPartError, or
    whatever importing raised, when the function cannot be run at all. Stop early by closing the iterator: no child outlives it.
    """
    drawn = iter(tasks)
    limits = limits or Limits()
    pool = [Child(function, limits, warm) for _ in range(workers)]
    line: deque[Done[T]] = deque()
    try:
        while True:
            has_more = _hand_out(drawn, pool, line, workers * AHEAD)
            while line and line[0].is_over:
                yield line.popleft()
                _listen(pool, 0.0)  # whoever takes the answers may have been long about it
                has_more = has_more and _hand_out(drawn, pool, line, workers * AHEAD)
            if not line and not has_more:
                return
            _listen(pool)
    finally:
        for child in pool:
            child.kill()


def _hand_out(drawn: Iterator[T], pool: list[Child], line: deque[Done[T]], most: int) -> bool:
    """Give the idle children work; say whether there may be more."""
    for child in pool:
        if child.is_idle and len(line) < most:
            try:
                done = Done(next(drawn))
            except StopIteration:
                return False
            line.append(done)
            child.give(done)
    return True


def _listen(pool: list[Child], most: float = inf) -> None:
    """Wait until a child has answered, died, or run out of time, or until ``most`` seconds are over."""
    listening = {child.pipe: child for child in pool if not child.is_idle}
    first = min((child.deadline for child in listening.values()), default=0.0)
    ready = wait(list(listening), timeout=min(max(first - monotonic(), 0.0) + 0.01, most))
    for pipe in ready:
        listening[pipe].listen()  # type: ignore[index]
    for child in pool:
        if not child.is_idle and child.pipe not in ready and child.deadline < monotonic():
            child.out_of_time()
