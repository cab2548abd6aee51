"""A1, A2, A5, A6, A8, A9: whoever is killed at whatever moment, nothing is lost, nothing doubled, and what was acknowledged is there."""

import random
from contextlib import closing
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from sayso.ledger.base import View
from sayso.ledger.doors import open_view
from sayso.ledger.schema import Step, steps
from sayso.ledger.sqlite_open import open_file
from sayso.model.document import DocumentState
from tests.reliability.driver import add, started
from tests.reliability.sizes import size

DOCUMENTS, POINTS, POINTS_OF_TWO = size(75, 500), size(50, 1000), size(20, 200)
STEPS = (
    *steps("sqlite"),
    Step(2, ("CREATE TABLE extra (number INTEGER) STRICT", *(f"INSERT INTO extra VALUES ({n})" for n in range(300)))),
)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The digest of a ledger that nobody disturbed."""
    path = tmp_path_factory.mktemp("calm") / "news.sayso"
    add(str(path), DOCUMENTS)
    return digest(path)


def digest(path: Path) -> str:
    with closing(open_view(path)) as view:
        assert list(view.faults()) == []
        return view.digest()


def received(pipe: Connection, until: int) -> set[str]:
    """The ids acknowledged, waiting for this many at most."""
    found: set[str] = set()
    while len(found) < until and pipe.poll(30):
        try:
            found.add(pipe.recv())
        except EOFError:
            break
    return found


def killed(path: Path, chance: random.Random, writers: int, *, order: int = 0) -> set[str]:
    """Let so many writers add, kill them at a random point, and return what they acknowledged."""
    mine, theirs = Pipe(duplex=False)
    running = [started(add, str(path), DOCUMENTS, theirs, order + number) for number in range(writers)]
    theirs.close()
    acknowledged = received(mine, chance.randint(0, max(1, 2 * DOCUMENTS // POINTS)))
    running[0].join(chance.uniform(0, 0.03))
    for process in running:
        process.kill()
        process.join()
    while mine.poll():
        try:
            acknowledged.add(mine.recv())
        except EOFError:
            break
    return acknowledged


def done(view: View) -> set[str]:
    return {document.id for document in view.documents() if document.state is not DocumentState.WAITING}


@pytest.mark.parametrize(("writers", "points"), [(1, POINTS), (2, POINTS_OF_TWO)], ids=["one writer", "two writers"])
def test_killing_writers_loses_and_doubles_nothing(tmp_path: Path, undisturbed: str, writers: int, points: int) -> None:
    chance, path, acknowledged = random.Random(writers), tmp_path / "news.sayso", set[str]()
    add(str(path), 0)
    for point in range(points):
        acknowledged |= killed(path, chance, writers, order=point * writers)
        with closing(open_view(path)) as view:
            counts = view.counts()
            assert counts.seen == counts.read + counts.failed + counts.skipped + counts.waiting
            assert acknowledged <= done(view)
    add(str(path), DOCUMENTS)
    assert digest(path) == undisturbed


@pytest.mark.parametrize("workers", [1, 3])
def test_order_and_number_of_workers_leave_no_trace(tmp_path: Path, undisturbed: str, workers: int) -> None:
    path = tmp_path / "news.sayso"
    running = [started(add, str(path), DOCUMENTS, None, 10 + number) for number in range(workers)]
    for process in running:
        process.join()
    assert [process.exitcode for process in running] == [0] * workers
    assert digest(path) == undisturbed


def test_every_document_is_accounted_for_at_every_moment(tmp_path: Path) -> None:
    path = tmp_path / "news.sayso"
    add(str(path), 0)
    running = [started(add, str(path), DOCUMENTS, None, number) for number in (1, 2)]
    polls = 0
    with closing(open_view(path)) as view:
        while any(process.is_alive() for process in running) or polls < size(300, 10_000):
            counts = view.counts()
            assert counts.seen == counts.read + counts.failed + counts.skipped + counts.waiting
            polls += 1
        assert counts.seen == DOCUMENTS
        assert counts.waiting == 0


def move(path: str) -> None:
    """Bring a store to the next schema."""
    open_file(Path(path), known=STEPS).close()


def test_killing_a_change_of_schema_leaves_a_store_that_can_be_changed(tmp_path: Path) -> None:
    chance, first = random.Random(6), tmp_path / "first.sayso"
    add(str(first), 5)
    before = digest(first)
    for point in range(size(10, 100)):
        path = tmp_path / f"{point}.sayso"
        path.write_bytes(first.read_bytes())
        process = started(move, str(path))
        process.join(chance.uniform(0, 0.08))
        process.kill()
        process.join()
        move(str(path))
        with closing(open_file(path, known=STEPS)) as database:
            assert database.rows("SELECT count(*) FROM extra") == [(300,)]
        assert digest(path.with_name(f"{path.name}.schema-1")) == before
