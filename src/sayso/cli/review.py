"""`sayso review`: people's judgements, in a terminal or by a script."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.reviewing import Review, queue
from sayso.cli.store import DEFAULT, AsJson, By, Store
from sayso.errors import UsageError
from sayso.exchange.cards import counted
from sayso.model import codec

if TYPE_CHECKING:
    from sayso.model.judgement import Judgement
    from sayso.service.ledger import Ledger

FOUND_NOTHING = 1
One = Annotated[str | None, typer.Option(metavar="CLAIM", help="Decide so about a claim: its id, or a search that finds just one.")]
Several = Annotated[list[str] | None, typer.Option(metavar="CLAIM", help="Decide so about claims; given for each of them.")]


def review(
    store: Store = DEFAULT,
    accept: One = None,
    reject: One = None,
    unsure: One = None,
    note: One = None,
    correct: One = None,
    words: Annotated[str | None, typer.Option(help="With --correct: the words it should be, as they stand in the text.")] = None,
    source: Annotated[str | None, typer.Option(help="With --correct: who says so.")] = None,
    standing: Annotated[str | None, typer.Option(help="With --correct: happened, planned, possible, denied, counterfactual.")] = None,
    date: Annotated[str | None, typer.Option(help="With --correct: when it happens, such as 2025-11.")] = None,
    merge: Several = None,
    split: Several = None,
    undo: Annotated[str | None, typer.Option(metavar="JUDGEMENT", help="Take a judgement back, by its id.")] = None,
    why: Annotated[str | None, typer.Option(help="The reason, or the words of a note.")] = None,
    by: By = None,
    show: Annotated[bool, typer.Option("--list", help="Print the queue instead, as JSON, the least certain first.")] = False,
    history: Annotated[bool, typer.Option("--history", help="Print every judgement, as JSON: the audit trail.")] = False,
    limit: Annotated[int | None, typer.Option(metavar="N", help="With --list: at most so many.")] = None,
    as_json: AsJson = False,
) -> None:
    """Judge claims, one key a decision, the least certain first; or, with an option, one judgement without asking."""
    from sayso.service.claim_rows import plain
    from sayso.service.ledger import Ledger

    single = {"accept": accept, "reject": reject, "unsure": unsure, "note": note, "correct": correct}
    asked = {name: [claim] for name, claim in single.items() if claim} | {"merge": merge, "split": split}
    wanted = {name: claims for name, claims in asked.items() if claims}
    parts = {"words": words, "source": source, "standing": standing, "date": date}
    if len(wanted) + bool(undo) + show + history > 1:
        raise UsageError("one judgement at a time; leave all of these options but one out")
    if any(parts.values()) and not correct:
        raise UsageError("--words, --source, --standing and --date say what --correct puts right; name the claim with --correct")
    with Ledger(store, read_only=show or history) as ledger:
        if show or history:
            rows = map(plain, islice(queue(ledger), limit)) if show else map(codec.to_fields, ledger.history())
            for row in rows:
                typer.echo(json.dumps(row, ensure_ascii=False))
        elif undo:
            _tell(ledger.undo(undo, by=by), as_json)
        elif wanted:
            _tell(_judged(ledger, *next(iter(wanted.items())), parts, by, why), as_json)
        else:
            made = Review(ledger, by).run()
            typer.echo(f"{counted(made, 'judgement')} made")


def _judged(ledger: Ledger, verdict: str, named: list[str], parts: dict[str, str | None], by: str | None, why: str | None) -> Judgement:
    claims = [ledger.one(claim).claim for claim in named]
    if verdict == "correct":
        return ledger.correct(claims[0], by=by, why=why, **parts)
    return ledger.judge(claims, verdict, by=by, why=why)


def _tell(judgement: Judgement, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(codec.to_fields(judgement), ensure_ascii=False))
    else:
        state = "taken back" if judgement.undone else judgement.verdict.value
        typer.echo(f"{judgement.id} · {state} · {judgement.by} · {', '.join(anchor.claim for anchor in judgement.about)}")
