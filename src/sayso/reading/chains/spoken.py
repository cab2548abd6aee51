"""Who has spoken and who has been named so far, and whom "he", "the minister" or "the 44-year-old" then means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.language.lexicon import lexicon
from sayso.language.tokens import Parse, Token
from sayso.model.actor import ActorKind, Mention
from sayso.model.attribution import Source
from sayso.reading.candidates import noun_phrase
from sayso.reading.chains.earlier import named_before
from sayso.reading.chains.people import PEOPLES, is_person_noun, plain_people, roles
from sayso.reading.chains.source_words import words
from sayso.reading.chains.sources import source

_REACH = 120  # tokens in which a pronoun looks for a name
_FAR = 400  # characters in which "the minister" looks for the one who was named as such

_PEOPLE = (ActorKind.PERSON, ActorKind.OFFICE, ActorKind.ANONYMOUS, ActorKind.GROUP)

Role = tuple[Source, frozenset[str]]
"""Somebody named, with the words of the phrase or sentence that named him."""


@dataclass(slots=True)
class Spoken:
    """Who was last named as a source, of each sort; and who by what office or trade."""

    parse: Parse
    mentions: dict[int, Mention]  # by the offset at which they end
    person: Source | None = None
    named: Source | None = None
    many: Source | None = None
    thing: Source | None = None
    document: Source | None = None
    place: int = -1  # of the last word of who spoke last
    by_role: dict[str, Role] = field(default_factory=dict)
    surnames: dict[str, Source] = field(default_factory=dict)
    waiting: list[Mention] | None = None  # named in the text, from the last to the first, that no description has looked at

    def meant(self, made: Source, head: Token) -> Source | None:
        """Return whom a source points back at, or None where it stands for itself."""
        kind = made.actor.kind
        if kind is ActorKind.UNKNOWN:
            by_word = {"it": self.thing} | dict.fromkeys(words("persons"), self.person) | dict.fromkeys(words("plural"), self.many)
            if head.lower in by_word:
                return by_word[head.lower]
            if head.lower in words("all") and not head.children:
                return self.many
        if any(c.lower == "same" for c in head.children):
            return self._same(kind, head)
        if head.lemma == "paper" and kind is ActorKind.OUTLET and self.document is self.thing and points_back(head):
            return self.document
        if kind is ActorKind.PERSON and head.lower in words("persons"):
            return self.person if not self._has_entered(made, head) else None
        if head.pos == "PROPN" and not head.children and head.text in self.surnames:
            return self.surnames[head.text]
        if (kind is ActorKind.PERSON and head.pos == "PROPN" and head.ent != "NORP") or not points_back(head):
            return None
        return self.document if kind is ActorKind.DOCUMENT else self._described(head)

    def _same(self, kind: ActorKind, head: Token) -> Source | None:
        """Whom "the same diplomat", "the same slides", "the same officials" means: who spoke last of that sort."""
        if kind is ActorKind.DOCUMENT:
            return self.document
        return (self.many if head.tag == "NNS" else self.person) if kind in _PEOPLE else None

    def note(self, made: Source, tokens: Sequence[Token]) -> None:
        """Remember a source that stands for itself."""
        self.place = tokens[-1].i
        match made.actor.kind:
            case ActorKind.PERSON | ActorKind.OFFICE:
                self.person = made
                if made.actor.kind is ActorKind.PERSON:
                    self.named = made
                    self.surnames[made.actor.name.split(" ")[-1]] = made
                    self._learn(made, tokens)
            case ActorKind.ANONYMOUS | ActorKind.GROUP:
                if made.actor.kind is ActorKind.ANONYMOUS and (made.count_least, made.count_most) == (1, 1):
                    self.person = made
                else:
                    self.many = made
            case ActorKind.UNKNOWN:
                pass
            case kind:
                self.thing = made
                self.document = made if kind is ActorKind.DOCUMENT else self.document

    def _learn(self, made: Source, tokens: Sequence[Token]) -> None:
        known = frozenset(token.lower for token in tokens)
        self.by_role |= {word: (made, known) for t in tokens for word in (t.lemma.lower(), t.lower) if word in roles()}

    def _has_entered(self, made: Source, pronoun: Token) -> bool:
        """Say whether whom the mentions mean by a pronoun has become a subject since somebody last spoke."""
        since = self.parse.tokens[max(self.place + 1, pronoun.i - _REACH) : pronoun.i]
        return any(t.pos == "PROPN" and t.dep in ("nsubj", "nsubjpass") and t.text in made.actor.name for t in since)

    def _described(self, head: Token) -> Source | None:
        """Whom "the minister", "the former wrestler", "the 44-year-old" or "the Slovenian" means."""
        more = {c.lower for c in head.children if c.dep in ("compound", "amod", "nmod", "nummod") and c.text != "year"}
        plain = {c.lower for c in head.children if c.dep == "amod"}
        self._look(head)
        known = next((self.by_role[word] for word in _called(head) if word in self.by_role), None)
        if known is not None and more - plain <= known[1]:
            return known[0]
        if is_trait(head):
            return self.named or named_before(self.parse, head)
        return self.person if not more and head.lemma in plain_people() else None

    def _look(self, head: Token) -> None:
        """Learn by what office or trade the text has named people before this word, whether they spoke or not."""
        if self.waiting is None:
            named = [m for m in self.mentions.values() if m.actor.kind is ActorKind.PERSON and m.span.text[0].isupper()]
            self.waiting = sorted(named, key=lambda m: -m.span.start)
        while self.waiting and self.waiting[-1].span.end <= head.start:
            mention = self.waiting.pop()
            last = self.parse.within(mention.span.end - 1, mention.span.end)
            if last and last[-1].pos == "PROPN" and head.start - mention.span.end < _FAR:
                phrase = noun_phrase(last[-1])
                self._learn(source(self.parse, phrase, self.mentions), phrase)


def points_back(head: Token) -> bool:
    """Say whether a phrase is "the minister", "the 44-year-old": one person, of whom nothing else is said."""
    if head.tag not in ("NN", "JJ", "CD") and not (head.ent == "NORP" and head.tag == "NNP"):
        return False
    if not any(c.dep == "det" and c.lower in ("the", "this", "that") for c in head.children):
        return False
    return not any(c.dep in ("prep", "poss", "relcl", "acl") or (c.dep == "appos" and c.pos not in ("NUM", "PRON")) for c in head.children)


def is_trait(head: Token) -> bool:
    """Say whether a definite phrase tells only what can be told of somebody named: "the 44-year-old", "the Slovenian"."""
    if head.lower.endswith(("-year-old", "year-old", "old")) or (
        head.ent == "NORP" and head.tag != "NNPS" and not head.lower.endswith(PEOPLES)
    ):
        return True
    return is_person_noun(head.lemma.lower()) and any(c.lower in words("once") or c.ent == "NORP" for c in head.children)


def _called(head: Token) -> Iterator[str]:
    """What else somebody may have been called whom a noun points back at: "the lawmaker" is the MP, "the premier" the prime minister."""
    yield head.lemma.lower()
    for group in lexicon("sources")["same"]["groups"]:
        if head.lemma.lower() in group:
            yield from group
