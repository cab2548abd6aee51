"""The newsroom: documents are kept as soon as they are seen, read by several processes at once, and written by one hand, in order.

Whoever is stopped, by Ctrl-C or worse, loses nothing: what was seen waits in the ledger, and the next run goes on with it. Writing is
done in batches, each one transaction; an outcome is told when it is on the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain, islice
from time import monotonic

from sayso.errors import UngroundedError, Why
from sayso.intake.child import Limits
from sayso.intake.children import Done, each
from sayso.intake.incoming import Failed, Incoming, Item
from sayso.ledger.base import View, Writer
from sayso.model.document import DocumentState
from sayso.service.arrivals import NOT_FOR_READING, Task, can_be_read, failure_of, reason_of, task_of
from sayso.service.outcomes import Outcome, What

READER, WARM = "sayso.service.child:read_task", "sayso.service.child:warm"
LIMITS = Limits(cpu=60.0, time=120.0)  # the longest text that is read takes ten seconds of a core of its own
BATCH, BYTES, SECONDS = 16, 2**22, 0.5  # documents, bytes and time after which a batch is written


def now() -> str:
    """Return the time of day as a ledger keeps it, so finely that what comes one after the other stays in order."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


class Newsroom:
    """One run. ``tell`` hears of every outcome."""

    def __init__(self, writer: Writer, view: View, *, workers: int, tell: Callable[[Outcome], None]) -> None:
        self._writer, self._view, self._workers, self._tell = writer, view, workers, tell
        self._held: set[str] = set()  # under way, or failed in this run: not to be tried again in it
        traces = (document for document in view.documents(DocumentState.FAILED) if not can_be_read(document))
        self._absent = {document.url: document.id for document in traces if document.url}
        self._results: list[Done[Task]] = []
        self._since = 0.0

    def take_in(self, arriving: Iterable[Item]) -> None:
        """Keep and read what arrives, and then whatever else waits in the ledger or is to be tried again."""
        self._work(chain(self._new(arriving), self._tasks(self._due())))

    def read_again(self, documents: Iterable[str]) -> None:
        """Read kept documents anew."""
        self._work(self._tasks(documents))

    def _work(self, tasks: Iterator[Task]) -> None:
        first = list(islice(tasks, self._workers))
        if not first:
            return
        results = each(READER, chain(first, tasks), workers=len(first), limits=LIMITS, warm=WARM)
        try:
            for done in results:
                self._since = self._since if self._results else monotonic()
                self._results.append(done)
                if len(self._results) >= BATCH or monotonic() - self._since > SECONDS:
                    self._write()
        finally:
            results.close()  # type: ignore[attr-defined]
            self._write()

    def _new(self, arriving: Iterable[Item]) -> Iterator[Task]:
        for batch in batches(arriving):
            with self._writer.batch():
                kept = [self._keep(item, now()) for item in batch]
            for _, *outcomes in kept:
                for outcome in outcomes:
                    self._tell(outcome)
            yield from (task for task, *_ in kept if task)

    def _keep(self, item: Item, at: str) -> tuple[Task | None, *tuple[Outcome, ...]]:
        if isinstance(item, Incoming):
            return self._keep_document(item, at)
        assert isinstance(item, Failed)  # addresses were followed before they came here
        if item.why is Why.MISSING:  # a name that nothing answers to is told, but there is nothing to keep
            return None, Outcome(What.SEEN, "", item.origin), Outcome(What.FAILED, "", item.origin, f"{item.why}: {item.reason}")
        task = failure_of(item, at)
        key = self._writer.see(task.raw, task.document).id
        decide = self._writer.skip if item.why in NOT_FOR_READING else self._writer.fail
        document = decide(key, reason_of(item.why, item.reason, item.origin))
        return None, Outcome(What.SEEN, key, item.origin), Outcome(What(document.state.value), key, item.origin, document.reason)

    def _keep_document(self, incoming: Incoming, at: str) -> tuple[Task | None, *tuple[Outcome, ...]]:
        task = task_of(incoming, at)
        trace = self._absent.pop(incoming.url or "", None) or self._absent.pop(incoming.origin, None)
        if trace:
            self._writer.skip(trace, "it came in later")
        document = self._writer.see(task.raw, task.document)
        is_due = document.state is DocumentState.WAITING or (document.state is DocumentState.FAILED and not document.set_aside)
        if not is_due or document.id in self._held:
            return None, Outcome(What.KNOWN, document.id, incoming.origin)
        self._held.add(document.id)
        return Task(document, task.raw), Outcome(What.SEEN, document.id, incoming.origin)

    def _due(self) -> Iterator[str]:
        yield from [document.id for document in self._view.due() if can_be_read(document)]

    def _tasks(self, documents: Iterable[str]) -> Iterator[Task]:
        for key in documents:
            document = self._view.document(key)
            if document and key not in self._held:
                self._held.add(key)
                self._tell(Outcome(What.SEEN, key, document.places[0]))
                yield Task(document, self._view.raw(document.raw))

    def _write(self) -> None:
        with self._writer.batch():
            outcomes = [self._decided(done) for done in self._results]
        self._results = []
        for outcome in outcomes:
            if outcome.what is not What.FAILED:
                self._held.discard(outcome.document)
            self._tell(outcome)

    def _decided(self, done: Done[Task]) -> Outcome:
        key, place, reading = done.task.document.id, done.task.document.places[0], done.value
        reason = reason_of(done.why, done.reason, "") + (f" [{done.digest}]" if done.digest else "")
        if reading is not None:
            try:
                self._writer.read(key, reading)
                return Outcome(What.READ, key, place, claims=len(reading.claims))
            except UngroundedError as error:
                reason = reason_of(None, str(error), "")
        if done.why in NOT_FOR_READING:
            self._writer.skip(key, reason)
            return Outcome(What.SKIPPED, key, place, reason)
        self._writer.fail(key, reason)
        return Outcome(What.FAILED, key, place, reason)


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield items in lists: as long as is good for writing, and no longer than a moment old when they come slowly."""
    batch: list[Item] = []
    size, since = 0, monotonic()
    for item in items:
        batch.append(item)
        size += len(item.data) if isinstance(item, Incoming) else 0
        if len(batch) >= BATCH or size >= BYTES or monotonic() - since > SECONDS:
            yield batch
            batch, size, since = [], 0, monotonic()
    if batch:
        yield batch
