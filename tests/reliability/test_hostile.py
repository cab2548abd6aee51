"""C3: hostile documents among good ones cost nobody else anything."""

import time

from sayso.intake.child import Limits
from sayso.intake.children import each
from sayso.intake.incoming import Incoming
from tests.reliability.hostile import GOOD, HOSTILE

GOOD_ONES = 500


def test_hostile_documents_among_good_ones_are_read_or_reported_and_the_rest_is_read() -> None:
    every = GOOD_ONES // len(HOSTILE)
    documents = [Incoming(GOOD.format(i).encode(), f"good {i}") for i in range(GOOD_ONES)]
    for place, (name, make) in enumerate(HOSTILE.items()):
        documents.insert(place * every, Incoming(make().encode("utf-8", "replace"), name))
    start = time.monotonic()
    found = list(each("sayso.service:extract", documents, limits=Limits(cpu=5, time=20)))
    assert [done.task.origin for done in found] == [document.origin for document in documents]
    assert [done.task.origin for done in found if done.task.origin.startswith("good") and done.value is None] == []
    assert [done.task.origin for done in found if done.value is None and not (done.why and done.reason)] == []
    assert all(f"bridge {done.task.origin[5:]} would" in done.value.article.text for done in found if done.task.origin.startswith("good"))
    assert time.monotonic() - start < 300  # on a machine that does much else; a quiet one needs a fifth
