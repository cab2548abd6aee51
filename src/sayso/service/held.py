"""Both doors of one ledger, held by one owner: opened together, closed together."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from sayso.errors import UsageError
from sayso.ledger import doors
from sayso.ledger.base import Writer


class Held:
    """An open ledger; with ``read_only`` its door for writing stays shut."""

    def __init__(self, where: str | Path, *, read_only: bool = False) -> None:
        self.where = str(where)
        self._writer = None if read_only else doors.open_writer(where)
        try:
            self.view = doors.open_view(where)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        for door in (self._writer, getattr(self, "view", None)):
            if door:
                door.close()

    @property
    def writer(self) -> Writer:
        """The door for writing; raises UsageError when it is shut."""
        if self._writer is None:
            raise UsageError(f"{self.where} was opened for reading only; open it without read_only")
        return self._writer
