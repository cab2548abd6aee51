"""Tokens, sentences and the parse: what every reading step walks on, whichever parser made it.

Offsets are code points of the whole article. Labels are those of Universal Dependencies' English cousin ClearNLP (``nsubj``, ``ccomp``,
``prep`` ...), tags Penn Treebank's, entity types OntoNotes 5's. Walk it with ``head`` and ``children``; never change it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.model.span import Span


class Token:
    """One token. ``head`` is itself at the root; ``children`` go in text order; ``ent`` is "" outside entities."""

    __slots__ = (
        "children", "dep", "end", "ent", "ent_first", "head", "i", "lemma", "lower", "pos", "sent", "start", "tag", "text",
    )  # fmt: skip

    def __init__(self, i: int, start: int, text: str, lemma: str, tag: str, pos: str, dep: str, ent: str, ent_first: bool) -> None:
        self.i, self.start, self.end, self.text, self.lower = i, start, start + len(text), text, text.lower()
        self.lemma, self.tag, self.pos, self.dep, self.ent, self.ent_first = lemma, tag, pos, dep, ent, ent_first
        self.head: Token = self
        self.children: list[Token] = []
        self.sent: Sentence

    def __repr__(self) -> str:
        return f"<{self.text} {self.tag} {self.dep}>"

    def child(self, *deps: str) -> Token | None:
        """Return the first child with one of these dependency labels, or None."""
        return next((child for child in self.children if child.dep in deps), None)

    def ancestors(self) -> Iterator[Token]:
        """Yield the head, its head, and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def subtree(self) -> list[Token]:
        """Return this token and all below it, in text order."""
        found, waiting = [], [self]
        while waiting:
            token = waiting.pop()
            found.append(token)
            waiting += token.children
        found.sort(key=lambda token: token.i)
        return found

    def is_below(self, other: Token) -> bool:
        """Say whether ``other`` is this token or one of its ancestors."""
        return other is self or any(token is other for token in self.ancestors())


class Sentence:
    """A run of tokens with one root; ``paragraph`` counts the article's paragraphs from 0."""

    __slots__ = ("index", "paragraph", "root", "tokens")

    def __init__(self, index: int, paragraph: int, tokens: list[Token]) -> None:
        self.index, self.paragraph, self.tokens = index, paragraph, tokens
        self.root = next((token for token in tokens if token.head is token), tokens[0])
        for token in tokens:
            token.sent = self

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.tokens[-1].end


class Parse:
    """A parsed article: its text, tokens, sentences and named entities."""

    __slots__ = ("_ends", "_starts", "sentences", "text", "tokens")

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = tuple(sentences)
        self.tokens = [token for sentence in self.sentences for token in sentence.tokens]
        self._starts = [token.start for token in self.tokens]
        self._ends = [token.end for token in self.tokens]

    def within(self, start: int, end: int) -> list[Token]:
        """Return the tokens that share a character with ``[start, end)``; logarithmic in the text's length."""
        return self.tokens[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def span(self, tokens: Sequence[Token]) -> Span:
        """Return the stretch from the first to the last of these tokens (in any order, at least one)."""
        return Span.cut(self.text, min(t.start for t in tokens), max(t.end for t in tokens))

    def cut(self, start: int, end: int) -> Span:
        """Return the stretch ``[start, end)`` of the text."""
        return Span.cut(self.text, start, end)

    def entities(self) -> Iterator[list[Token]]:
        """Yield the tokens of each named entity, in text order."""
        run: list[Token] = []
        for token in self.tokens:
            if run and (token.ent_first or token.ent != run[-1].ent):
                yield run
                run = []
            if token.ent:
                run.append(token)
        if run:
            yield run
