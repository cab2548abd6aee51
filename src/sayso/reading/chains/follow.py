"""Chains: through whom each attribution comes, from whoever is nearest the fact to the article's own outlet.

"Two sources told CNN that P" in an article of the Daily Ledger is: two sources, CNN, the Daily Ledger. Attributions are taken in the order
of the text, because "the report" and "the sources" mean what the text has said before; then what is nested takes on its outer chain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from sayso.language.tokens import Parse, Token
from sayso.model.actor import Actor, ActorKind, Mention
from sayso.model.attribution import Attribution, Source
from sayso.model.time import TimeExpression
from sayso.reading.attributions.cue_clause import cue_clause
from sayso.reading.chains.cited import cited
from sayso.reading.chains.outlets import is_generic, is_report, outlets_in, own_outlet, pointing
from sayso.reading.chains.source_words import words
from sayso.reading.chains.sources import head_of
from sayso.reading.chains.through import outlets_through, reporter

_NEAR = 1  # paragraphs between a report and "the report" that means it
_DEEPEST = 8  # attributions inside one another


@dataclass(slots=True)
class _Told:
    """What the text has said so far: the outlets it rests on, and through whom each anonymous source came in."""

    mentions: dict[int, Mention]
    outlets: dict[str, Actor] = field(default_factory=dict)
    uses: dict[str, int] = field(default_factory=dict)
    paragraph: dict[str, int] = field(default_factory=dict)
    through: dict[str, tuple[Source, ...]] = field(default_factory=dict)
    people: dict[str, tuple[Source, ...]] = field(default_factory=dict)  # by what they are called: the last unnamed ones
    crowd: tuple[Source, ...] = ()  # the last unnamed ones who were more than one
    last: tuple[Source, ...] = ()
    at: int = -99  # the paragraph of the last chain
    document: int = -99  # the paragraph that last named a document of nobody's

    def note(self, links: Sequence[Source], paragraph: int, word: str) -> None:
        """Remember a chain for those after it; ``word`` is what unnamed people are called in it, "" for anybody else."""
        self.last, self.at = tuple(links), paragraph
        for link in links:
            if link.actor.kind is ActorKind.OUTLET and link.named:
                self.outlets[link.actor.id] = link.actor
                self.uses[link.actor.id] = self.uses.get(link.actor.id, 0) + 1
                self.paragraph[link.actor.id] = paragraph
        if word:
            self.people[word] = tuple(links)
            self.crowd = tuple(links) if links[0].count_most != 1 else self.crowd
            if len(links) > 1:
                self.through.setdefault(links[0].actor.id, tuple(links[1:]))
        if links[0].actor.kind is ActorKind.DOCUMENT:
            self.document = paragraph

    def report(self, paragraph: int) -> Actor | None:
        """Return whose report "the report" means here: the last one named near, else the one most rested on."""
        near = [key for key, at in self.paragraph.items() if at >= paragraph - _NEAR and at >= self.document]
        if near:
            return self.outlets[max(near, key=lambda key: self.paragraph[key])]
        if self.document >= paragraph - _NEAR or not self.uses:
            return None
        return self.outlets[max(self.uses, key=lambda key: (self.uses[key], self.paragraph[key]))]


Step = Callable[[Attribution, list[Source], Parse, _Told], list[Source]]


def chains(
    parse: Parse,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    outlet: str | None,
    *,
    only: frozenset[str] | None = None,
) -> tuple[Attribution, ...]:
    """Return the attributions with their whole chains; the last link is ``outlet``, or "this article" where that is not known."""
    own, told = own_outlet(outlet), _Told({mention.span.end: mention for mention in mentions})
    found: dict[str, tuple[list[Source], list[str]]] = {}
    for attribution in attributions:
        links, rules = [attribution.source], list[str]()
        for name, step in _STEPS.items():
            after = step(attribution, links, parse, told) if only is None or name in only else links
            if after != links:
                links, rules = after, [*rules, name]
        found[attribution.id] = (links, rules)
        told.note(links, _paragraph(attribution, parse), _people(links[0], parse))
    if only is None or "chains.inside" in only:
        found = _relayed(attributions, found)
    last = Source(None, own, named=True)
    return tuple(
        replace(a, chain=(*_others(found[a.id][0], own), last) if found[a.id][0] else (last,), chain_rules=tuple(found[a.id][1]))
        for a in attributions
    )


def _paragraph(attribution: Attribution, parse: Parse) -> int:
    place = attribution.cue or attribution.content[0]
    tokens = parse.within(place.start, place.end)
    return tokens[0].sent.paragraph if tokens else 0


def _people(first: Source, parse: Parse) -> str:
    tokens = parse.within(first.span.start, first.span.end) if first.span and first.actor.kind is ActorKind.ANONYMOUS else []
    return head_of(tokens).lower if tokens else ""


def _others(links: Iterable[Source], own: Actor) -> list[Source]:
    """The links without the article's own outlet, each actor once."""
    seen = {own.id}
    kept = []
    for link in links:
        if link.actor.id not in seen:
            kept.append(link)
            seen.add(link.actor.id)
    return kept


