"""Peers run in environments of their own, apart from ours and from each other's."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Peer:
    """Another project's reader: its pinned requirements are requirements/NAME.txt, its environment .venv-NAME, both beside this file."""

    name: str
    script: str
    programs: tuple[str, ...] = ()
    """What has to be on the PATH besides."""


class PeerMissing(Exception):
    """A peer cannot run here; says why, so that the others still can."""


def run_peer(peer: Peer, source: Path, target: Path) -> dict[str, Any]:
    """Run a peer's script over a benchmark file; return what it took. Raises PeerMissing if it does not install or run here."""
    for program in peer.programs:
        if shutil.which(program) is None:
            raise PeerMissing(f"no {program} on the PATH")
    done = subprocess.run([str(_python(peer.name)), str(HERE / peer.script), str(source), str(target)], capture_output=True, text=True)
    if done.returncode:
        raise PeerMissing(f"its script {peer.script} fails: {_last_line(done.stderr)}")
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def _python(name: str) -> Path:
    """The Python of a peer's environment, made on first use from requirements with hashes, and taken away again if they do not install."""
    folder, requirements = HERE / f".venv-{name}", HERE / "requirements" / f"{name}.txt"
    python = folder / "bin" / "python"
    if not python.exists():
        print(f"making an environment of {requirements.name} (once) ...", file=sys.stderr)
        venv.create(folder, with_pip=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(requirements)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            shutil.rmtree(folder)
            raise PeerMissing(_last_line(done.stderr))
    return python


def _last_line(errors: str) -> str:
    return next((line for line in reversed(errors.splitlines()) if line.strip()), "without a word")
