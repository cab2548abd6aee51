"""Candidates of the encoder: attributions it has learned to see, whatever their form (``bench/train``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.language.encoder.decode import Found
from sayso.language.tokens import Token
from sayso.model.actor import ActorKind
from sayso.model.attribution import Attitude
from sayso.reading.candidates import ENCODER, Bounds, Candidate, pieces
from sayso.reading.citing import is_citing
from sayso.reading.cue_words import attitude, shown_by
from sayso.reading.heard import Hearing

_BEFORE = frozenset({"det", "nummod", "amod", "compound", "quantmod"})
_OPENING = frozenset("“\"'‘«「『@#$")


def encoder_cues(hearing: Hearing) -> Iterator[Candidate]:
    """Propose what the encoder hears; the weight of a candidate is its probability."""
    for tokens, heard in hearing.attributions:
        for found in heard:
            made = _candidate(found, tokens)
            if made.content or made.attitude is Attitude.DECLINES:
                yield made


def _candidate(found: Found, tokens: Sequence[Token]) -> Candidate:
    cue = tuple(tokens[k] for k in found.cue)
    taken = frozenset(tokens[k].i for k in (*found.cue, *found.content))
    return Candidate(
        rule=ENCODER,
        cue=cue,
        source=_phrase([tokens[k] for k in found.source], tokens, taken),
        content=_content([tokens[k] for k in found.content], tokens),
        attitude=shown_by(cue) or Attitude(found.attitude),
        weight=found.probability,
        speech=not cue or any(attitude(token, "speech") is not None for token in cue),
        kind=(ActorKind(found.kind[0]), found.kind[1]) if found.kind is not None else None,
    )


def _phrase(source: Sequence[Token], tokens: Sequence[Token], taken: frozenset[int]) -> tuple[Token, ...]:
    """The source without marks and dates before it, with its article, and with the whole of a relative clause that it begins.

    ``taken`` are the places of the cue's and the content's words, where it ends at the latest.
    """
    held = list(source)
    while held and not held[0].text[0].isalnum() and held[0].text not in _OPENING:
        held = held[1:]
    while len(held) > 1 and held[0].ent in ("DATE", "TIME") and held[-1].ent not in ("DATE", "TIME"):
        held = held[1:]  # "two days earlier the same diplomat"
    if not held:
        return ()
    held = _whole(_without_question(held), tokens, taken)
    first = tokens[0].i
    above = (held[-1], held[-1].head, *(a for a in held[-1].ancestors() if a in held))
    clause = next((a for a in above if a.dep in ("relcl", "acl") and a.head in held and a.i > a.head.i), None)
    if clause is not None and not is_citing(clause):
        last = max(t.i for t in clause.subtree())
        last = min([last, *(i - 1 for i in taken if i > held[-1].i)])
        held += tokens[held[-1].i + 1 - first : last + 1 - first]
    return tuple(held)


def _without_question(held: list[Token]) -> list[Token]:
    """Without the "what" of "what two of the contractors told us"."""
    return held[1:] if len(held) > 1 and held[0].tag in ("WP", "WDT") and held[0].lower == "what" else held


def _whole(held: list[Token], tokens: Sequence[Token], taken: frozenset[int]) -> list[Token]:
    """With the words right before it that belong to it ("two" bankers, "the" court), the noun right behind it that it only modifies (a news
    "site"), and the name beside which it stands apart.
    """
    first = tokens[0].i
    while held[-1].dep in ("compound", "amod") and held[-1].head.i == held[-1].i + 1 and held[-1].head.i not in taken:
        held = [*held, held[-1].head]
    at = held[0].i - first
    if at and held[0].dep in ("acl", "relcl") and tokens[at - 1] is held[0].head and tokens[at - 1].i not in taken:
        at -= 1
        held = [tokens[at], *held]  # "bankers" working on the deal
    while at and tokens[at - 1].i not in taken and tokens[at - 1].head in held and tokens[at - 1].dep in _BEFORE:
        at -= 1
        held = [tokens[at], *held]
    beside = next((t for t in held if t.dep == "appos" and t.head.i < held[0].i), None)
    if beside is None or beside.head.ent in ("GPE", "LOC", "DATE"):
        return held
    name = beside.head
    between = tokens[name.i - first : held[0].i - first] if name.i >= first else ()
    if between and all(t.i not in taken and (t is name or t.is_below(name) or t.text == ",") for t in between):
        at = name.i - first
        while at and tokens[at - 1].i not in taken and tokens[at - 1].head is name and tokens[at - 1].dep in _BEFORE:
            at -= 1
        return [*tokens[at : held[0].i - first], *held]  # "Thierry Massol, lawyer of the winery"
    return held


def _content(held: Sequence[Token], tokens: Sequence[Token]) -> tuple[Bounds, ...]:
    """The stretches of the content, with the marks between two of its words."""
    first = tokens[0].i
    between = [t for a, b in pairwise(held) if b.i - a.i <= 3 for t in tokens[a.i + 1 - first : b.i - first] if not t.text[0].isalnum()]
    return pieces([*held, *between])
