"""A4, A10, A11: disks that fail or fill up, files whose bytes change, and copies made while others write."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from multiprocessing import Pipe
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import LedgerError, SaysoError
from sayso.ledger.doors import backup, open_view, open_writer
from sayso.ledger.schema import Step, steps
from sayso.ledger.sqlite_open import open_file
from sayso.model.judgement import Judgement, Verdict
from tests.reliability.driver import add, add_within, documents, started
from tests.reliability.sizes import size

KINDS = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_NOMEM,
)
NEXT = (*steps("sqlite"), Step(2, ("CREATE TABLE extra (note TEXT) STRICT", "INSERT INTO extra VALUES ('moved')")))


class Failing:
    """A connection whose n-th statement fails as the disk might let it."""

    def __init__(self, real: sqlite3.Connection, nth: int, code: int) -> None:
        self.real, self.left, self.code = real, nth, code

    def execute(self, sql: str, values: Any = ()) -> sqlite3.Cursor:
        self.left -= 1
        if self.left == 0:
            error = sqlite3.OperationalError("made to fail")
            error.sqlite_errorcode = self.code
            raise error
        return self.real.execute(sql, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


def failing(nth: int) -> Callable[..., Any]:
    """A way to connect whose first connection fails at its n-th statement."""
    real, made = sqlite3.connect, count(1)

    def connect(*arguments: Any, **options: Any) -> Any:
        connection = real(*arguments, **options)
        return Failing(connection, nth, KINDS[nth % len(KINDS)]) if next(made) == 1 else connection

    return connect


def adding(path: Path) -> None:
    document, raw, reading = documents(3)[2]
    with closing(open_writer(path)) as writer:
        writer.see(raw, document)
        writer.read(document.id, reading)


def moving(path: Path) -> None:
    open_file(path, known=NEXT).close()


def exporting(path: Path) -> None:
    with closing(open_view(path)) as view:
        list(view.export())


@pytest.mark.parametrize("work", [adding, moving, exporting])
def test_whichever_statement_fails_the_store_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: Callable[[Path], None]
) -> None:
    path = tmp_path / "news.sayso"
    add(str(path), 2)
    faults = 0
    for nth in count(1):
        with monkeypatch.context() as patched:
            patched.setattr(sqlite3, "connect", failing(nth))
            try:
                work(path)
                break
            except LedgerError:
                faults += 1
        with closing(open_file(path, read_only=True, known=NEXT if work is moving and version(path) == 2 else None)) as database:
            assert list(database.faults()) == []
    work(path)
    assert faults > 5


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_a_disk_that_is_full_at_whatever_byte_keeps_the_store_whole(tmp_path: Path) -> None:
    path, words = tmp_path / "news.sayso", set[str]()
    add(str(path), 3)
    for most in range(path.stat().st_size, 40 * path.stat().st_size, path.stat().st_size * 39 // size(12, 200)):
        mine, theirs = Pipe(duplex=False)
        process = started(add_within, str(path), 60, most, theirs)
        words.add(mine.recv().partition(":")[0])
        process.join()
        with closing(open_view(path)) as view:
            assert list(view.faults()) == []
    add(str(path), 60)
    with closing(open_view(path)) as view:
        assert view.counts().waiting == 0
    assert words <= {"", "UnwritableLedgerError", "LedgerError"}


def answers(path: Path) -> list[object]:
    """Everything that may be asked, answered; for an error, the error."""
    found: list[object] = []
    with closing(open_view(path)) as view:
        article = next(iter(view.articles())).id
        asked: list[Callable[[], object]] = [
            view.counts,
            lambda: list(view.documents()),
            lambda: [view.raw(document.raw) for document in view.documents()],
            lambda: [view.reading(known.id) for known in view.articles()],
            lambda: view.claims(article),
            view.review,
            lambda: list(view.judgements()),
            *(
                lambda query=query: view.find(query)
                for query in ("", "did", "standing:denied", "said:2024", "-standing:happened", "type:AID")
            ),
        ]
        for ask in asked:
            try:
                found.append(ask())
            except LedgerError as error:
                found.append(error)
    return found


def test_a_damaged_store_never_answers_wrongly_in_silence(tmp_path: Path) -> None:
    path, spoilt = tmp_path / "news.sayso", tmp_path / "spoilt.sayso"
    add(str(path), 6)
    with closing(open_writer(path)) as writer, closing(open_view(path)) as view:
        writer.judge(Judgement.of((view.anchor(view.find("")[0].claim),), Verdict.ACCEPT, by="Ana", when="2026-03-12"))
    truth, whole, chance = answers(path), path.read_bytes(), random.Random(10)
    tally = {"harmless": 0, "said at once": 0, "said by the check": 0}
    for number in range(size(60, 1000)):
        data = bytearray(whole)
        if number % 10 == 9:
            del data[chance.randrange(len(data)) :]
        for _ in range(chance.randint(1, 4)) if number % 10 != 9 else ():
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        spoilt.write_bytes(data)
        tally[noticed(spoilt, truth)] += 1
        for rest in tmp_path.glob("spoilt.sayso-*"):
            rest.unlink()
    print(tally)
    assert tally["said at once"] > 0


def noticed(path: Path, truth: list[object]) -> str:
    """How a changed file is noticed; fails when a wrong answer is noticed by nothing."""
    try:
        given = answers(path)
    except (SaysoError, StopIteration):
        return "said at once"
    wrong = [answer for answer, true in zip(given, truth, strict=True) if answer != true and not isinstance(answer, SaysoError)]
    if not wrong:
        return "said at once" if any(isinstance(answer, SaysoError) for answer in given) else "harmless"
    if any(isinstance(answer, SaysoError) for answer in given):
        return "said at once"
    with closing(open_view(path)) as view:
        assert list(view.faults()) != [], "a wrong answer, and nobody says so"
    return "said by the check"


def test_a_backup_made_while_others_write_is_of_one_moment(tmp_path: Path) -> None:
    path = tmp_path / "news.sayso"
    add(str(path), 1)
    process = started(add, str(path), size(75, 500))
    for number in range(size(5, 20)):
        copy = tmp_path / f"copy-{number}.sayso"
        backup(path, copy)
        with closing(open_view(copy)) as view:
            counts = view.counts()
            assert list(view.faults()) == []
            assert counts.seen == counts.read + counts.failed + counts.skipped + counts.waiting
    process.join()
    add(str(copy), size(75, 500))
    with closing(open_view(path)) as one, closing(open_view(copy)) as two:
        assert one.digest() == two.digest()
