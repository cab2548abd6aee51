"""What a rule may look at beside its own words: the parse, the publication day, and the tense that governs them."""

from __future__ import annotations

from collections.abc import Set
from datetime import date
from itertools import pairwise

from sayso.language.lexicon import lexicon
from sayso.language.tokens import Parse, Token
from sayso.reading.tense import Tense, outlook, tense_of


class Context:
    """One article as the rules see it; ``day`` is the publication day, None when unknown."""

    def __init__(self, parse: Parse, day: date | None) -> None:
        self.parse, self.text, self.day = parse, parse.text, day
        self._surnames: Set[str] | None = None

    def head(self, start: int, end: int) -> Token | None:
        """Return the token that governs the others between two offsets."""
        tokens = self.parse.within(start, end)
        inside = set(map(id, tokens))
        return next((t for t in tokens if t.head is t or id(t.head) not in inside), None)

    def tense(self, start: int, end: int) -> Tense | None:
        """Return the tense of the verb that governs the words between two offsets; "since" looks back, "postponed until" ahead."""
        head = self.head(start, end)
        if head is None:
            return None
        return (_by_preposition(head.head) if head.dep == "pobj" else None) or outlook(head)

    def hangs_on_verb(self, start: int, end: int) -> bool:
        """Say whether the words between two offsets tell when a thing is done ("met on Nov. 3"), not which ("the Nov. 3 talks")."""
        head = self.head(start, end)
        while head is not None and head.dep in ("pobj", "pcomp", "prep") and head.head is not head:
            head = head.head
            if head.pos in ("VERB", "AUX"):
                return True
        return head is not None and head.dep in ("npadvmod", "advmod") and head.head.pos in ("VERB", "AUX")

    def is_timetable(self, start: int, end: int) -> bool:
        """Say whether the words between two offsets tell when a thing is to be by the calendar: "the council meets on Monday"."""
        head = self.head(start, end)
        while head is not None and head.dep in ("pobj", "prep", "npadvmod") and head.head is not head:
            head = head.head
        if head is None or head.tag not in ("VBZ", "VBP") or head.lemma not in lexicon("times")["timetable"]["verbs"]:
            return False
        return tense_of(head) is Tense.PRESENT and head.sent.tokens[-1].text in ".?!"

    def is_title(self, start: int, end: int) -> bool:
        """Say whether the words between two offsets are part of a name, such as that of a programme: capitals amid a sentence."""
        words = self.text[start:end].split()
        tokens = self.parse.within(start, end)
        first = not tokens or tokens[0].i == tokens[0].sent.tokens[0].i or self.text[max(0, start - 1) : start] == "\n"
        return all(word[0].isupper() for word in words) and not (first or (len(words) == 1 and self.text[start - 1] in "\"“'‘`"))

    def surnames(self) -> Set[str]:
        """Return, in lower case, the capital words that follow a first name or a title of courtesy ("Anna May", "Mrs. May")."""
        if self._surnames is None:
            titles = lexicon("times")["courtesies"]["words"]
            self._surnames = {
                second.lower
                for first, second in pairwise(self.parse.tokens)
                if second.text[:1].isupper() and (first.ent == "PERSON" or first.lower.rstrip(".") in titles)
            }
        return self._surnames

    def before(self, start: int, characters: int) -> str:
        """Return what stands before an offset, in lower case, without white space at its end."""
        return self.text[max(0, start - characters) : start].lower().rstrip()

    def token_before(self, start: int) -> Token | None:
        """Return the token before an offset in the same sentence."""
        tokens = self.parse.within(start, start + 1)
        if not tokens or tokens[0] is tokens[0].sent.tokens[0]:
            return None
        return self.parse.tokens[tokens[0].i - 1]


def _by_preposition(preposition: Token) -> Tense | None:
    deferring = lexicon("times")["deferring"]
    if preposition.lower in deferring["links"] and preposition.head.lemma in deferring["verbs"]:
        return Tense.FUTURE
    return Tense.PAST if preposition.lower == "since" else None
