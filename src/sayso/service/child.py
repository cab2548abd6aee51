"""What children run. Importing this loads all that reading needs, before a child is confined and before its first document is timed."""

from __future__ import annotations

import gc

from sayso.model.reading import Reading
from sayso.service.arrivals import Task, incoming_of
from sayso.service.readings import read, read_incoming

read("The mayor said on Monday that the bridge would close.", published="2025-05-12")
gc.freeze()  # what is loaded now stays for good, and need not be looked through again


def read_task(task: Task) -> Reading:
    """Return all that a document says; raise UnreadableError when there is no article in it."""
    return read_incoming(incoming_of(task.document, task.raw))
