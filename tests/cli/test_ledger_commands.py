"""The commands of the ledger as a user meets them, over one ledger of invented documents that a cheap reader reads."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import sayso

CHEAP = """
from sayso.service import newsroom
newsroom.READER, newsroom.WARM = "tests.service.cheap:read_task", None
from sayso.cli.app import main
main()
"""


def run(where: Path, *arguments: str, text: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the folder of a ledger called news.sayso, as the default is."""
    path = os.pathsep.join([str(Path(sayso.__file__).parents[1]), str(Path(__file__).parents[2])])
    environment = {"PATH": "", "PYTHONPATH": path, **variables}
    command = [sys.executable, "-c", CHEAP, *arguments]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False, env=environment, cwd=where)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger of five documents, one of which cannot be read."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "inbox").mkdir()
    for number in range(4):
        (folder / "inbox" / f"{number}.txt").write_text(f"read {number}", encoding="utf-8")
    (folder / "inbox" / "wall.txt").write_text("wall", encoding="utf-8")
    done = run(folder, "add", "inbox", "--workers", "1")
    said = "5 seen · 4 read · 0 known already · 1 failed (`sayso doctor failed` tells why) · 8 claims\n"
    assert (done.returncode, done.stdout) == (3, said)
    assert done.stderr == "sayso: inbox/wall.txt: wall: it asks to log in\n"
    return folder


