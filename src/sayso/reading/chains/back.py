"""Sources in the order of the text, each pronoun and "the minister" with whom it points back at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from sayso.language.lexicon import lexicon
from sayso.language.tokens import Parse, Token
from sayso.model.actor import ActorKind, Mention
from sayso.model.attribution import Source
from sayso.reading.candidates import Candidate, antecedent, noun_phrase
from sayso.reading.chains.outlets import pointing
from sayso.reading.chains.source_words import titles, words
from sayso.reading.chains.sources import UNNAMED, head_of, source
from sayso.reading.citing import citings

_REACH = 120  # tokens in which a pronoun looks for a name
_THINGS = (ActorKind.ORGANISATION, ActorKind.DOCUMENT, ActorKind.OUTLET)


@dataclass(slots=True)
class _Spoken:
    """Who was last named as a source, of each sort; and who by what office or trade."""

    person: Source | None = None
    many: Source | None = None
    thing: Source | None = None
    document: Source | None = None
    place: int = -1  # of the last word of who spoke last
    by_role: dict[str, tuple[Source, frozenset[str]]] = field(default_factory=dict)  # with the words that named the holder

    def meant(self, made: Source, head: Token, parse: Parse) -> Source | None:
        """Return whom a source points back at, or None where it stands for itself."""
        kind = made.actor.kind
        if kind is ActorKind.UNKNOWN:
            by_word = {"it": self.thing} | dict.fromkeys(words("persons"), self.person) | dict.fromkeys(words("plural"), self.many)
            if head.lower in by_word:
                return by_word[head.lower]
        if kind is ActorKind.PERSON and head.lower in words("persons"):
            return self.person if not self._has_entered(made, head, parse) else None
        if kind is ActorKind.PERSON or not _points_back(head):
            return None
        if kind is ActorKind.DOCUMENT:
            return self.document
        more = {c.lower for c in head.children if c.dep in ("compound", "amod", "nmod") and c.text != "year"}
        known = next((self.by_role[word] for word in _called(head) if word in self.by_role), None)
        if known is not None and more <= known[1]:
            return known[0]
        return self.person if not more and _is_anybody(head) else None

    def _has_entered(self, made: Source, pronoun: Token, parse: Parse) -> bool:
        """Say whether whom the mentions mean by a pronoun has become a subject since somebody last spoke."""
        since = parse.tokens[max(self.place + 1, pronoun.i - _REACH) : pronoun.i]
        return any(t.pos == "PROPN" and t.dep in ("nsubj", "nsubjpass") and t.text in made.actor.name for t in since)

    def note(self, made: Source, tokens: Sequence[Token]) -> None:
        """Remember a source that stands for itself."""
        self.place = tokens[-1].i
        match made.actor.kind:
            case ActorKind.PERSON | ActorKind.OFFICE:
                self.person = made
                if made.actor.kind is ActorKind.PERSON:
                    named = frozenset(token.lower for token in tokens)
                    roles = words("office") | words("human") | titles()
                    self.by_role |= {word: (made, named) for t in tokens for word in (t.lemma.lower(), t.lower) if word in roles}
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


def sources(chosen: Iterable[Candidate], parse: Parse, mentions: Sequence[Mention]) -> Iterator[Source]:
    """Yield the source of each candidate in turn; a pronoun means whom the mentions say, else the last of its sort who spoke."""
    chosen = list(chosen)
    found = list(_in_order(chosen, parse, mentions))
    for candidate, made in zip(chosen, found, strict=True):
        yield _speaker(candidate, chosen, found) or made


def _speaker(candidate: Candidate, chosen: Sequence[Candidate], found: Sequence[Source]) -> Source | None:
    """Whoever is speaking where "I" or "we" is the source: the source of the narrowest content around it that is somebody else's."""
    if not candidate.source or head_of(candidate.source).lower not in words("speaker"):
        return None
    place = candidate.source[0].start
    around = [
        (end - start, k)
        for k, other in enumerate(chosen)
        for start, end in other.content
        if start <= place < end and other.source and head_of(other.source).lower not in words("speaker")
    ]
    return replace(found[min(around)[1]], span=found[chosen.index(candidate)].span) if around else None


