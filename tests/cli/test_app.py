"""The command line as a user meets it: exit codes, one clear sentence for bad input, the same bytes every time."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import sayso

ARTICLE = """By Dana Reyes

HARBOUR CITY, May 12, 2025 - The mayor denied that the bridge would close, Harbour News reported on Monday.

"We will keep it open," said Mayor Ann Okoro. Her office declined to comment on the costs.
"""


def run(*arguments: str, text: str | bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    given = text.encode() if isinstance(text, str) else text
    command = [sys.executable, "-c", "from sayso.cli.app import main; main()", *arguments]
    environment = {"PATH": "", "PYTHONPATH": str(Path(sayso.__file__).parents[1]), **variables}
    return subprocess.run(command, input=given, capture_output=True, check=False, env=environment)


def test_read_prints_claims_for_people_and_exits_0(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    done = run("read", str(path))
    assert (done.returncode, done.stderr) == (0, b"")
    printed = done.stdout.decode()
    assert "✕ denied" in printed
    assert "declines to comment" in printed
    assert "\x1b[" not in printed  # colours only on a terminal


def test_read_json_is_the_same_bytes_from_process_to_process() -> None:
    runs = {
        run("read", "-", "--json", text=ARTICLE, PYTHONHASHSEED=seed, TZ=zone, LC_ALL=locale).stdout
        for seed, zone, locale in (("1", "UTC", "C"), ("77", "Asia/Seoul", "C.UTF-8"))
    }
    assert len(runs) == 1
    reading = sayso.from_json(runs.pop().decode())
    assert reading.claims


def test_read_writes_a_page(tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    assert run("read", "-", "--html", str(page), text=ARTICLE).returncode == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


BAD = [
    pytest.param(b"", "empty", id="an empty text"),
    pytest.param(b" \n\t\n", "empty", id="white space only"),
    pytest.param(b"%PDF-1.7\n\x00\x01\x02binary", "PDF", id="a PDF"),
    pytest.param(bytes(range(256)) * 40, "binary", id="binary data"),
    pytest.param(
        "Der Minister sagte am Montag, dass die Gespräche in Berlin fortgesetzt werden sollen. ".encode() * 6, "English", id="German"
    ),
]


@pytest.mark.parametrize(("data", "word"), BAD)
def test_read_refuses_what_it_cannot_read_in_one_sentence(data: bytes, word: str) -> None:
    done = run("read", "-", text=data)
    complaint = done.stderr.decode()
    assert done.returncode in (2, 3)
    assert word in complaint
    assert complaint.count("\n") == 1
    assert "Traceback" not in complaint
    assert done.stdout == b""


def test_read_goes_on_after_a_file_it_cannot_read(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(ARTICLE, encoding="utf-8")
    done = run("read", str(tmp_path / "missing.txt"), str(tmp_path), str(good), "--json")
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 2
    assert len(done.stdout.splitlines()) == 1


def test_read_refuses_a_date_that_is_none() -> None:
    done = run("read", "-", "--published", "last week", text=ARTICLE)
    assert done.returncode == 2
    assert b"2025-10-18" in done.stderr


def test_read_says_how_the_date_was_found_when_none_is_given() -> None:
    assert b"dateline" in run("read", "-", text=ARTICLE).stdout


def test_read_exits_1_when_nobody_says_anything() -> None:
    assert run("read", "-", text="A bridge.").returncode == 1


def test_schema_is_one_that_readings_keep_to() -> None:
    import jsonschema

    printed = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(printed)
    jsonschema.validate(json.loads(run("read", "-", "--json", text=ARTICLE).stdout), printed)


def test_bench_predict_writes_one_row_for_each(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"id": "1", "text": ARTICLE, "dct": "2025-05-12"}) + "\n", encoding="utf-8")
    assert run("bench", "predict", "times", str(source), str(target)).returncode == 0
    (row,) = map(json.loads, target.read_text(encoding="utf-8").splitlines())
    assert row["id"] == "1"
    assert "2025-05-12" in [timex["value"] for timex in row["timexes"]]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        pytest.param(["bench", "predict", "telepathy", "IN", "OUT"], b"telepathy", id="an unknown task"),
        pytest.param(["bench", "predict", "times", "nowhere.jsonl", "OUT"], b"nowhere.jsonl", id="a file that is not there"),
        pytest.param(["bench", "score", "times"], b"--data", id="no benchmark named"),
    ],
)
def test_bench_says_what_was_expected(arguments: list[str], word: bytes, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": "1", "text": "x"}\n', encoding="utf-8")
    named = [str(source) if a == "IN" else str(tmp_path / "out.jsonl") if a == "OUT" else a for a in arguments]
    done = run(*named)
    assert done.returncode == 2
    assert word in done.stderr


def test_read_knows_the_actors_of_a_list(tmp_path: Path) -> None:
    listed = tmp_path / "own.csv"
    listed.write_text("name,kind,country,sector\nHarbour Board,organisation,FIN,GOV\n", encoding="utf-8")
    text = "The Harbour Board denied on Monday that the bridge would close. The mayor said nothing."
    done = run("read", "-", "--json", "--actors", str(listed), text=text)
    assert done.returncode == 0, done.stderr
    actors = [mention.actor for mention in sayso.from_json(done.stdout.decode()).mentions]
    assert ("Harbour Board", "FIN", "GOV") in [(actor.name, actor.country, actor.sector) for actor in actors]


def test_read_names_the_list_that_is_none(tmp_path: Path) -> None:
    listed = tmp_path / "own.csv"
    listed.write_text("name,colour\nHarbour Board,red\n", encoding="utf-8")
    done = run("read", "-", "--actors", str(listed), text=ARTICLE)
    assert (done.returncode, b"own.csv" in done.stderr) == (2, True)
