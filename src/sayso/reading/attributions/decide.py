"""Attributions: who says what. Rules over the parse and the quotation marks propose; this module decides and makes the nouns.

Source, cue and content as in PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018). The chain of each holds one link here, whoever is
nearest the fact; ``chains`` completes it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from sayso.language.tokens import Parse
from sayso.model.actor import Mention
from sayso.model.attribution import Attitude, Attribution, Quotation
from sayso.model.identity import content_id
from sayso.reading.attributions.agreement import agreed
from sayso.reading.attributions.continuations import Quoted, run_on, whole
from sayso.reading.attributions.cues_beside import bare_cues, clause_beside_cues, label_cues, quotation_cues
from sayso.reading.attributions.cues_nouns import adjective_cues, noun_cues
from sayso.reading.attributions.cues_phrases import phrase_cues, unnamed_cues
from sayso.reading.attributions.cues_verbs import verb_cues
from sayso.reading.attributions.edges import trimmed
from sayso.reading.attributions.learned import encoder_cues
from sayso.reading.attributions.sense import makes_sense
from sayso.reading.candidates import ENCODER, Candidate, joined, words
from sayso.reading.chains.back import sources
from sayso.reading.cue_words import listed, shown_by
from sayso.reading.heard import Hearing
from sayso.reading.quotations import quotations

_FINDERS: tuple[Callable[[Parse], Iterator[Candidate]], ...] = (
    verb_cues, noun_cues, adjective_cues, phrase_cues, unnamed_cues, clause_beside_cues, label_cues,
)  # fmt: skip
_WIDEST = 200  # spans that may begin inside one content, so that the work stays linear
_PIECES = 12  # stretches of one content; in more there is no sense
_RIVALS = 30  # contents that begin or end at one word, so that the work stays linear
_SAME = 0.8  # of the words in either: two cues then have one content, and one of them is wrong


def attributions(
    parse: Parse, mentions: tuple[Mention, ...], hearing: Hearing | None, *, only: frozenset[str] | None = None
) -> tuple[Attribution, ...]:
    """Return the attributions of a text in order of their cues, each with the source nearest the fact as its only link.

    ``mentions`` may be empty; where they say who a pronoun is, the source's actor is theirs. Without a ``hearing`` the rules are alone.
    """
    quoted = Quoted(quotations(parse))
    learned, ruled = _proposed(parse, quoted, hearing, only)
    made = _nouns(run_on(agreed(learned, decide(ruled, parse), parse), parse, quoted), parse, mentions, quoted)
    return _with_rivals(made, ruled)


def proposed(parse: Parse, hearing: Hearing) -> tuple[list[Candidate], list[Candidate]]:
    """Return what the encoder proposes, and what the rules do once they have decided among themselves."""
    learned, ruled = _proposed(parse, Quoted(quotations(parse)), hearing, None)
    return learned, decide(ruled, parse)


def _proposed(
    parse: Parse, quoted: Quoted, hearing: Hearing | None, only: frozenset[str] | None
) -> tuple[list[Candidate], list[Candidate]]:
    found = chain(
        chain.from_iterable(find(parse) for find in _FINDERS), quotation_cues(parse, quoted.stretches), bare_cues(parse, quoted.stretches)
    )
    learned = encoder_cues(hearing) if hearing is not None and (only is None or ENCODER in only) else iter(())
    return list(_sound(learned, parse, quoted, only)), list(_sound(found, parse, quoted, only))


def _with_rivals(made: Iterable[Attribution], ruled: Sequence[Candidate]) -> tuple[Attribution, ...]:
    """The attributions, each with the rules that proposed something in its words, whether it stands or not."""
    placed = sorted({(candidate.anchor, candidate.rule) for candidate in ruled})
    found = []
    for one in made:
        spans = [*one.content, *([one.cue] if one.cue else []), *([one.source.span] if one.source.span else [])]
        near = placed[bisect_left(placed, (min(s.start for s in spans), "")) : bisect_left(placed, (max(s.end for s in spans), ""))]
        found.append(replace(one, rivals=tuple(sorted({rule for _, rule in near} - {one.rule, *one.seconded}))))
    return tuple(found)


def _sound(proposed: Iterable[Candidate], parse: Parse, quoted: Quoted, only: frozenset[str] | None) -> Iterator[Candidate]:
    """Those candidates that make sense, their quotations taken whole."""
    for made in proposed:
        if (only is None or made.rule in only) and len(made.content) <= _PIECES and makes_sense(made, quoted):
            yield whole(trimmed(made, parse), quoted)


def decide(candidates: Iterable[Candidate], parse: Parse) -> list[Candidate]:
    """Return those that stand: of two with the same cue, or the same content, the one whose rule is to be trusted more."""
    kept: list[Candidate] = []
    cues: set[int] = set()
    contents: dict[int, list[tuple[frozenset[int], set[int]]]] = {}
    for candidate in sorted(candidates, key=lambda c: (-c.weight, c.anchor, c.rule, c.content)):
        spot = {token.i for token in candidate.cue if token.pos not in ("AUX", "PART", "ADP", "ADV") or len(candidate.cue) == 1}
        held = frozenset(words(parse, candidate.content))
        empty = not held and candidate.attitude is not Attitude.DECLINES
        if empty or spot & cues or _is_taken(held, spot, contents):
            continue
        kept.append(candidate)
        cues |= spot
        if held:
            contents.setdefault(max(held), []).append((held, spot))
            contents.setdefault(min(held), []).append((held, spot))
    return sorted(kept, key=lambda c: (c.anchor, c.content))


def _is_taken(held: frozenset[int], spot: set[int], contents: dict[int, list[tuple[frozenset[int], set[int]]]]) -> bool:
    """Say whether another cue has this content already, and neither stands inside the other's content."""
    if not held:
        return False
    rivals = contents.get(max(held), [])[:_RIVALS] + contents.get(min(held), [])[:_RIVALS]
    return any(len(held & other) >= _SAME * len(held | other) and not held & cue and not other & spot for other, cue in rivals)


