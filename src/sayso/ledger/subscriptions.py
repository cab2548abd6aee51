"""Subscriptions in the store."""

from __future__ import annotations

from sayso.ledger import stored
from sayso.ledger.database import Database
from sayso.model import codec
from sayso.model.subscription import Subscription


def every(database: Database) -> tuple[Subscription, ...]:
    """Return everything that is followed, in order of names."""
    found = []
    for key, body, seal in database.rows("SELECT id, body, seal FROM followed"):
        stored.unsealed(seal, key, body, what=f"subscription {key}")
        found.append(codec.from_fields(Subscription, stored.fields(body, f"subscription {key}")))
    return tuple(sorted(found, key=lambda subscription: subscription.name))


def keep(database: Database, subscription: Subscription) -> None:
    """Keep a subscription in place of the one of its name."""
    front = subscription.id, stored.text(codec.to_fields(subscription))
    database.rows(
        "INSERT INTO followed (id, body, seal) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body, seal = excluded.seal",
        (*front, stored.seal(*front)),
    )


def forget(database: Database, name: str) -> bool:
    """Follow something no more; say whether it was followed."""
    return bool(database.rows("DELETE FROM followed WHERE id = ? RETURNING id", (Subscription(name, "").id,)))
