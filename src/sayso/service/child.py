"""What children run: one document after another, read from what the ledger keeps of it."""

from __future__ import annotations

import gc

from sayso.model.reading import Reading
from sayso.service.arrivals import Task, incoming_of
from sayso.service.readings import read_incoming, warm_up


def warm() -> None:
    """Load all that reading needs, which then stays for good and need not be looked through again for what can be let go."""
    warm_up()
    gc.freeze()


def read_task(task: Task) -> Reading:
    """Return all that a document says; raise UnreadableError when there is no article in it."""
    return read_incoming(incoming_of(task.document, task.raw))
