"""What a rule may look at beside its own words: the parse, the publication day, and the tense that governs them."""

from __future__ import annotations

from datetime import date

from sayso.language.tokens import Parse, Token
from sayso.reading.tense import Tense, tense_at


class Context:
    """One article as the rules see it; ``day`` is the publication day, None when unknown."""

    def __init__(self, parse: Parse, day: date | None) -> None:
        self.parse, self.text, self.day = parse, parse.text, day

    def head(self, start: int, end: int) -> Token | None:
        """Return the token that governs the others between two offsets."""
        tokens = self.parse.within(start, end)
        inside = set(map(id, tokens))
        return next((t for t in tokens if t.head is t or id(t.head) not in inside), None)

    def tense(self, start: int, end: int) -> Tense | None:
        """Return the tense of the verb that governs the words between two offsets."""
        head = self.head(start, end)
        return tense_at(head) if head else None

    def before(self, start: int, characters: int) -> str:
        """Return what stands before an offset, in lower case, without white space at its end."""
        return self.text[max(0, start - characters) : start].lower().rstrip()

    def token_before(self, start: int) -> Token | None:
        """Return the token before an offset in the same sentence."""
        tokens = self.parse.within(start, start + 1)
        if not tokens or tokens[0] is tokens[0].sent.tokens[0]:
            return None
        return self.parse.tokens[tokens[0].i - 1]
