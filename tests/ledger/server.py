"""A PostgreSQL server for the tests: found where Debian or the path has it, started on a socket of its own, stopped after them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def binaries() -> Path | None:
    """The folder with ``initdb`` and ``pg_ctl``, or None."""
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = shutil.which("initdb")
    folders = [*known, *([Path(on_path).resolve().parent] if on_path else [])]
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def why_not() -> str | None:
    """Why no tests can run on PostgreSQL, or None when they can."""
    if binaries() is None:
        return "no PostgreSQL server is installed (Debian: apt-get install postgresql)"
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return "psycopg is not installed (the extra [pg])"
    return None if _user() or os.geteuid() != 0 else "PostgreSQL does not run as root, and there is no user postgres"


def _user() -> str | None:
    """Who the server runs as: not root."""
    if os.geteuid() != 0:
        return None
    import pwd

    return next((entry.pw_name for entry in pwd.getpwall() if entry.pw_name == "postgres"), None)


@contextmanager
def running() -> Iterator[str]:
    """Start a server and give the folder of its socket."""
    folder = Path(tempfile.mkdtemp(prefix="sayso-pg-"))
    found = binaries()
    assert found is not None
    if user := _user():
        shutil.chown(folder, user)
    _run(found / "initdb", "-D", str(folder / "data"), "-U", "postgres", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C")
    options = f"-c listen_addresses='' -k {folder} -c fsync=off"
    _run(found / "pg_ctl", "-D", str(folder / "data"), "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield str(folder)
    finally:
        _run(found / "pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: Path, *arguments: str) -> None:
    command = [str(program), *arguments]
    done = subprocess.run(command, user=_user(), cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(f"{program.name} failed: {done.stderr}")
