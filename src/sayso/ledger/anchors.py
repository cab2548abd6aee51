"""Anchors: judgements found their claims when they were made; here they find them again after a text was read anew.

By the claim's id; else by the same words at the same place, said by the same; else by the same words elsewhere in the text; else by the
claim that shares most with them, if that is more than half of both. What fits nothing is adrift, and is listed.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.ledger.effects import found_again
from sayso.ledger.rows import who_says
from sayso.model.judgement import Anchor
from sayso.model.reading import Claim, Reading
from sayso.model.span import Span

_SHARED = 0.5


def claim_of(anchor: Anchor, reading: Reading) -> str | None:
    """Return the id of the claim that an anchor stands at in this reading, or None when it fits none."""
    for claim in reading.claims:
        if claim.id == anchor.claim and claim.proposition == anchor.span:
            return claim.id
    span = found_again(anchor.span, reading.article.text)
    near = [claim for claim in reading.claims if span and claim.proposition == span]
    if not near and span:
        near = _most_alike(span, reading.claims)
    same_voice = [claim for claim in near if who_says(reading, claim) == anchor.who]
    return (same_voice or near)[0].id if near else None


def _most_alike(span: Span, claims: Sequence[Claim]) -> list[Claim]:
    best = max((_shared(span, claim.proposition) for claim in claims), default=0.0)
    return [claim for claim in claims if best > _SHARED and _shared(span, claim.proposition) == best]


def _shared(one: Span, other: Span) -> float:
    """The characters that two spans have in common, among all that either has."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start)) if both > 0 else 0.0
