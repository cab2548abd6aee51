"""Sources in the order of the text, each pronoun and "the minister" with whom it points back at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.language.tokens import Parse, Token
from sayso.model.actor import ActorKind, Mention
from sayso.model.attribution import Source
from sayso.reading.candidates import Bounds, Candidate, antecedent, noun_phrase
from sayso.reading.chains.earlier import people_before, person_before, thing_before
from sayso.reading.chains.outlets import pointing
from sayso.reading.chains.source_words import words
from sayso.reading.chains.sources import UNNAMED, head_of, source
from sayso.reading.chains.spoken import Spoken
from sayso.reading.citing import citings

_MARKS = frozenset('“"«「『‘')


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
    spoken, quoted = Spoken(parse, by_end), _quoted(chosen, parse)
    for candidate in chosen:
        if not candidate.source:
            yield UNNAMED
            continue
        head = head_of(candidate.source)
        meant = antecedent(head)
        made = source(parse, candidate.source, by_end, candidate.kind) if meant is None else _relative(parse, head, meant, by_end)
        if _is_outlet(made, head, candidate):
            made = replace(made, actor=replace(made.actor, kind=ActorKind.OUTLET), named=True)
        known = spoken.meant(made, head) or (spoken.person if _is_somebody(made, head) else None) or _before(made, head, parse, quoted)
        if known is None:
            made = _owned(made, head, spoken, quoted)
            spoken.note(made, candidate.source)
        yield replace(known, span=made.span) if known is not None else made


def _owned(made: Source, head: Token, spoken: Spoken, quoted: Sequence[Bounds]) -> Source:
    """With whose somebody is, where a pronoun tells: "my aunt", "her lawyer" (of the last person named)."""
    owner = head.child("poss")
    if owner is None or owner.pos != "PRON" or made.actor.kind not in (ActorKind.ANONYMOUS, ActorKind.OFFICE):
        return made
    if made.affiliation is not None or owner.lower not in words("persons"):
        return made
    person = spoken.person or person_before(spoken.parse, owner, quoted)
    return replace(made, affiliation=person.actor.name) if person is not None else made


def _before(made: Source, head: Token, parse: Parse, quoted: Sequence[Bounds]) -> Source | None:
    """Whom a pronoun stands for that neither the mentions nor those who have spoken resolve."""
    if _is_somebody(made, head):
        return person_before(parse, head, quoted)
    if made.actor.kind is not ActorKind.UNKNOWN:
        return None
    if head.lower in words("plural"):
        return people_before(parse, head, quoted)
    return thing_before(parse, head, quoted) if head.lower == "it" else None


def _quoted(chosen: Sequence[Candidate], parse: Parse) -> list[Bounds]:
    """The contents in quotation marks, the narrowest first."""
    found = [
        (start, end)
        for candidate in chosen
        for start, end in candidate.content
        if parse.text[start] in _MARKS or parse.text[max(0, start - 1)] in _MARKS
    ]
    return sorted(found, key=lambda bounds: bounds[1] - bounds[0])


def _is_outlet(made: Source, head: Token, candidate: Candidate) -> bool:
    """Say whether a name that tells nothing is an outlet's, because it reports and cites: "TVK-24 reported with reference to X"."""
    reports = any(token.lemma == "report" for token in candidate.cue)
    unclear = made.actor.kind in (ActorKind.UNKNOWN, ActorKind.ORGANISATION) and head.pos == "PROPN" and len(candidate.source) <= 4
    return reports and unclear and any(True for _ in citings(head.sent.tokens))


def _is_somebody(made: Source, head: Token) -> bool:
    """Say whether a pronoun for one person was taken for something else by the mentions."""
    return head.lower in words("persons") and made.actor.kind is not ActorKind.PERSON


def _relative(parse: Parse, pronoun: Token, meant: Token, mentions: dict[int, Mention]) -> Source:
    """The source that "who" stands for, under the pronoun's own span."""
    phrase = noun_phrase(meant, *(c for c in meant.children if pronoun.is_below(c)))
    known = source(parse, phrase, mentions)
    return replace(known, span=parse.span([pronoun]))


def words_for(link: Source) -> str:
    """Return the words to call a source by: the text's own, or whom a pronoun or "the newspaper" stands for."""
    said = link.span.text if link.span else ""
    name = link.actor.name
    alone = said.lower().removesuffix(" himself").removesuffix(" herself").removesuffix(" themselves").removesuffix(" itself")
    if alone in words("persons") | words("plural") | words("speaker") | {"it", "who", "which"}:
        return name
    if link.actor.kind is ActorKind.PERSON and said.split(",")[0] in name:
        return name  # "Oluoch, who denies wrongdoing"
    if said.lower().startswith("the same "):
        return name
    points_back = (
        link.actor.kind in (ActorKind.PERSON, ActorKind.DOCUMENT, ActorKind.OUTLET) and name.split(" ")[-1].lower() not in said.lower()
    )
    return name if not said or (points_back and said.split(" ")[0].lower() in pointing()) else said
