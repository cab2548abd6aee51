"""Where the mentions are: look one up by token, so that a step can ask who a subject or a source is."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.language.tokens import Parse, Token
from sayso.model.actor import How, Mention


class MentionIndex:
    """The mentions of a parse by token. Building takes time linear in their tokens, each look-up none."""

    def __init__(self, parse: Parse, mentions: Iterable[Mention]) -> None:
        self._heads: dict[int, list[Mention]] = {}
        self._over: dict[int, list[Mention]] = {}
        for mention in mentions:
            tokens = parse.within(mention.span.start, mention.span.end)
            for token in tokens:
                self._over.setdefault(token.i, []).append(mention)
            head = next((token for token in tokens if token.head is token or token.head not in tokens), None)
            if head:
                self._heads.setdefault(head.i, []).append(mention)

    def at(self, token: Token) -> tuple[Mention, ...]:
        """Return the mentions headed by ``token``: usually one, two for "both sides", none where no actor is meant."""
        found = self._heads.get(token.i)
        if not found:
            found = [mention for mention in self._over.get(token.i, ()) if mention.how in (How.NAME, How.METONYM, How.TITLE)]
            shortest = min((mention.span.end - mention.span.start for mention in found), default=0)
            found = [mention for mention in found if mention.span.end - mention.span.start == shortest and token.dep in _INSIDE]
        return tuple(found)

    def over(self, token: Token) -> tuple[Mention, ...]:
        """Return every mention whose words hold ``token``, in text order."""
        return tuple(self._over.get(token.i, ()))


_INSIDE = {"compound", "nmod", "appos", "flat"}
