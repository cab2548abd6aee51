"""A1, A2, A8, D8 at the command line: a killed or stopped `sayso add` goes on where it was, and nothing that needs no network opens it."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import sayso
from tests.cli.test_ledger_commands import CHEAP, run
from tests.reliability.sizes import size

DOCUMENTS, POINTS = size(40, 500), size(5, 1_000)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news") / "inbox"
    folder.mkdir()
    for number in range(DOCUMENTS):
        word = "wall" if number % 7 == 6 else "list" if number % 11 == 10 else "slow"
        (folder / f"{number:03}.txt").write_text(f"{word} {number % 12}{' ' * number}", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(inbox: Path) -> str:
    """The digest of a ledger that nobody disturbed."""
    run(inbox.parent, "add", "inbox", "--store", "calm.sayso")
    return run(inbox.parent, "doctor", "--digest", "--store", "calm.sayso").stdout


def started(inbox: Path, store: Path) -> subprocess.Popen[str]:
    path = os.pathsep.join([str(Path(sayso.__file__).parents[1]), str(Path(__file__).parents[2])])
    command = [sys.executable, "-c", CHEAP, "add", "inbox", "--store", str(store), "--json"]
    return subprocess.Popen(
        command, cwd=inbox.parent, env={"PATH": "", "PYTHONPATH": path}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def accounted(store: Path) -> None:
    """Seen = read + failed + skipped + waiting, whatever happened."""
    with sayso.open(store) as ledger:
        counts = ledger.counts()
    assert counts.seen == counts.read + counts.failed + counts.skipped + counts.waiting


def test_adding_after_being_killed_gives_what_an_undisturbed_run_gives(inbox: Path, tmp_path: Path, undisturbed: str) -> None:
    chance, store = random.Random(1), tmp_path / "news.sayso"
    for point in range(POINTS):
        process = started(inbox, store)
        assert process.stdout is not None
        for _ in range(chance.randint(0, 2) if point else 0):
            process.stdout.readline()
        time.sleep(chance.uniform(0, 0.5))
        process.kill()
        process.communicate()
        accounted(store)
    assert run(inbox.parent, "add", "inbox", "--store", str(store)).returncode == 3
    assert run(inbox.parent, "doctor", "--digest", "--store", str(store)).stdout == undisturbed


def test_ctrl_c_stops_cleanly_and_the_next_run_goes_on(inbox: Path, tmp_path: Path, undisturbed: str) -> None:
    store = tmp_path / "news.sayso"
    process = started(inbox, store)
    assert process.stdout is not None
    process.stdout.readline()  # something is read
    process.send_signal(signal.SIGINT)
    _, complaints = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "`sayso add` goes on with it" in complaints
    assert "Traceback" not in complaints
    accounted(store)
    run(inbox.parent, "add", "--store", str(store))  # without naming anything
    run(inbox.parent, "add", "inbox", "--store", str(store))
    assert run(inbox.parent, "doctor", "--digest", "--store", str(store)).stdout == undisturbed


def test_two_runs_at_once_read_everything_once(inbox: Path, tmp_path: Path, undisturbed: str) -> None:
    store = tmp_path / "news.sayso"
    complaints = [process.communicate(timeout=120)[1] for process in [started(inbox, store), started(inbox, store)]]
    assert [words for words in complaints if "locked" in words or "Traceback" in words] == []
    assert run(inbox.parent, "doctor", "--digest", "--store", str(store)).stdout == undisturbed


WATCHED = """
import sys
asked = {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}
sys.addaudithook(lambda event, arguments: event in asked and print("NETWORK", event, file=sys.stderr))
from sayso.cli.app import main; main()
"""


def test_adding_files_finding_and_checking_open_no_socket(tmp_path: Path) -> None:
    """With the reader that ships, whose processes refuse the network themselves."""
    path = os.pathsep.join([str(Path(sayso.__file__).parents[1])])
    example = Path(__file__).parents[2] / "examples" / "4-north-tribune.html"
    for arguments, words in (
        (["add", str(example)], "1 seen · 1 read"),
        (["find", "outlet:Tribune"], "Tribune"),
        (["doctor", "--check"], ""),
        (["export"], '"kind":"raw"'),
    ):
        done = subprocess.run(
            [sys.executable, "-c", WATCHED, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False,
            env={"PATH": "", "PYTHONPATH": path},
        )  # fmt: skip
        assert (done.returncode, "NETWORK" in done.stderr) == (0, False), done.stderr
        assert words in done.stdout
