"""Content that runs on: a quotation whole where the parse cut it, and over the sentences and paragraphs that follow."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.language.tokens import Parse
from sayso.reading.candidates import Bounds, Candidate, joined
from sayso.reading.quotations import QuotedStretch


class Quoted:
    """The quoted stretches of a text, to be asked by place in logarithmic time."""

    def __init__(self, stretches: Sequence[QuotedStretch]) -> None:
        self.stretches = stretches
        self.starts = [q.start for q in stretches]
        self.ends = [q.end for q in stretches]

    def around(self, place: int) -> QuotedStretch | None:
        """Return the quotation that holds a place strictly inside its marks, or None."""
        at = bisect_right(self.starts, place) - 1
        return self.stretches[at] if at >= 0 and self.starts[at] < place < self.ends[at] else None

    def touching(self, start: int, end: int) -> Sequence[QuotedStretch]:
        """Return the quotations that share a character with, or end at, ``[start, end)``."""
        return self.stretches[bisect_left(self.ends, start) : bisect_right(self.starts, end)]


def whole(candidate: Candidate, quoted: Quoted) -> Candidate:
    """Return the candidate with each quotation its content cuts into taken whole; a cue inside a quotation keeps to that quotation."""
    if not candidate.content:
        return candidate
    outer = quoted.around(candidate.anchor)
    if outer is not None:
        inner = (outer.start + 1, outer.end - 1 if outer.closed else outer.end)
        clipped = tuple((max(s, inner[0]), min(e, inner[1])) for s, e in candidate.content if s < inner[1] and inner[0] < e)
        return replace(candidate, content=clipped)
    taken = [_taken(start, end, candidate, quoted) for start, end in candidate.content]
    return replace(candidate, content=tuple(sorted(taken)))


def _taken(start: int, end: int, candidate: Candidate, quoted: Quoted) -> Bounds:
    for quote in quoted.touching(start, end):
        if any(quote.start < token.start < quote.end for token in candidate.cue + candidate.source):
            continue
        starts_inside = quote.start < start < quote.end
        ends_inside = quote.start < end < quote.end
        if starts_inside and (candidate.speech or start - quote.start <= 2):
            start = quote.start
        if ends_inside or end == quote.start + 1:
            end = quote.end if candidate.speech or quote.end - end <= 2 else end
    return start, end


def run_on(candidates: Sequence[Candidate], parse: Parse, quoted: Quoted) -> list[Candidate]:
    """Give quotations that no cue outside them holds to the speech before them, or to the quotation left open before them."""
    made = list(candidates)
    outside = [c for c in made if quoted.around(c.anchor) is None]
    held = joined([bounds for c in outside for bounds in c.content], parse.text)
    starts = [start for start, _ in held]
    speech = sorted(
        (i for i, c in enumerate(made) if c.speech and c.content and quoted.around(c.anchor) is None), key=lambda i: _end(made[i])
    )
    ends = [_end(made[i]) for i in speech]
    for quote in quoted.stretches:
        at = bisect_right(starts, quote.start + 2) - 1
        is_held = at >= 0 and held[at][1] > quote.start + 2
        before = bisect_right(ends, quote.start + 1) - 1
        if is_held or before < 0 or not _stands_alone(quote, parse):
            continue
        spoken = made[speech[before]]
        if _continues(spoken, quote, parse, quoted):
            made[speech[before]] = replace(spoken, content=joined([*spoken.content, (quote.start, quote.end)], parse.text))
            ends[before] = max(ends[before], quote.end)
    return made


def _end(candidate: Candidate) -> int:
    return max([end for _, end in candidate.content] + [token.end for token in (*candidate.cue, *candidate.source)])


def _stands_alone(quote: QuotedStretch, parse: Parse) -> bool:
    """A quotation of whole sentences: it opens one, and is longer than a name in quotation marks."""
    tokens = parse.within(quote.start, quote.end)
    if len(tokens) < 4:
        return False
    before = parse.text[max(0, quote.start - 2) : quote.start].strip()
    return quote.start <= tokens[0].sent.start + 1 or before[-1:] in (".", "!", "?", ":", ",", "—", "”", '"')


def _continues(candidate: Candidate, quote: QuotedStretch, parse: Parse, quoted: Quoted) -> bool:
    """Say whether nothing but the end of its own sentence stands between a speech and a quotation."""
    end = _end(candidate)
    last = parse.within(end - 1, end)
    if last and end < last[-1].sent.end <= quote.start + 2:
        end = max(end, min(last[-1].sent.end, quote.start))
    gap = parse.text[end : quote.start]
    if any(c.isalnum() for c in gap[:40]) or len(gap) > 40:
        return False
    if "\n" not in gap:
        return True
    start, stop = max(candidate.content)
    if not gap.strip() and quoted.around(stop - 1) is not None and _fills_its_line(quote, parse):
        return True
    return gap.strip().endswith(":") or any(not q.closed and q.start <= stop for q in quoted.touching(start, stop))


def _fills_its_line(quote: QuotedStretch, parse: Parse) -> bool:
    """Say whether nothing is said after a quotation in its paragraph: nobody else can be meant by it."""
    line = parse.text.find("\n", quote.end)
    return not any(c.isalnum() for c in parse.text[quote.end : quote.end + 60 if line < 0 else line])
