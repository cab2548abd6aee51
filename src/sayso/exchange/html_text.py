"""An article's text as marked pieces: overlapping spans cut into stretches that each know every mark they lie under.

HTML elements nest and annotations do not: a cue may stand in one claim and reach out of another. So the text is cut at every edge of
every span, and each piece carries the classes of all spans over it. The pieces of a text, joined, are the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.exchange.cards import Card
from sayso.model.reading import Reading
from sayso.model.span import Span

DEEPEST = 3  # lines that can be drawn under one word; deeper nesting shows as three
_PARAGRAPH = re.compile(r"\n+|[^\n]+")
_STEERS = r"[\u00ad\u061c\u06dd\u070f\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
_STEERING = re.compile(rf"({_STEERS})\1*")  # a run of one such character


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place to jump to, by name: ``c3`` where claim 3 begins, ``c3-2`` its second span, ``r1`` the first report named.

    ``card`` is what the reader can jump to from there: the claim, at its first span only.
    """

    name: str
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks; ``anchors`` stand before it. ``code`` names a character that cannot be seen."""

    text: str
    classes: tuple[str, ...]
    anchors: tuple[Anchor, ...] = ()
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text and the line ends behind it (or, at the very start, line ends alone)."""

    pieces: tuple[Piece, ...]
    ends: str


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    names: tuple[str, ...]


def paragraphs(reading: Reading, cards: Sequence[Card]) -> tuple[Paragraph, ...]:
    """Return the article's text in paragraphs of marked pieces. Linear in text and marks, times the marks over one place."""
    text = reading.article.text
    pieces = list(_pieces(text, list(_marks(reading, cards)), _anchors(reading, cards)))
    made: list[Paragraph] = []
    line: list[Piece] = []
    for piece in pieces:
        if piece.text.startswith("\n") and not piece.anchors:
            made.append(Paragraph(tuple(line), piece.text))
            line = []
        else:
            line.append(piece)
    return (*made, Paragraph(tuple(line), "")) if line else tuple(made)


def legible(text: str) -> str:
    """Return text as long as before, each character that HTML cannot carry replaced by the picture of it (U+2400) or by U+FFFD."""
    return "".join(_PICTURES.get(c, c) if not "\ud800" <= c <= "\udfff" else "\ufffd" for c in text)


_PICTURES = {chr(n): chr(0x2400 + n) for n in range(0x20) if chr(n) not in "\t\n"}
_PICTURES |= {"\x7f": "\u2421", **{chr(n): "\ufffd" for n in range(0x80, 0xA0)}}


def _marks(reading: Reading, cards: Sequence[Card]) -> Iterator[_Mark]:
    for card in cards:
        lit = f"c{card.number}"
        if card.word != "refusal":
            yield from (_mark(span, "claim", lit) for span in card.spans)
        if card.attribution:
            yield from (_mark(source.span, "source", lit) for source in card.attribution.chain if source.span)
            if card.attribution.cue:
                yield _mark(card.attribution.cue, "cue", lit)
    yield from (_mark(report.span, "source") for report in reading.reports)
    yield from (_mark(time.span, "date") for time in reading.times)
    yield from (_mark(block.span, f"is-{block.kind.value}") for block in reading.article.blocks)


def _mark(span: Span, *names: str) -> _Mark:
    return _Mark(span.start, span.end, names)


def _anchors(reading: Reading, cards: Sequence[Card]) -> dict[int, list[Anchor]]:
    found: dict[int, list[Anchor]] = {}
    for card in cards:
        for part, span in enumerate(card.spans, 1):
            anchor = Anchor(f"c{card.number}-{part}") if part > 1 else Anchor(f"c{card.number}", card)
            found.setdefault(span.start, []).append(anchor)
    for number, report in enumerate(reading.reports, 1):
        found.setdefault(report.span.start, []).append(Anchor(f"r{number}"))
    return found


def _pieces(text: str, marks: Sequence[_Mark], anchors: dict[int, list[Anchor]]) -> Iterator[Piece]:
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).extend(mark.names)
        closing.setdefault(mark.end, []).extend(mark.names)
    edges = {0, len(text), *opening, *closing, *anchors}
    edges |= {edge for found in _STEERING.finditer(text) for edge in found.span()}
    edges |= {found.start() for found in _PARAGRAPH.finditer(text)}
    over: Counter[str] = Counter()
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    for start, end in pairwise(cuts):
        over.subtract(closing.get(start, ()))
        over.update(opening.get(start, ()))
        edge_names = ["opens"] * ("source" in opening.get(start, ())) + ["closes"] * ("source" in closing.get(end, ()))
        yield Piece(
            legible(text[start:end]),
            (*_classes(over), *edge_names) if text[start] != "\n" else (),
            tuple(anchors.get(start, ())),
            _code(text[start], end - start),
        )


def _code(character: str, times: int) -> str | None:
    """The name of a character that steers and shows nothing, and how often it stands there."""
    if not _STEERING.fullmatch(character):
        return None
    return f"U+{ord(character):04X}{f' ×{times}' * (times > 1)}"


def _classes(over: Counter[str]) -> list[str]:
    names = sorted(name for name, count in over.items() if count > 0)
    return [*names, f"deep{min(over['claim'], DEEPEST)}"] if over["claim"] > 1 else names
