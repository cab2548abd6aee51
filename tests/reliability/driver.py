"""What runs in processes of its own, so that it can be killed: adding invented documents, and saying which are done."""

from __future__ import annotations

import random
import resource
import signal
from contextlib import closing
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from sayso.bench.made_up import readings
from sayso.errors import LedgerError
from sayso.ledger.doors import open_writer
from sayso.model.document import Document, DocumentState
from sayso.model.reading import Reading

SPAWN = get_context("forkserver")
SPAWN.set_forkserver_preload(["tests.reliability.driver"])


@cache
def documents(count: int) -> list[tuple[Document, bytes, Reading]]:
    """Documents with their bytes and readings; every seventh cannot be read, every eleventh is not for reading."""
    made = []
    for reading in readings(count, claims=2):
        raw = reading.article.text.encode()
        made.append((Document.of(raw, place="inbox", first_seen="2026-03-12T12:00:00+00:00", url=reading.article.url), raw, reading))
    return made


def add(where: str, count: int, done: Connection | None = None, order: int = 0) -> None:
    """Add the documents that are not done yet, and send the id of each that is."""
    with closing(open_writer(where)) as writer:
        rows = list(enumerate(documents(count)))
        if order:
            random.Random(order).shuffle(rows)
        for number, (document, raw, reading) in rows:
            if writer.see(raw, document).state is not DocumentState.WAITING:
                continue
            if number % 7 == 6:
                writer.fail(document.id, "no body could be found in it")
            elif number % 11 == 10:
                writer.skip(document.id, "not English")
            else:
                writer.read(document.id, reading)
            if done:
                done.send(document.id)


def add_within(where: str, count: int, most: int, said: Connection) -> None:
    """Add documents while no file may grow beyond this many bytes, and send what went wrong."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        add(where, count)
        said.send("")
    except LedgerError as error:
        said.send(f"{type(error).__name__}: {error}")


def started(target: Any, *arguments: object) -> BaseProcess:
    """A process that runs a function of this module."""
    process = SPAWN.Process(target=target, args=arguments)
    process.start()
    return process