def _relayed(
    attributions: Sequence[Attribution], found: dict[str, tuple[list[Source], list[str]]]
) -> dict[str, tuple[list[Source], list[str]]]:
    """The chains with those of the attributions around them at their end: what Y is reported to have said comes through the report."""
    by_id = {attribution.id: attribution for attribution in attributions}
    whole: dict[str, tuple[list[Source], list[str]]] = {}
    for attribution in attributions:
        links, rules = list(found[attribution.id][0]), list(found[attribution.id][1])
        outer = attribution.inside
        for _ in range(_DEEPEST):
            if outer is None or outer not in by_id:
                break
            more = [link for link in found[outer][0] if link.span is not None and all(link.actor.id != known.actor.id for known in links)]
            if more:
                links = links + more
                rules = rules if "chains.inside" in rules else [*rules, "chains.inside"]
            outer = by_id[outer].inside
        whole[attribution.id] = (links, rules)
    return whole


def _running_report(attribution: Attribution, links: list[Source], parse: Parse, told: _Told) -> list[Source]:
    """ "The report also said", "the newspaper added": the outlet is one that the text has named."""
    first = links[0]
    if first.span is None:
        return links
    meant = _pointed_at(parse.within(first.span.start, first.span.end), told)
    return [Source(first.span, meant, named=True), *links[1:]] if meant else links


def _pointed_at(tokens: Sequence[Token], told: _Told) -> Actor | None:
    """The outlet that "the report" or "the newspaper" points back at, or None."""
    if not tokens or tokens[0].lower not in pointing() or outlets_in(tokens):
        return None
    head = head_of(tokens)
    return told.report(head.sent.paragraph) if is_generic(head) or is_report(head) else None


def _cited(attribution: Attribution, links: list[Source], parse: Parse, told: _Told) -> list[Source]:
    """ "CNN cited sources, saying that P", "Reuters, citing two people, said P": those cited are nearer the fact."""
    nearer = [one for one in cited(attribution, parse, told.mentions) if one.actor.id != links[0].actor.id]
    return [*nearer, *links]


def _through_outlet(attribution: Attribution, links: list[Source], parse: Parse, told: _Told) -> list[Source]:
    """ "told CNN that P", "said in an interview with CNN", "sources quoted by CNN": what is said comes through the outlet named."""
    known = {link.actor.id for link in links}
    found = outlets_through(attribution, parse, told.mentions, lambda phrase: _pointed_at(phrase, told))
    return links + [link for link in found if link.actor.id not in known]


def _reported_by(attribution: Attribution, links: list[Source], parse: Parse, told: _Told) -> list[Source]:
    """ "P, a Tirana news site reported, citing an aide": whoever reports it stands behind whom it cites."""
    found = reporter(attribution, parse, told.mentions, lambda phrase: _pointed_at(phrase, told)) if len(links) == 1 else None
    return [*links, found] if found is not None and found.actor.id != links[0].actor.id else links


def _same_sources(attribution: Attribution, links: list[Source], parse: Parse, told: _Told) -> list[Source]:
    """The same unnamed sources again ("the people", "one of the diplomats"): they still speak through the outlet that brought them in."""
    first = links[0]
    if len(links) > 1 or first.actor.kind is not ActorKind.ANONYMOUS or first.span is None:
        return links
    if first.actor.id in told.through:
        return links + list(told.through[first.actor.id])
    tokens = parse.within(first.span.start, first.span.end)
    head = head_of(tokens)
    if told.crowd and _is_of_crowd(tokens):
        crowd = told.crowd[0]
        return [replace(first, basis=first.basis or crowd.basis, affiliation=first.affiliation or crowd.affiliation), *told.crowd[1:]]
    known = told.people.get(head.lower) if any(c.dep == "det" and c.lower in pointing() for c in head.children) else None
    if known is None or any(c.dep in ("amod", "compound", "prep", "relcl", "poss") for c in head.children):
        return links
    same = replace(known[0], span=first.span, count_least=first.count_least, count_most=first.count_most)
    return [same if head is tokens[-1] and len(tokens) == 2 else first, *known[1:]]


def _is_of_crowd(tokens: Sequence[Token]) -> bool:
    """Say whether a phrase means some of those last told of: "one of them, a manager", "one", "a fourth", "the others"."""
    bare = all(t.pos in ("NUM", "DET", "ADJ", "ADV", "PRON") or t.lower in words("others") for t in tokens)
    return (bare and tokens[-1].lower in words("others")) or any(t.lower in words("plural") and t.head.lower == "of" for t in tokens[:4])


def _same_speaker(attribution: Attribution, links: list[Source], parse: Parse, told: _Told) -> list[Source]:
    """ "He added" right after what he told an outlet: he still speaks to it, until paragraph, speaker or day change."""
    first = links[0]
    if any(token.ent == "DATE" for token in cue_clause(attribution, parse)):
        return links  # "a week ago he had said": on another occasion
    if len(links) > 1 or not told.last or first.span is None or told.last[0].actor.id != first.actor.id:
        return links
    tokens = parse.within(first.span.start, first.span.end)
    return [*links, *told.last[1:]] if tokens[0].pos == "PRON" and tokens[0].sent.paragraph == told.at else links


_STEPS: dict[str, Step] = {
    "chains.running-report": _running_report,
    "chains.cited": _cited,
    "chains.through-outlet": _through_outlet,
    "chains.reported-by": _reported_by,
    "chains.same-sources": _same_sources,
    "chains.same-speaker": _same_speaker,
}
