"""What the tests of the ledger tell their stories with: an open store, and documents of invented readings."""

from collections.abc import Iterable
from dataclasses import replace

from sayso.bench.made_up import readings
from sayso.ledger.doors import open_view, open_writer
from sayso.model.article import Article
from sayso.model.document import Document
from sayso.model.judgement import Correction, Judgement, Verdict
from sayso.model.reading import Reading

NOON = "2026-03-12T12:00:00+00:00"


class Store:
    """Both doors of one ledger, and the steps that most tests begin with."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.writer = open_writer(where)
        self.view = open_view(where)

    def close(self) -> None:
        self.view.close()
        self.writer.close()  # last, to leave one file

    def add(self, reading: Reading, *, raw: bytes | None = None, place: str = "inbox/page.html") -> Document:
        """See and read one document."""
        document, data = document_of(reading, raw=raw, place=place)
        self.writer.see(data, document)
        return self.writer.read(document.id, reading)

    def fill(self, count: int) -> list[Reading]:
        """Add a few invented readings, and return them."""
        made = list(readings(count, claims=3))
        for reading in made:
            self.add(reading)
        return made

    def judge(
        self, claim: str, verdict: Verdict, *, when: str = NOON, correction: Correction | None = None, why: str | None = None
    ) -> Judgement:
        """Judge one claim."""
        return self.writer.judge(Judgement.of((self.view.anchor(claim),), verdict, by="Ana", when=when, why=why, correction=correction))

    def words(self, query: str) -> list[str]:
        """The words of the claims that a search finds."""
        return [hit.span.text for hit in self.view.find(query)]


def document_of(reading: Reading, *, raw: bytes | None = None, place: str = "inbox/page.html") -> tuple[Document, bytes]:
    """The document that a reading's article came from, and its bytes."""
    data = reading.article.text.encode() if raw is None else raw
    return Document.of(data, place=place, first_seen=NOON, url=reading.article.url), data


def by_version(reading: Reading, version: str) -> Reading:
    """The same reading by another version of the reader."""
    return replace(reading, reader=replace(reading.reader, version=version))


def with_text(reading: Reading, article: Article) -> Reading:
    """The same reading of an article that differs in nothing spans rest on."""
    return replace(reading, article=article)


def ids(documents: Iterable[Document]) -> list[str]:
    return [document.id for document in documents]
