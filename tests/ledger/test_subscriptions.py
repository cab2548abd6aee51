"""What is followed is kept by its name, once."""

from dataclasses import replace

from sayso.model.subscription import Subscription
from tests.ledger.story import NOON, Store

FEED = Subscription("https://courier.example/feed", NOON)


def test_what_is_followed_is_listed_by_name(store: Store) -> None:
    for name in ("inbox", FEED.name, "inbox"):
        store.writer.follow(replace(FEED, name=name))
    assert [subscription.name for subscription in store.view.subscriptions()] == [FEED.name, "inbox"]


def test_a_visit_is_kept_with_what_came_of_it(store: Store) -> None:
    store.writer.follow(FEED)
    visited = replace(FEED, visited=NOON, etag='"\x00é"', problem="answers 404")
    store.writer.follow(visited)
    assert store.view.subscriptions() == (visited,)


def test_what_is_followed_no_more_is_gone_and_leaves_the_digest_alone(store: Store) -> None:
    before = store.view.digest()
    store.writer.follow(FEED)
    assert store.view.digest() == before
    assert store.writer.unfollow(FEED.name)
    assert not store.writer.unfollow(FEED.name)
    assert store.view.subscriptions() == ()
