"""A peer that cannot run here says why, and leaves nothing behind that would look like an environment."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "bench" / "peers"))

import environments
from environments import Peer, PeerMissing, run_peer


def test_peer_whose_program_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(PeerMissing, match="no such-a-program on the PATH"):
        run_peer(Peer("clock", "clock.py", programs=("such-a-program",)), tmp_path, tmp_path)


def test_peer_that_does_not_install_leaves_no_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "clock.txt").write_text("./no-such-folder\n", encoding="utf-8")
    monkeypatch.setattr(environments, "HERE", tmp_path)
    with pytest.raises(PeerMissing):
        run_peer(Peer("clock", "clock.py"), tmp_path, tmp_path)
    assert not (tmp_path / ".venv-clock").exists()


def test_peer_whose_script_fails_says_its_last_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "clock.py").write_text("raise ValueError('it is wound down')", encoding="utf-8")
    monkeypatch.setattr(environments, "HERE", tmp_path)
    monkeypatch.setattr(environments, "_python", lambda name: Path(sys.executable))
    with pytest.raises(PeerMissing, match="ValueError: it is wound down"):
        run_peer(Peer("clock", "clock.py"), tmp_path, tmp_path)
