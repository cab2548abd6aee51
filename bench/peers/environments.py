"""Peers run in environments of their own, apart from ours and from each other's."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def run_peer(script: str, source: Path, target: Path, *, requirements: str, folder: str) -> dict[str, Any]:
    """Run a peer's script, beside this file, over a benchmark file, in an environment of these requirements; return what it took."""
    command = [str(_python(requirements, folder)), str(HERE / script), str(source), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def _python(requirements: str, folder: str) -> Path:
    """The Python of an environment, made on first use from a file of requirements with hashes."""
    python = HERE / folder / "bin" / "python"
    if not python.exists():
        print(f"making an environment of {requirements} (once) ...", file=sys.stderr)
        venv.create(HERE / folder, with_pip=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(HERE / requirements)]
        subprocess.run(command, check=True)
    return python
