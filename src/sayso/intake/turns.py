"""Turns: one request at a time to a host, at least a second apart, more where it asks for more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sayso.errors import PostponedError
from sayso.intake.clock import Clock

GAP = 1.0  # seconds from the end of one request to the start of the next
PATIENCE = 30.0  # seconds that are waited for; more is for another visit


class Turns:
    """Who may ask which host when; safe to be shared by threads."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = Lock()
        self._hosts: dict[str, Lock] = {}
        self._free: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str, delay: float = 0.0) -> Iterator[None]:
        """Hold the host for one request, when its time has come; raise PostponedError when that is too far off."""
        with self._lock:
            lock = self._hosts.setdefault(host, Lock())
        with lock:
            wait = self._free.get(host, 0.0) - self._clock.passed()
            if wait > PATIENCE:
                raise PostponedError(f"{host} asks to be left alone for another {wait:,.0f} seconds", seconds=wait)
            if wait > 0:
                self._clock.wait(wait)
            try:
                yield
            finally:
                self._free[host] = max(self._free.get(host, 0.0), self._clock.passed() + max(GAP, delay))

    def rest(self, host: str, seconds: float) -> None:
        """Leave the host alone for so long."""
        self._free[host] = max(self._free.get(host, 0.0), self._clock.passed() + seconds)
