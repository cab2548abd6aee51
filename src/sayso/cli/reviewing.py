"""Reviewing in a terminal: the queue of claims, the least certain first, one key a decision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from sayso.cli.beside import beside
from sayso.cli.keys import key, line
from sayso.cli.terminal import colour, complain, width
from sayso.errors import UsageError
from sayso.ledger.base import Hit

if TYPE_CHECKING:
    from sayso.service.ledger import Ledger

HELP = "a accept · r reject · c correct · u unsure · n note · s skip · z undo · q quit · ? what the keys do"
PARTS = {
    "w": ("words", "as they stand in the text"),
    "s": ("source", "who says so"),
    "t": ("standing", "happened, planned, possible, denied, counterfactual or unknown"),
    "d": ("date", "when it happens, such as 2025-11 or 2025-11-02"),
}
DECIDE = {"a": "accept", "r": "reject", "u": "unsure"}


class Review:
    """One sitting: which claims were shown, and what was decided about them, so that it can be taken back."""

    def __init__(self, ledger: Ledger, by: str | None) -> None:
        self._ledger, self._by = ledger, by
        self._made: list[tuple[str, Hit]] = []
        self._again: list[Hit] = []  # to be shown before the rest of the queue, the last first

    def run(self) -> int:
        """Go through the queue until it ends or somebody quits; return how many judgements were made and not taken back."""
        waiting = queue(self._ledger)
        while hit := self._again.pop() if self._again else next(waiting, None):
            typer.echo(self._shown(hit))
            pressed = key()
            if pressed in ("q", "\x04", ""):
                break
            if pressed == "z":
                self._take_back(hit)
            elif not self._decided(pressed, hit):
                self._again.append(hit)
        return len(self._made)

    def _shown(self, hit: Hit) -> str:
        reading = self._ledger.reading(hit.article)
        return f"\n{beside(hit, reading.article.text if reading else hit.span.text, color=colour(), width=width())}\n{HELP}"

    def _decided(self, pressed: str, hit: Hit) -> bool:
        """Do what a key stands for; say whether that is all about this claim."""
        try:
            if pressed in DECIDE:
                self._keep(self._ledger.judge(hit.claim, DECIDE[pressed], by=self._by).id, hit)
            elif pressed == "n":
                typer.echo("note: ", nl=False)
                self._keep(self._ledger.judge(hit.claim, "note", by=self._by, why=line()).id, hit)
                return False
            elif pressed == "c":
                return self._corrected(hit)
            elif pressed not in ("s", " "):
                typer.echo(f"{pressed!r} is none of these keys")
                return False
        except UsageError as error:
            complain(str(error))
            return False
        return True

    def _corrected(self, hit: Hit) -> bool:
        typer.echo(" · ".join(f"{letter} {name}" for letter, (name, _) in PARTS.items()))
        part = PARTS.get(key())
        if part is None:
            return False
        typer.echo(f"{part[0]} ({part[1]}): ", nl=False)
        written = line()
        if not written:
            return False
        parts: dict[str, str] = {part[0]: written}
        self._keep(self._ledger.correct(hit.claim, by=self._by, **parts).id, hit)
        return True

    def _keep(self, judgement: str, hit: Hit) -> None:
        self._made.append((judgement, hit))
        typer.echo(f"kept as {judgement}")

    def _take_back(self, hit: Hit) -> None:
        """Take the last decision of this sitting back, and show the claim it was about again."""
        self._again.append(hit)
        if not self._made:
            typer.echo("nothing to take back")
            return
        judgement, before = self._made.pop()
        self._ledger.undo(judgement, by=self._by)
        typer.echo(f"took {judgement} back")
        if before.claim != hit.claim:
            self._again.append(before)


def queue(ledger: Ledger) -> Iterator[Hit]:
    """Yield all claims that nobody has judged."""
    after = None
    while hits := ledger.queue(limit=50, after=after):
        yield from hits
        after = hits[-1].cursor
