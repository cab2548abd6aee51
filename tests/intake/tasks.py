"""Functions that children run in the tests: honest, slow, greedy, deadly."""

import os
import signal
import socket
import time
from pathlib import Path

from sayso.errors import MissingPartError, UnreadableError, Why

WARMED: list[str] = []


def warm() -> None:
    """Load what all documents need."""
    WARMED.append("warm")


def work(task: str) -> object:
    """Do what the task says."""
    word, _, rest = task.partition(" ")
    if word == "fine":
        return rest.upper()
    if word == "warmed":
        return list(WARMED)
    if word == "refuse":
        raise UnreadableError("it is a wall", why=Why.WALL)
    if word == "raise":
        raise KeyError(rest)
    if word == "missing":
        raise MissingPartError("the model is not installed")
    if word == "hang":
        time.sleep(60)
    if word == "spin":
        while True:
            pass
    if word == "eat":
        return len(b"x" * 4 * 2**30)
    if word == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    if word == "leave":
        os._exit(3)
    if word == "connect":
        socket.create_connection(("127.0.0.1", int(rest)), 1)
    if word == "write":
        Path(rest).write_bytes(b"x" * 2**23)
    if word == "unsendable":
        return lambda: None
    return len(task)
