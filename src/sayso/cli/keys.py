"""Keys: one decision a key, from a terminal without waiting for Enter, or from a pipe, where line ends count for nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress


def key() -> str:
    """Return the next key, or nothing at the end of the input."""
    with _unbuffered():
        while letter := sys.stdin.read(1):
            if letter not in "\r\n" or sys.stdin.isatty():
                return letter
    return ""


def line() -> str:
    """Return the next line, without its end and the blanks around it."""
    return sys.stdin.readline().strip()


@contextmanager
def _unbuffered() -> Iterator[None]:
    """A terminal that hands over each key at once; as it was afterwards."""
    before = None
    with suppress(ImportError, OSError, ValueError):
        import termios
        import tty

        if sys.stdin.isatty():
            before = termios.tcgetattr(sys.stdin)
            tty.setcbreak(sys.stdin, termios.TCSANOW)  # what was typed ahead stays
    try:
        yield
    finally:
        if before is not None:
            termios.tcsetattr(sys.stdin, termios.TCSANOW, before)