def _nouns(chosen: Sequence[Candidate], parse: Parse, mentions: tuple[Mention, ...], quoted: Quoted) -> tuple[Attribution, ...]:
    made = []
    for candidate, source in zip(chosen, sources(chosen, parse, mentions), strict=True):
        cue = parse.span(candidate.cue) if candidate.cue else None
        content = tuple(parse.cut(start, end) for start, end in joined(candidate.content, parse.text))
        where = [f"{span.start}-{span.end}" for span in (*([cue] if cue else []), *content, *([source.span] if source.span else []))]
        made.append(
            Attribution(
                id=content_id("t", *where, source.actor.id),
                chain=(source,),
                cue=cue,
                content=content,
                attitude=_attitude(candidate, parse),
                quotation=_quotation(parse, candidate, quoted),
                rule=candidate.rule,
                confidence=candidate.weight,
                seconded=candidate.seconded,
            )
        )
    return _nested(made)


_NEGATED = {
    Attitude.ASSERTS: Attitude.DENIES,
    Attitude.CONFIRMS: Attitude.DECLINES,
    Attitude.HINTS: Attitude.DENIES,
    Attitude.DENIES: Attitude.CONFIRMS,
    Attitude.BELIEVES: Attitude.DOUBTS,
    Attitude.EXPECTS: Attitude.DOUBTS,
    Attitude.DOUBTS: Attitude.BELIEVES,
    Attitude.PROMISES: Attitude.DENIES,
    Attitude.INTENDS: Attitude.DENIES,
    Attitude.WANTS: Attitude.DENIES,
    Attitude.PRAISES: Attitude.CRITICISES,
    Attitude.PROPOSES: Attitude.DENIES,
}


def _attitude(candidate: Candidate, parse: Parse) -> Attitude:
    """The attitude of the cue's words, turned round by a negation: "has not said whether" declines, "did not say that" denies."""
    if _is_refusal(candidate):
        return Attitude.DECLINES
    if not any(token.lower in listed("words", "negations") for token in candidate.cue):
        return candidate.attitude if candidate.attitude is not Attitude.ASSERTS else shown_by(candidate.cue) or candidate.attitude
    first = parse.within(*candidate.content[0])[:1] if candidate.content else []
    if candidate.attitude is Attitude.ASSERTS and first and first[0].lower in listed("words", "questions"):
        return Attitude.DECLINES
    return _NEGATED.get(candidate.attitude, candidate.attitude)


def _is_refusal(candidate: Candidate) -> bool:
    """Say whether a cue is "refused to say", "would neither confirm nor deny", "does not comment on"."""
    lemmas = {token.lemma for token in candidate.cue}
    if any(token.lower in listed("words", "negations") for token in candidate.cue) and lemmas & listed("refusal", "silent"):
        return True
    refused = lemmas & listed("refusal", "verbs") and lemmas & listed("refusal", "comment")
    return bool(refused) or lemmas >= {"confirm", "deny"}


def _quotation(parse: Parse, candidate: Candidate, quoted: Quoted) -> Quotation:
    held = words(parse, candidate.content)
    inside = sum(
        1 for i in held if quoted.around(parse.tokens[i].start + 1) is not None or quoted.around(parse.tokens[i].start) is not None
    )
    return Quotation.INDIRECT if not inside else Quotation.DIRECT if inside == len(held) else Quotation.MIXED


def _nested(made: list[Attribution]) -> tuple[Attribution, ...]:
    """The same, each with the id of the narrowest other attribution whose content holds its cue."""
    spans = sorted(((span, a.id) for a in made for span in a.content), key=lambda pair: (pair[0].start, -pair[0].end, pair[1]))
    starts = [span.start for span, _ in spans]
    found = []
    for attribution in made:
        place = attribution.cue or attribution.content[0]
        last = bisect_right(starts, place.start)
        near = spans[max(0, last - _WIDEST) : last]
        around = [(span.end - span.start, name) for span, name in near if span.holds(place) and name != attribution.id]
        found.append(replace(attribution, inside=min(around)[1]) if around else attribution)
    return tuple(found)