def _in_order(chosen: Sequence[Candidate], parse: Parse, mentions: Sequence[Mention]) -> Iterator[Source]:
    by_end = {mention.span.end: mention for mention in mentions}
    spoken = _Spoken()
    for candidate in chosen:
        if not candidate.source:
            yield UNNAMED
            continue
        head = head_of(candidate.source)
        meant = antecedent(head)
        made = source(parse, candidate.source, by_end, candidate.kind) if meant is None else _relative(parse, head, meant, by_end)
        if _is_outlet(made, head, candidate):
            made = replace(made, actor=replace(made.actor, kind=ActorKind.OUTLET), named=True)
        known = spoken.meant(made, head, parse) or (spoken.person or _last_named(parse, head) if _is_somebody(made, head) else None)
        if known is None and head.lower == "it" and made.actor.kind is ActorKind.UNKNOWN:
            known = _last_thing(parse, head)
        if known is None:
            spoken.note(made, candidate.source)
        yield replace(known, span=made.span) if known is not None else made


def _points_back(head: Token) -> bool:
    """Say whether a phrase is "the minister", "the 44-year-old": one person, of whom nothing else is said."""
    if head.tag not in ("NN", "JJ", "CD") or not any(c.dep == "det" and c.lower in ("the", "this", "that") for c in head.children):
        return False
    return not any(c.dep in ("prep", "poss", "relcl", "acl", "appos") for c in head.children)


def _called(head: Token) -> Iterator[str]:
    """What else somebody may have been called whom a noun points back at: "the lawmaker" is the MP, "the premier" the prime minister."""
    yield head.lemma
    for group in lexicon("sources")["same"]["groups"]:
        if head.lemma in group:
            yield from group


def _last_named(parse: Parse, pronoun: Token) -> Source | None:
    """The person named last before a pronoun, a subject before any other, where nobody has spoken yet."""
    first = max(0, pronoun.i - _REACH)
    names = [t for t in parse.tokens[first : pronoun.i] if t.ent == "PERSON" and (t.head.ent != "PERSON" or t.head.i < t.i)]
    named = max(names, key=lambda t: (t.dep == "nsubj" or (t.dep == "appos" and t.head.dep == "nsubj"), t.i), default=None)
    return source(parse, tuple(t for t in noun_phrase(named) if t.i <= named.i)) if named is not None else None


def _last_thing(parse: Parse, pronoun: Token) -> Source | None:
    """The body or document that the sentence before a pronoun is about, where none has spoken yet."""
    sentences = [s for s in parse.sentences[max(0, pronoun.sent.index - 1) : pronoun.sent.index] if s.paragraph == pronoun.sent.paragraph]
    subjects = [t for s in sentences for t in s.tokens if t.dep in ("nsubj", "nsubjpass") and t.pos in ("NOUN", "PROPN")]
    made = source(parse, noun_phrase(subjects[0])) if subjects else None
    return made if made is not None and made.actor.kind in _THINGS else None


def _is_outlet(made: Source, head: Token, candidate: Candidate) -> bool:
    """Say whether a name that tells nothing is an outlet's, because it reports and cites: "TVK-24 reported with reference to X"."""
    reports = any(token.lemma == "report" for token in candidate.cue)
    unclear = made.actor.kind in (ActorKind.UNKNOWN, ActorKind.ORGANISATION) and head.pos == "PROPN" and len(candidate.source) <= 4
    return reports and unclear and any(True for _ in citings(head.sent.tokens))


def _is_somebody(made: Source, head: Token) -> bool:
    """Say whether a pronoun for one person was taken for something else by the mentions."""
    return head.lower in words("persons") and made.actor.kind is not ActorKind.PERSON


def _is_anybody(head: Token) -> bool:
    """Say whether a noun may mean whoever was named last, and not only somebody who was called the same."""
    return head.lemma in words("human") or head.lower.endswith(("-year-old", "year-old", "old"))


def _relative(parse: Parse, pronoun: Token, meant: Token, mentions: dict[int, Mention]) -> Source:
    """The source that "who" stands for, under the pronoun's own span."""
    phrase = noun_phrase(meant, *(c for c in meant.children if pronoun.is_below(c)))
    known = source(parse, phrase, mentions)
    return replace(known, span=parse.span([pronoun]))


def words_for(link: Source) -> str:
    """Return the words to call a source by: the text's own, or whom a pronoun or "the newspaper" stands for."""
    said = link.span.text if link.span else ""
    name = link.actor.name
    if said.lower() in words("persons") | words("plural") | words("speaker") | {"it", "who", "which"}:
        return name
    points_back = (
        link.actor.kind in (ActorKind.PERSON, ActorKind.DOCUMENT, ActorKind.OUTLET) and name.split(" ")[-1].lower() not in said.lower()
    )
    return name if not said or (points_back and said.split(" ")[0].lower() in pointing()) else said
