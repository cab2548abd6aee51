"""Children: every way of going wrong costs its own document alone."""

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import MissingPartError, Why
from sayso.intake.child import Limits
from sayso.intake.children import AHEAD, each

WORK = "tests.intake.tasks:work"
SHORT = Limits(cpu=1.0, time=3.0, memory=2**29, file=2**20)


@pytest.mark.parametrize(
    ("task", "why", "reason"),
    [
        pytest.param("refuse", Why.WALL, "it is a wall", id="an error made on purpose"),
        pytest.param("raise x", Why.CRASHED, "breaks the reader (KeyError: 'x')", id="an error not made on purpose"),
        pytest.param("hang", Why.SLOW, "took longer than 3 seconds", id="a hang"),
        pytest.param("spin", Why.SLOW, "took", id="an endless loop"),
        pytest.param("eat", Why.CRASHED, "needs more memory than one document may take", id="memory"),
        pytest.param("die", Why.CRASHED, "ended the process that read it (SIGSEGV)", id="a crash"),
        pytest.param("leave", Why.CRASHED, "ended the process that read it (exit code 3)", id="an exit"),
        pytest.param("unsendable", Why.CRASHED, "gave an answer that cannot be sent", id="an answer that cannot be sent"),
        pytest.param("connect 9", Why.CRASHED, "breaks the reader (PermissionError: no network", id="the network"),
    ],
)
def test_each_reports_what_goes_wrong_and_loses_no_other(task: str, why: Why, reason: str) -> None:
    first, bad, *rest = each(WORK, ["fine a", task, "fine b", "fine c"], limits=SHORT)
    assert (bad.task, bad.why, bad.value) == (task, why, None)
    assert (bad.reason or "").startswith(reason)
    assert [first.value, *(done.value for done in rest)] == ["A", "B", "C"]


def test_each_keeps_the_order_and_takes_a_file_for_no_more_than_its_limit(tmp_path: Path) -> None:
    tasks = [f"fine {i}" for i in range(200)] + [f"write {tmp_path / 'large'}"]
    *found, large = each(WORK, tasks, workers=3, limits=SHORT)
    assert [done.value for done in found] == [str(i) for i in range(200)]
    assert large.why is Why.CRASHED
    assert not (tmp_path / "large").exists() or (tmp_path / "large").stat().st_size <= SHORT.file


def test_each_draws_tasks_only_as_answers_are_taken() -> None:
    drawn = 0

    def tasks() -> Iterator[str]:
        nonlocal drawn
        for i in range(10_000):
            drawn += 1
            yield f"fine {i}"

    answers = each(WORK, tasks(), workers=2)
    for taken in range(1, 50):
        next(answers)
        assert drawn <= taken + 2 * AHEAD
    answers.close()  # type: ignore[attr-defined]


def test_each_tells_errors_of_one_place_by_one_digest() -> None:
    first, second, third = each(WORK, ["raise a", "raise b", "die"], workers=1, limits=SHORT)
    assert first.digest == second.digest is not None
    assert third.digest is None


def test_each_with_a_function_that_cannot_be_run_raises() -> None:
    for function in ("tests.intake.nonesuch:work", "tests.intake.tasks:nonesuch"):
        with pytest.raises(MissingPartError, match="nonesuch"):
            list(each(function, ["fine a"]))
    with pytest.raises(MissingPartError, match="the model is not installed"):
        list(each(WORK, ["missing"]))


def test_each_leaves_no_child_behind() -> None:
    answers = each(WORK, ["fine a", "hang", "hang"], workers=2)
    next(answers)
    answers.close()  # type: ignore[attr-defined]
    time.sleep(0.1)
    running = subprocess.run(["ps", "-o", "args", "--ppid", str(os.getpid())], capture_output=True, text=True, check=False).stdout
    assert "sayso.intake.worker" not in running


def test_each_replaces_a_child_after_so_many_documents() -> None:
    found = [done.value for done in each(WORK, [f"fine {i}" for i in range(7)], workers=1, limits=Limits(documents=3))]
    assert found == [str(i) for i in range(7)]


def test_each_warms_a_child_up_once() -> None:
    found = [done.value for done in each(WORK, ["warmed", "warmed"], workers=1, warm="tests.intake.tasks:warm")]
    assert found == [["warm"], ["warm"]]


def test_each_of_nothing_is_nothing() -> None:
    assert list(each(WORK, [])) == []
