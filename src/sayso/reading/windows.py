"""Windows: the stretches of an article that the encoder reads at one go, a paragraph each where it fits.

Hardly any attribution crosses a paragraph (16 of 2,192 in PolNeAR's development articles), so a paragraph can be read, and remembered,
alone. Two kinds of line go with a neighbour: one that ends in a colon introduces the next, a short one that starts with a dash names who
said the one before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sayso.language.encoder.window import Quote
from sayso.language.tokens import Parse, Token
from sayso.reading.quotations import QuotedStretch

_MOST = 220  # words of one window; longer paragraphs are cut between sentences
_CREDIT = 14  # words of a line that names a speaker
_INTRODUCTION = 40  # words of a line that introduces the next
_DASHES = frozenset("—–―-−")


def windows(parse: Parse) -> Iterator[list[Token]]:
    """Yield the windows of a text in order; together they hold each token once."""
    held: list[Token] = []
    for _, sentences in groupby(parse.sentences, key=lambda sentence: sentence.paragraph):
        paragraph = [token for sentence in sentences for token in sentence.tokens]
        if held and not (len(held) + len(paragraph) <= _MOST and (_introduces(held) or _credits(paragraph))):
            yield from _cut(held)
            held = []
        held += paragraph
    if held:
        yield from _cut(held)


def _introduces(held: Sequence[Token]) -> bool:
    return held[-1].text == ":" and len(held) <= _INTRODUCTION


def _credits(paragraph: Sequence[Token]) -> bool:
    return paragraph[0].text[0] in _DASHES and 1 < len(paragraph) <= _CREDIT


def _cut(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens in windows of at most ``_MOST``, cut between sentences where there is a place."""
    start = 0
    while len(tokens) - start > _MOST:
        room = tokens[start : start + _MOST + 1]
        end = next((k for k in range(_MOST, 0, -1) if room[k].sent is not room[k - 1].sent), _MOST)
        yield tokens[start : start + end]
        start += end
    yield tokens[start:]


def quote_states(parse: Parse, stretches: Sequence[QuotedStretch]) -> list[Quote]:
    """Return for each token whether it stands in one of the quoted stretches, opens one or closes one; linear in the text."""
    states = [Quote.OUTSIDE] * len(parse.tokens)
    for stretch in stretches:
        inside = parse.within(stretch.start, stretch.end)
        for token in inside:
            states[token.i] = Quote.INSIDE
        if inside and inside[0].start == stretch.start and not inside[0].text[0].isalnum():
            states[inside[0].i] = Quote.OPENS
        if len(inside) > 1 and stretch.closed and inside[-1].end == stretch.end and not inside[-1].text[0].isalnum():
            states[inside[-1].i] = Quote.CLOSES
    return states
