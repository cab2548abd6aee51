"""Ledgers read by a reader that costs nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.intake.child import Limits
from sayso.service import newsroom
from sayso.service.ledger import Ledger
from tests.service.cheap import READER


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    monkeypatch.setattr(newsroom, "READER", READER)
    monkeypatch.setattr(newsroom, "WARM", None)
    monkeypatch.setattr(newsroom, "LIMITS", Limits(cpu=20, time=40))
    with sayso.open(tmp_path / "news.sayso") as opened:
        yield opened


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder of ten documents, three of which cannot be read."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    for number in range(7):
        (folder / f"{number}.txt").write_text(f"read {number}", encoding="utf-8")
    for name in ("die", "list", "wall"):
        (folder / f"{name}.txt").write_text(name, encoding="utf-8")
    return folder
