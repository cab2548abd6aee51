"""The two doors of a ledger, and what comes back through them.

A View reads, a Writer writes; whoever only reads cannot change anything. Both are the same over every backend, and one set of tests runs
through all of them. Each method of a Writer is one transaction: when it returns, the change is on the disk, and at every moment
``seen = read + failed + skipped + waiting``.

Derived data (claim rows, search terms, where judgements apply) is a pure function of articles, readings and judgements: ``rebuild`` makes
it again, and nothing but ``sayso.ledger.derived`` writes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sayso.model.article import Article
from sayso.model.attribution import Attitude
from sayso.model.document import Document, DocumentState
from sayso.model.event import EventType, StandingLabel
from sayso.model.judgement import Anchor, Judgement
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.model.subscription import Subscription

Reader = Callable[[Article], Reading]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many documents there are and what became of them; ``claims`` are those of all that was read."""

    seen: int
    waiting: int
    read: int
    failed: int
    skipped: int
    set_aside: int
    claims: int
    judgements: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim as it is found: as it was read, with people's corrections on top (``corrected`` names the fields they changed).

    ``who`` says it, ``through`` whom it came (both in order from the fact to the outlet), ``about`` are those who act or are mentioned in
    it. ``said`` and ``happens`` are TIMEX3 or EDTF values. ``verdict`` is the newest judgement (accept, reject, correct, unsure) or none.
    ``cursor`` is where a search goes on after this hit.
    """

    claim: str
    article: str
    span: Span
    who: tuple[str, ...]
    through: tuple[str, ...]
    about: tuple[str, ...]
    places: tuple[str, ...]
    types: tuple[EventType, ...]
    attitude: Attitude | None
    standing: StandingLabel | None
    said: str | None
    happens: str | None
    outlet: str | None
    title: str | None
    url: str | None
    confidence: float
    verdict: str
    corrected: tuple[str, ...] = ()
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class Adrift:
    """A judgement that no longer fits any claim, and at which of the claims it is about."""

    judgement: Judgement
    anchor: Anchor


class Sort(StrEnum):
    """In which order a search gives its hits: newest first, or best match first among the newest 2,000."""

    TIME = "time"
    RELEVANCE = "relevance"


class View(Protocol):
    """The door for reading."""

    def counts(self) -> Counts:
        """Return how many documents, claims and judgements there are, all at one moment."""

    def document(self, key: str) -> Document | None:
        """Return the document of this id, or None."""

    def documents(self, state: DocumentState | None = None) -> Iterator[Document]:
        """Yield the documents, or those in one state, in order of first being seen."""

    def due(self) -> Iterator[Document]:
        """Yield what is to be read: the waiting documents, then the failed ones that are not set aside."""

    def versions(self, url: str) -> tuple[Document, ...]:
        """Return the documents that came in under one address, or through it from another, in order of first being seen."""

    def raw(self, digest: str) -> bytes:
        """Return raw bytes by their digest (``Document.raw``); raise UsageError when there are none."""

    def articles(self) -> Iterator[Article]:
        """Yield every article, in order of its id: one a text, though several documents may have given it."""

    def reading(self, article: str) -> Reading | None:
        """Return the reading of the article of this id as the machine left it, or None."""

    def find(self, query: str, *, sort: Sort = Sort.TIME, limit: int = 20, after: str | None = None) -> tuple[Hit, ...]:
        """Return at most ``limit`` claims that match, from the one after the cursor on; raise QueryError, pointing at what is wrong."""

    def claim(self, key: str) -> Hit | None:
        """Return the claim of this id, or None."""

    def claims(self, article: str) -> tuple[Hit, ...]:
        """Return the claims of one article, in text order."""

    def review(self, *, limit: int = 20, after: str | None = None) -> tuple[Hit, ...]:
        """Return claims nobody has judged, the least certain first, from the one after the cursor on."""

    def anchor(self, claim: str) -> Anchor:
        """Return where a claim stands, to make a judgement about; raise UsageError when there is no such claim."""

    def judgement(self, key: str) -> Judgement | None:
        """Return the judgement of this id, undone or not, or None."""

    def judgements(self) -> Iterator[Judgement]:
        """Yield every judgement, undone ones too, in order of time: the audit trail."""

    def judged(self, claim: str) -> tuple[Judgement, ...]:
        """Return the judgements that apply to a claim now, in order of time."""

    def adrift(self) -> Iterator[Adrift]:
        """Yield the judgements that fit no claim any more, since a text or its reading changed."""

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Return everything that is followed, in order of names."""

    def export(self, *, times: bool = False) -> Iterator[str]:
        """Yield the whole ledger as lines of JSON, fixed by its content alone; with ``times``, also when things came and how often
        they were tried, which is not part of the digest."""

    def digest(self) -> str:
        """Return the SHA-256 (hexadecimal) of the export."""

    def faults(self) -> Iterator[str]:
        """Yield, in words, everything in the store that is not as it was written; nothing when it is sound. Reads all of it."""

    def close(self) -> None:
        """Let go of the store."""


class Writer(Protocol):
    """The door for writing."""

    def batch(self) -> AbstractContextManager[None]:
        """Put all that happens inside into one transaction: faster, and lost together."""

    def see(self, raw: bytes, document: Document) -> Document:
        """Keep the bytes of a document made by ``Document.of`` from them; return it as it now stands. Known ones only gain a place."""

    def read(self, document: str, reading: Reading) -> Document:
        """Keep what a document says, unless a newer reader's reading is kept already; return the document, now read."""

    def fail(self, document: str, reason: str) -> Document:
        """Note that reading a document failed, and why; one that was read stays read."""

    def skip(self, document: str, reason: str) -> Document:
        """Note that a document is not for reading, and why; one that was read stays read."""

    def retry(self, document: str) -> Document:
        """Let a failed, skipped or set-aside document wait again, its tries forgotten; one that was read stays read."""

    def judge(self, judgement: Judgement) -> Judgement:
        """Keep a judgement; what it changes shows at once. Raise UsageError when it cannot be (words that are not in the text, no date)."""

    def undo(self, judgement: str, *, by: str, when: str) -> Judgement:
        """Take a judgement back; it stays in the audit trail."""

    def follow(self, subscription: Subscription) -> None:
        """Keep a subscription, in place of the one of its name if there is one."""

    def unfollow(self, name: str) -> bool:
        """Follow something no more; say whether it was followed."""

    def rebuild(self, reader: Reader | None = None) -> None:
        """Make everything derived again; with a reader, every reading as well. Judgements are not touched."""

    def load(self, lines: Iterable[str]) -> None:
        """Add what ``View.export`` wrote; raise UsageError at the line that is not of an export, and add nothing then."""

    def close(self) -> None:
        """Let go of the store."""
