"""The door for reading, over any database."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.errors import UsageError
from sayso.ledger import check, digest, documents, judgements, readings, search, stored, subscriptions
from sayso.ledger.base import Adrift, Counts, Hit, Sort
from sayso.ledger.database import Database
from sayso.ledger.derived import documents_of
from sayso.ledger.hits import COLUMNS, hit_of
from sayso.ledger.rows import who_says
from sayso.model.article import Article
from sayso.model.document import MOST_TRIES, Document, DocumentState
from sayso.model.judgement import Anchor, Judgement
from sayso.model.reading import Reading
from sayso.model.subscription import Subscription

_COUNTS = """
SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM documents WHERE state = 'waiting'),
(SELECT count(*) FROM documents WHERE state = 'read'), (SELECT count(*) FROM documents WHERE state = 'failed'),
(SELECT count(*) FROM documents WHERE state = 'skipped'), (SELECT count(*) FROM documents WHERE state = 'failed' AND tries >= ?),
(SELECT count(*) FROM claims), (SELECT count(*) FROM judgements)
"""


class DatabaseView:
    """A View; what its methods do stands there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self) -> Counts:
        """How many there are of everything."""
        return Counts(*self._database.rows(_COUNTS, (MOST_TRIES,))[0])

    def document(self, key: str) -> Document | None:
        """The document of this id."""
        return documents.get(self._database, key)

    def documents(self, state: DocumentState | None = None) -> Iterator[Document]:
        """Documents, in order of first being seen."""
        return documents.every(self._database, state)

    def due(self) -> Iterator[Document]:
        """What is to be read."""
        return documents.due(self._database)

    def versions(self, url: str) -> tuple[Document, ...]:
        """What came in under one address."""
        return documents.at(self._database, url)

    def raw(self, digest: str) -> bytes:
        """Raw bytes by their digest."""
        return documents.raw(self._database, digest)

    def articles(self) -> Iterator[Article]:
        """Every article."""
        for (key,) in self._database.rows("SELECT digest FROM current ORDER BY article"):
            yield readings.article(self._database, key)

    def reading(self, article: str) -> Reading | None:
        """The reading of an article, as the machine left it."""
        rows = self._database.rows("SELECT digest FROM current WHERE article = ?", (article,))
        reading = readings.load(self._database, rows[0][0]) if rows else None
        if reading and reading.article.id != article:
            raise stored.damaged(f"the list of articles, at {article},")
        return reading

    def find(self, query: str, *, sort: Sort = Sort.TIME, limit: int = 20, after: str | None = None) -> tuple[Hit, ...]:
        """Claims that match."""
        with self._database.snapshot():
            return search.find(self._database, query, sort=sort, limit=limit, after=after)

    def claim(self, key: str) -> Hit | None:
        """The claim of this id."""
        rows = self._database.rows(f"SELECT {COLUMNS} FROM claims WHERE claim = ? ORDER BY article, key LIMIT 1", (key,))
        return hit_of(rows[0]) if rows else None

    def claims(self, article: str) -> tuple[Hit, ...]:
        """The claims of one article."""
        return tuple(
            hit_of(row) for row in self._database.rows(f"SELECT {COLUMNS} FROM claims WHERE article = ? ORDER BY key DESC", (article,))
        )

    def review(self, *, limit: int = 20, after: str | None = None) -> tuple[Hit, ...]:
        """Claims nobody has judged."""
        return search.review(self._database, limit=limit, after=after)

    def anchor(self, claim: str) -> Anchor:
        """Where a claim stands, to judge it there."""
        with self._database.snapshot():
            hit = self.claim(claim)
            reading = self.reading(hit.article) if hit else None
            if hit is None or reading is None:
                raise UsageError(f"there is no claim {claim!r} in this ledger; expected the id of one that `find` shows")
            read = next(one for one in reading.claims if one.id == claim)
            document = documents_of(self._database, hit.article)[0]
            return Anchor(document, hit.article, claim, read.proposition, who_says(reading, read))

    def judgement(self, key: str) -> Judgement | None:
        """The judgement of this id."""
        return judgements.get(self._database, key)

    def judgements(self) -> Iterator[Judgement]:
        """Every judgement, in order of time."""
        return judgements.every(self._database)

    def judged(self, claim: str) -> tuple[Judgement, ...]:
        """The judgements that apply to a claim now."""
        return judgements.of_claim(self._database, claim)

    def adrift(self) -> Iterator[Adrift]:
        """Judgements that fit no claim any more."""
        sql = (
            "SELECT a.judgement, a.anchor FROM anchored a JOIN judgements j ON j.id = a.judgement"
            " WHERE a.claim IS NULL AND j.undone IS NULL ORDER BY j.made, j.id, a.anchor"
        )
        for key, place in self._database.rows(sql):
            judgement = judgements.need(self._database, key)
            yield Adrift(judgement, judgement.about[place])

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Everything that is followed."""
        return subscriptions.every(self._database)

    def export(self, *, times: bool = False) -> Iterator[str]:
        """The whole ledger as lines of JSON."""
        return digest.export(self._database, times=times)

    def digest(self) -> str:
        """The digest of the export."""
        return digest.digest(self.export())

    def faults(self) -> Iterator[str]:
        """What is not as it was written."""
        return check.faults(self._database)

    def close(self) -> None:
        """Let go of the store."""
        self._database.close()
