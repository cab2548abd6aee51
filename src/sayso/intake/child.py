"""One child, seen from its parent: started, given a document, listened to, killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import astuple, dataclass
from math import inf
from multiprocessing import Pipe
from time import monotonic
from typing import Any, Protocol

from sayso.errors import MissingPartError, SaysoError, Why

STARTING = 120.0  # seconds until a child must be ready: a reader's models take a few


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: seconds of CPU and of time, bytes of memory beyond the program itself, bytes of a file.

    A child is replaced after ``documents``, since parsers remember.
    """

    cpu: float = 10.0
    time: float = 30.0
    memory: int = 2**30
    file: int = 2**28  # py3langid unpacks its model into one, of more than 64 MiB
    documents: int = 2_000


class Job(Protocol):
    """What a child works at: a task that an answer is written into."""

    task: Any
    value: Any
    why: Why | None
    reason: str | None
    digest: str | None
    is_over: bool


class Child:
    """A process that runs one function over one document at a time."""

    def __init__(self, function: str, limits: Limits, warm: str | None = None) -> None:
        self._function, self._limits, self._warm = function, limits, warm
        self._start()

    def _start(self) -> None:
        self.pipe, theirs = Pipe()
        numbers = [str(number) for number in astuple(self._limits)]
        command = [sys.executable, "-m", "sayso.intake.worker", str(theirs.fileno()), self._function, self._warm or "", *numbers[:4]]
        environment = {"OMP_NUM_THREADS": "1", **os.environ, "PYTHONPATH": os.pathsep.join(place for place in sys.path if place)}
        nowhere = subprocess.DEVNULL
        self._process = subprocess.Popen(
            command, stdin=nowhere, stdout=nowhere, stderr=nowhere, pass_fds=[theirs.fileno()], env=environment
        )
        theirs.close()
        self._job: Job | None = None
        self._is_ready, self._given = False, 0
        self.deadline = monotonic() + STARTING

    @property
    def is_idle(self) -> bool:
        """Whether it is ready and has nothing to do."""
        return self._is_ready and self._job is None

    def give(self, job: Job) -> None:
        """Let it work at a job."""
        self._job, self._given = job, self._given + 1
        self.deadline = monotonic() + self._limits.time
        with suppress(OSError):  # it has died, which listening will tell
            self.pipe.send(job.task)

    def listen(self) -> None:
        """Take its answer, or learn that it has died."""
        try:
            word, *said = self.pipe.recv()
        except (EOFError, OSError):
            self._died()
            return
        except Exception as error:  # an answer that cannot be made of its bytes again
            self._over(Why.CRASHED, f"its answer could not be taken ({type(error).__name__}: {error!s:.200})")
            return
        if word == "broken":
            raise said[0] if isinstance(said[0], SaysoError) else MissingPartError(f"{self._function} cannot be run: {said[0]}")
        if word == "ready":
            self._is_ready, self.deadline = True, inf
        elif word == "done" and self._job:
            self._job.value = said[0]
            self._over()
        else:
            self._over(*said)

    def out_of_time(self) -> None:
        """Kill it, since its document takes too long."""
        self.kill()
        if self._job is None:
            raise MissingPartError(f"{self._function} was not ready after {STARTING:.0f} seconds: is the machine overloaded?")
        self._over(Why.SLOW, f"took longer than {self._limits.time:g} seconds", restart=True)

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.wait()
        self.pipe.close()

    def _died(self) -> None:
        self.kill()
        code = self._process.returncode
        if self._job is None:
            raise MissingPartError(f"{self._function} cannot be run: its process ended with {_ending(code)} before it was ready")
        if code == -signal.SIGXCPU:
            self._over(Why.SLOW, f"took more than {self._limits.cpu:g} seconds of CPU", restart=True)
        else:
            self._over(Why.CRASHED, f"ended the process that read it ({_ending(code)})", restart=True)

    def _over(self, why: Why | None = None, reason: str | None = None, digest: str | None = None, *, restart: bool = False) -> None:
        job = self._job
        if job:
            job.why, job.reason, job.digest, job.is_over = why, reason, digest, True
        self._job, self.deadline = None, inf
        is_worn = self._given >= self._limits.documents or why is Why.CRASHED  # after an error of memory nothing is sure
        if is_worn and not restart:
            self.kill()
        if is_worn or restart:
            self._start()


def _ending(code: int) -> str:
    try:
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"
    except ValueError:
        return f"signal {-code}"
