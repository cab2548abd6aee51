"""A child, seen from inside: confined to its limits, without network, answering one document after another until its parent is gone."""

from __future__ import annotations

import hashlib
import signal
import sys
import time
import traceback
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from sayso.errors import MissingPartError, SaysoError, UnreadableError, Why

NETWORK = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")


def main(arguments: list[str]) -> None:
    """Serve the parent at the other end of the pipe whose number, function and limits are given."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    pipe = Connection(int(arguments[0]))
    cpu, _, memory, file = (float(number) for number in arguments[3:7])
    try:
        function = _named(arguments[1])
        if arguments[2]:
            _named(arguments[2])()
        _confine(int(memory), int(file))
        pipe.send(("ready",))
    except Exception as error:
        pipe.send(("broken", error if isinstance(error, SaysoError) else MissingPartError(f"{type(error).__name__}: {error}")))
        return
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return
        _allow(cpu)
        _send(pipe, _answer(function, task))


def _named(name: str) -> Any:
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)


def _answer(function: Any, task: Any) -> tuple[Any, ...]:
    try:
        return "done", function(task)
    except UnreadableError as error:
        return "failed", error.why, str(error)
    except MissingPartError as error:
        return "broken", error
    except SaysoError as error:
        return "failed", Why.UNREADABLE, str(error)
    except MemoryError:
        return "failed", Why.CRASHED, "needs more memory than one document may take"
    except Exception as error:  # whatever a parser raises is this document's failure alone
        return "failed", Why.CRASHED, f"breaks the reader ({type(error).__name__}: {error!s:.200})", _digest(error)


def _send(pipe: Connection, answer: tuple[Any, ...]) -> None:
    with suppress(BrokenPipeError):
        try:
            pipe.send(answer)
        except BrokenPipeError:
            raise
        except Exception as error:  # a value that cannot be sent
            pipe.send(("failed", Why.CRASHED, f"gave an answer that cannot be sent ({type(error).__name__}: {error!s:.200})"))


def _digest(error: Exception) -> str:
    """Eight digits for where in the code an error arose: equal for documents that break the same thing."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    places = [f"{Path(frame.filename).name}:{frame.name}" for frame in frames]
    return hashlib.sha256("\n".join([type(error).__name__, *places]).encode()).hexdigest()[:8]


def _confine(memory: int, file: int) -> None:
    """No network, no large files, so much memory beyond what is loaded now; what this system cannot limit stays as it is."""
    sys.addaudithook(_refuse_network)
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (file, file))
        loaded = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (loaded + memory, loaded + memory))


def _refuse_network(event: str, _: tuple[Any, ...]) -> None:
    if event in NETWORK:
        raise PermissionError("no network where documents are read")


def _allow(cpu: float) -> None:
    """So much CPU from now on, and the end by SIGXCPU after it."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + cpu) + 1, hard))


if __name__ == "__main__":
    main(sys.argv[1:])
