"""Hits to and from the rows they are kept as."""

from __future__ import annotations

from sayso.ledger import stored
from sayso.ledger.base import Hit
from sayso.ledger.database import Row
from sayso.model.attribution import Attitude
from sayso.model.event import EventType, StandingLabel
from sayso.model.span import Span

COLUMNS = "key, article, claim, verdict, confidence, body, seal"


def body_of(hit: Hit) -> str:
    """Return as JSON what of a hit has no column of its own."""
    return stored.text(
        [
            [hit.span.start, hit.span.end, hit.span.text],
            hit.who, hit.through, hit.about, hit.places, hit.types, hit.attitude, hit.standing,
            hit.said, hit.happens, hit.outlet, hit.title, hit.url, hit.corrected,
        ]
    )  # fmt: skip


def hit_of(row: Row, cursor: str = "") -> Hit:
    """Return the hit that a row of ``COLUMNS`` is; raise DamagedLedgerError when the row is not as it was written."""
    key, article, claim, verdict, confidence, body, seal = row
    stored.unsealed(seal, key, article, claim, verdict, confidence, body, what=f"claim {claim}")
    span, who, through, about, places, types, attitude, standing, said, happens, outlet, title, url, corrected = stored.fields(
        body, f"claim {claim}"
    )
    return Hit(
        claim=claim,
        article=article,
        span=Span(*span),
        who=tuple(who),
        through=tuple(through),
        about=tuple(about),
        places=tuple(places),
        types=tuple(EventType(kind) for kind in types),
        attitude=Attitude(attitude) if attitude else None,
        standing=StandingLabel(standing) if standing else None,
        said=said,
        happens=happens,
        outlet=outlet,
        title=title,
        url=url,
        confidence=confidence,
        verdict=verdict,
        corrected=tuple(corrected),
        cursor=cursor or str(key),
    )
