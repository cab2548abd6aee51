"""A reader that costs nothing, for tests of what happens around reading: it makes Readings up, or misbehaves, as the text tells it to."""

import os
import time

from sayso.bench.made_up import readings
from sayso.errors import UnreadableError, Why
from sayso.model.reading import Reading
from sayso.service.arrivals import Task

READER = "tests.service.cheap:read_task"
MADE = list(readings(12, claims=2))


def read_task(task: Task) -> Reading:
    word, _, rest = task.raw.decode().strip().partition(" ")
    if word == "die":
        os.abort()
    if word == "hang":
        time.sleep(60)
    if word == "slow":
        time.sleep(0.05)
    if word == "list":
        raise UnreadableError("it is a list of links", why=Why.NOT_ARTICLE)
    if word == "wall":
        raise UnreadableError("it asks to log in", why=Why.WALL)
    return MADE[int(rest)]