def test_add_tells_outcomes_as_json_and_exits_1_for_nothing(here: Path) -> None:
    done = run(here, "add", "inbox/0.txt", "-", "--json", text="read 5", SAYSO_STORE="other.sayso")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr
    assert [(row["what"], row["place"], row["claims"]) for row in rows] == [("read", "inbox/0.txt", 2), ("read", "-", 2)]
    assert run(here, "add", "--store", "empty.sayso").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        pytest.param(["add", "inbox", "--workers", "0"], "1 or more", id="no workers"),
        pytest.param(["add", "https://courier.example/"], "--contact", id="an address without a contact"),
        pytest.param(["find", "x", "--limit", "0"], "--limit 0", id="a limit of nothing"),
        pytest.param(["find", "x", "--store", "none.sayso"], "no ledger", id="no ledger there"),
        pytest.param(["find", "x", "--store", "inbox/0.txt"], "no SQLite file", id="another file"),
        pytest.param(["review", "--accept", "nothinglikethis"], "no claim", id="no such claim"),
        pytest.param(["review", "--accept", "x", "--reject", "y"], "one judgement at a time", id="two judgements"),
        pytest.param(["review", "--date", "2025"], "--correct", id="a correction of nothing"),
        pytest.param(["review", "--undo", "j-0"], "no judgement", id="no such judgement"),
        pytest.param(["export", "--csv", "--times"], "leave one", id="times of claims"),
        pytest.param(["export", "--out", "inbox/0.txt"], "there already", id="an export over a file"),
        pytest.param(["import", "inbox/0.txt", "--store", "fresh.sayso"], "nothing was imported", id="an import of something else"),
        pytest.param(["follow", "--stop"], "--list", id="stopping nothing"),
        pytest.param(["follow", "inbox", "--every", "0"], "1 or more", id="every 0 minutes"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_2(here: Path, arguments: list[str], word: str) -> None:
    done = run(here, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert word in done.stderr
    assert "Traceback" not in done.stderr


def test_find_points_at_what_is_wrong_in_a_query(here: Path) -> None:
    done = run(here, "find", "two", "standing:denid")
    assert done.returncode == 2
    assert done.stderr.splitlines()[1:] == ["  two standing:denid", "               ^^^^^"]


def test_find_shows_a_table_and_whole_results_for_programs(here: Path) -> None:
    shown = run(here, "find", "--limit", "3")
    assert shown.stdout.splitlines()[0].split() == ["standing", "who", "says", "in", "claim"]
    assert shown.stderr == "3 claims: there are more (--limit)\n"
    as_json = run(here, "find", "--json")
    as_csv = run(here, "find", "--csv", "--sort", "relevance")
    assert as_json.stderr.startswith("8 claims, sha256 ")
    ids = [json.loads(line)["claim"] for line in as_json.stdout.splitlines()]
    assert sorted(row["claim"] for row in csv.DictReader(io.StringIO(as_csv.stdout))) == sorted(ids)
    assert as_csv.stderr.startswith("8 claims, sha256 ")
    assert run(here, "find", "nothinglikethis").returncode == 1


def test_review_takes_one_key_a_decision(here: Path, tmp_path: Path) -> None:
    copy = tmp_path / "news.sayso"
    assert run(here, "doctor", "--backup", str(copy)).returncode == 0
    keys = "a" "nseen myself\n" "r" "u" "csTelma Quintas\n" "ctplanned\n" "s" "x" "z" "q"  # fmt: skip
    done = run(tmp_path, "review", "--by", "Ana", text=keys)
    assert done.returncode == 0, done.stderr
    assert "»" in done.stdout and "'x' is none of these keys" in done.stdout
    assert done.stdout.endswith("5 judgements made\n")
    made = [json.loads(line) for line in run(tmp_path, "review", "--history").stdout.splitlines()]
    assert [row["verdict"] for row in made] == ["accept", "note", "reject", "unsure", "correct", "correct"]
    assert [bool(row["undone"]) for row in made] == [False] * 5 + [True]
    assert made[1]["why"] == "seen myself" and {row["by"] for row in made} == {"Ana"}
    assert made[1]["about"][0]["claim"] == made[2]["about"][0]["claim"]  # a note leaves the claim to be decided
    assert made[4]["correction"]["source"] == "Telma Quintas"


def test_review_ends_with_the_input_and_complains_of_a_wrong_correction(here: Path, tmp_path: Path) -> None:
    run(here, "doctor", "--backup", str(tmp_path / "news.sayso"))
    done = run(tmp_path, "review", text="zctperhaps\n")
    assert "nothing to take back" in done.stdout
    assert "'perhaps' is no standing" in done.stderr
    assert done.stdout.endswith("0 judgements made\n")


def test_review_judges_for_scripts_and_takes_back(here: Path, tmp_path: Path) -> None:
    run(here, "doctor", "--backup", str(tmp_path / "news.sayso"))
    first, second = [json.loads(line)["claim"] for line in run(tmp_path, "review", "--list", "--limit", "2").stdout.splitlines()]
    rejecting, correcting = ["--reject", first, "--why", "no"], ["--correct", second, "--standing", "denied"]
    for arguments in (rejecting, correcting, ["--merge", first, "--merge", second]):
        done = run(tmp_path, "review", *arguments, "--by", "Ana", "--json")
        assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["verdict"] == "merge"
    assert first not in run(tmp_path, "find", "--json").stdout
    rejected = json.loads(run(tmp_path, "review", "--history").stdout.splitlines()[0])["id"]
    assert "taken back" in run(tmp_path, "review", "--undo", rejected).stdout
    assert first in run(tmp_path, "find", "--json").stdout


def test_doctor_accounts_for_every_document_and_says_why(here: Path) -> None:
    assert run(here, "doctor").stdout.startswith(
        "5 documents seen = 4 read + 1 failed + 0 skipped + 0 waiting\nfailed: 1 wall; 0 set aside"
    )
    counts = json.loads(run(here, "doctor", "--json").stdout)
    assert counts["seen"] == counts["read"] + counts["failed"] + counts["skipped"] + counts["waiting"]
    assert "inbox/wall.txt · wall: it asks to log in" in run(here, "doctor", "failed").stdout
    assert json.loads(run(here, "doctor", "failed", "--json").stdout)["reason"] == "wall: it asks to log in"
    assert run(here, "doctor", "adrift").stdout == ""


def test_doctor_checks_mends_and_copies(here: Path, tmp_path: Path) -> None:
    copy = tmp_path / "news.sayso"
    run(here, "doctor", "--backup", str(copy))
    before = run(here, "doctor", "--digest").stdout
    assert run(tmp_path, "doctor", "--rebuild", "--digest").stdout == before
    assert "sound" in run(tmp_path, "doctor", "--check").stderr
    assert run(tmp_path, "doctor", "--retry", "--workers", "1").returncode == 3
    assert run(tmp_path, "doctor", "--reread", "--workers", "1").stdout.startswith("4 seen · 4 read")
    with copy.open("r+b") as file:
        file.seek(copy.stat().st_size // 2)
        file.write(b"\xff" * 20_000)
    damaged = run(tmp_path, "doctor", "--check")
    assert damaged.returncode in (2, 3)
    assert "Traceback" not in damaged.stderr


def test_export_and_import_give_the_same_ledger(here: Path, tmp_path: Path) -> None:
    out = tmp_path / "news.jsonl"
    done = run(here, "export", "--out", str(out), "--times")
    assert done.stderr.startswith(f"wrote {len(out.read_text(encoding='utf-8').splitlines())} lines, sha256 ")
    loaded = run(tmp_path, "import", str(out))
    assert loaded.stdout == "the ledger holds 5 documents, 8 claims, 0 judgements\n", loaded.stderr
    digest = run(here, "doctor", "--digest").stdout.strip()
    assert run(tmp_path, "doctor", "--digest").stdout.strip() == digest
    plain = run(here, "export")
    assert digest in plain.stderr
    assert len(run(here, "export", "--csv").stdout.splitlines()) == 9


def test_follow_subscribes_lists_visits_and_stops(here: Path, tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "1.txt").write_text("read 1", encoding="utf-8")
    assert run(tmp_path, "follow", "inbox", "--every", "5").stdout.startswith("1 followed;")
    assert "every 5 minutes · not visited yet" in run(tmp_path, "follow", "--list").stdout
    assert run(tmp_path, "follow", "--once", "--workers", "1").stdout == "1 seen · 1 read · 0 known already · 2 claims\n"
    assert json.loads(run(tmp_path, "follow", "--list", "--json").stdout)["visited"]
    assert run(tmp_path, "follow", "--once").returncode == 1  # nothing is due
    assert run(tmp_path, "follow", "inbox", "--stop").stderr == "1 followed no more\n"


def test_review_on_a_terminal_needs_no_enter(here: Path, tmp_path: Path) -> None:
    run(here, "doctor", "--backup", str(tmp_path / "news.sayso"))
    mine, theirs = os.openpty()
    path = os.pathsep.join([str(Path(sayso.__file__).parents[1]), str(Path(__file__).parents[2])])
    process = subprocess.Popen(
        [sys.executable, "-c", CHEAP, "review"], stdin=theirs, stdout=subprocess.PIPE, text=True, cwd=tmp_path,
        env={"PATH": "", "PYTHONPATH": path},
    )  # fmt: skip
    for letter in b"aq":
        os.write(mine, bytes([letter]))
    printed, _ = process.communicate(timeout=120)
    assert printed.endswith("1 judgement made\n")
    os.close(mine)
    os.close(theirs)


def test_add_on_a_terminal_draws_a_bar_and_keeps_it_off_stdout(here: Path, tmp_path: Path) -> None:
    mine, theirs = os.openpty()
    path = os.pathsep.join([str(Path(sayso.__file__).parents[1]), str(Path(__file__).parents[2])])
    process = subprocess.Popen(
        [sys.executable, "-c", CHEAP, "add", str(here / "inbox"), "--store", str(tmp_path / "news.sayso")],
        stderr=theirs, stdout=subprocess.PIPE, text=True, env={"PATH": "", "PYTHONPATH": path, "TERM": "xterm"},
    )  # fmt: skip
    printed, _ = process.communicate(timeout=120)
    os.close(theirs)
    drawn = os.read(mine, 65_536).decode()
    os.close(mine)
    assert printed.startswith("5 seen · 4 read")
    assert "reading" in drawn and "wall: it asks to log in" in drawn
