"""`sayso follow`: feeds, sitemaps, pages and folders that are visited again and again."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import adding
from sayso.cli.store import DEFAULT, AsJson, Contact, Store, Workers
from sayso.errors import UsageError
from sayso.exchange.wording import visible
from sayso.model import codec
from sayso.model.subscription import Subscription
from sayso.service.outcomes import Added

if TYPE_CHECKING:
    from sayso.service.ledger import Ledger

PAUSE = 30.0  # seconds between looking whether something is due


def follow(
    names: Annotated[list[str] | None, typer.Argument(metavar="[URL]...", help="Feeds, sitemaps, pages or folders to follow.")] = None,
    store: Store = DEFAULT,
    once: Annotated[bool, typer.Option("--once", help="Visit what is due, and stop.")] = False,
    show: Annotated[bool, typer.Option("--list", help="Show what is followed, and how the last visit went.")] = False,
    stop: Annotated[bool, typer.Option("--stop", help="Follow these no more.")] = False,
    every: Annotated[int, typer.Option(metavar="MINUTES", help="How long to wait between visits.")] = 60,
    workers: Workers = None,
    contact: Contact = None,
    as_json: AsJson = False,
) -> None:
    """Subscribe to sources; without any, visit what is followed whenever it is due, until Ctrl-C."""
    from sayso.service.ledger import Ledger

    with Ledger(store) as ledger:
        if stop:
            typer.echo(f"{_stopped(ledger, names)} followed no more", err=True)
        if show:
            for subscription in ledger.following():
                typer.echo(json.dumps(codec.to_fields(subscription)) if as_json else line(subscription))
        if stop or show:
            return
        ledger.follow(*names or (), every=every)
        if once:
            _visit(ledger, contact, workers, as_json)
        elif names:
            typer.echo(f"{len(ledger.following())} followed; `sayso follow` visits them when they are due, `sayso follow --once` now")
        else:
            _go_on(ledger, contact, workers, as_json)


def line(subscription: Subscription) -> str:
    """Return a subscription as one line for people."""
    visited = f"visited {subscription.visited[:16]}Z" if subscription.visited else "not visited yet"
    problem = f" · {subscription.problem}" if subscription.problem else ""
    return visible(f"{subscription.name} · every {subscription.every} minutes · {visited}{problem}")


def _stopped(ledger: Ledger, names: list[str] | None) -> int:
    if not names:
        raise UsageError("--stop needs the names of what is to be followed no more; --list shows them")
    return ledger.stop(*names)


def _visit(ledger: Ledger, contact: str | None, workers: int | None, as_json: bool) -> None:
    def work(tell: adding.Tell) -> Added:
        return ledger.visit(contact=contact, workers=workers, tell=tell)

    adding.run(work, as_json=as_json, again="sayso follow --once")


def _go_on(ledger: Ledger, contact: str | None, workers: int | None, as_json: bool) -> None:
    """Visit again and again; only Ctrl-C ends it, not a document that failed."""
    while True:
        try:
            if ledger.due():
                _visit(ledger, contact, workers, as_json)
            time.sleep(PAUSE)
        except typer.Exit as ended:
            if ended.exit_code == adding.STOPPED:
                raise
        except KeyboardInterrupt:
            return
