"""Abouts: what time a noun phrase is about, as its own clause says, so that an office is looked up then and not on the day of publication.

"In 2018 the South Korean president travelled north": a time counts for the verb it hangs on, and for all that hangs on this verb without a
time of its own. A time that belongs to another noun ("the 2018 summit") dates that noun alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.language.tokens import Parse, Token
from sayso.model.moment import Moment
from sayso.model.time import TimeExpression, TimeType
from sayso.reading.actors.holders import When
from sayso.reading.actors.spot import small_words

_LINKS, _VERBS = {"ADP", "ADV", "SCONJ"}, {"VERB", "AUX"}


class Abouts:
    """The time meant by token. Building takes time linear in the number of expressions times the depth of the parse."""

    def __init__(self, parse: Parse, published: Moment | None, times: Iterable[TimeExpression]) -> None:
        self.published = When.of(published)
        self._dated: dict[int, When] = {}
        for time in times:
            when = When.of(published, time.moment)
            if time.type in (TimeType.DATE, TimeType.TIME) and when.since:
                for token in _governors(parse.within(time.span.start, time.span.end)):
                    self._dated.setdefault(token.i, when)

    def when(self, head: Token) -> When:
        """Return when the phrase of this head is about: by the nearest time that hangs on it or on a verb above it, else by publication."""
        return next((self._dated[token.i] for token in (head, *head.ancestors()) if token.i in self._dated), self.published)


def _governors(tokens: list[Token]) -> list[Token]:
    """Return the verb a time hangs on, or the noun it stands behind and the verb above that; none behind "since" and the like."""
    inside = set(tokens)
    top = next((token for token in tokens if token.head not in inside), None)
    while top is not None and (top in inside or top.pos in _LINKS):
        ahead = top.head.i > top.i and top.head.pos in ("NOUN", "PROPN") and top.head not in inside
        if top.head is top or top.lower in small_words()["bounds"] or ahead:
            return []
        top = top.head
    if top is None or top.pos in _VERBS:
        return [top] if top else []
    return [top, *(token for token in top.ancestors() if token.pos in _VERBS)][:2]
