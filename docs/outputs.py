"""The outputs in the docs are real: this runs the commands of every ``console`` block and writes what they print.

    python docs/outputs.py            # rewrite README.md and docs/*.md in place
    python docs/outputs.py --check    # say which are out of date, and exit 1

A block's line that starts with ``$ sayso`` is run in a folder that looks like the project's, one a page, so that what a command leaves
there is there for the next; it is followed by its output. Other commands are left as they are.
The words ``lines=N`` after ``console`` keep the first N lines of each output.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(r"^```console(?: lines=(?P<lines>\d+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def pages() -> list[Path]:
    """Return the pages whose outputs are kept true."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def refreshed(page: str) -> str:
    """Return a page with the output of every ``$ sayso`` command as it is today."""

    def block(found: re.Match[str]) -> str:
        info = f" lines={found['lines']}" if found["lines"] else ""
        commands = [line for line in found["body"].splitlines() if line.startswith("$ ")]
        if not any(command.startswith("$ sayso") for command in commands):
            return found.group()
        return f"```console{info}\n" + "".join(_shown(command, found["lines"], here) for command in commands) + "```"

    with folder() as here:
        return _BLOCK.sub(block, page)


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder that has all that the project's has, and forgets what is added."""
    with tempfile.TemporaryDirectory() as name:
        for path in ROOT.iterdir():
            if not path.name.startswith(".") and path.suffix not in (".sayso", ".jsonl"):
                (Path(name) / path.name).symlink_to(path)
        yield Path(name)


def _shown(command: str, lines: str | None, here: Path) -> str:
    if not command.startswith("$ sayso"):
        return command + "\n"
    printed = run(command[2:], here)
    if lines and len(printed) > int(lines):
        printed = [*printed[: int(lines)], "..."]
    return "\n".join([command, *printed]) + "\n"


def run(command: str, here: Path) -> list[str]:
    """Run a sayso command in a folder and return the lines it prints on stdout."""
    arguments = shlex.split(command)[1:]
    code = "from sayso.cli.app import main; main()"
    plain = {name: value for name, value in os.environ.items() if not name.startswith("SAYSO_")}
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False, cwd=here, env=plain)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command!r} failed: {done.stderr}")
    return [line.rstrip() for line in done.stdout.rstrip("\n").splitlines()]


def main() -> int:
    """Rewrite or check every page."""
    stale = []
    for page in pages():
        words = page.read_text(encoding="utf-8")
        if (today := refreshed(words)) != words:
            stale.append(page.name)
            if "--check" not in sys.argv[1:]:
                page.write_text(today, encoding="utf-8")
    print("\n".join(stale) or "every output is as the docs show it")
    return int(bool(stale) and "--check" in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
