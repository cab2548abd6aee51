"""Spans: where in an article something stands, and the proof that it stands there."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.errors import UngroundedError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of an article's text, in Unicode code points (not bytes).

    The words are kept beside the offsets, so that every reader can check the one against the other.
    """

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Span:
        """Take the stretch ``[start, end)`` out of ``text``; raise UngroundedError when there is none."""
        return cls(start, end, text[max(start, 0) : end]).check(text)

    def check(self, text: str) -> Span:
        """Return this span, or raise UngroundedError when ``text`` says something else there."""
        found = text[max(self.start, 0) : self.end]
        if not (0 <= self.start < self.end <= len(text)) or found != self.text:
            raise UngroundedError(
                f"span {self.start}-{self.end} should read {self.text!r}, but the text reads {found!r}; "
                "the article was probably changed after it was read: read it again"
            )
        return self

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Say whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
