"""Event rows: a Reading as the field's event data has it, one row an event, but with its standing and who says so.

Only events that PLOVER's coders would file are rows; what every other verb tells stays in the claims. Several
mentions of one event are one row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sayso.exchange.plover import is_filed
from sayso.exchange.wording import voice
from sayso.model.actor import Mention
from sayso.model.event import Event, Size, Standing, StandingLabel
from sayso.model.reading import Reading


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event, its columns in the order in which they are shown; who is not told is an empty string or list.

    ``actor`` and ``recipient`` hold names with country (ISO 3166 alpha-3) and sector, if known: ``Oskar Thane (NOR GOV)``. ``start`` and
    ``end`` are where its trigger stands first, in code points; ``mentions`` is how often it is told. ``sizes`` are as in ``killed 12-``: at
    least 12. ``according_to`` is nearest the fact first, the article's own outlet last.
    """

    id: str
    date: str
    standing: str
    actor: list[str]
    type: str
    mode: str
    recipient: list[str]
    place: str
    according_to: list[str]
    sizes: list[str]
    mentions: int
    trigger: str
    start: int
    end: int
    confidence: float

    def plain(self) -> dict[str, Any]:
        """Return the row as plain JSON values, the id first."""
        return asdict(self)


def event_rows(reading: Reading) -> Iterator[EventRow]:
    """Yield the rows of a Reading in the order of its text."""
    standings = {standing.event: standing for claim in reading.claims for standing in claim.standings}
    chains = {said.id: [voice(source, reading.article).name for source in said.chain] for said in reading.attributions}
    mentions: dict[str, list[Event]] = {}
    for event in reading.events:
        mentions.setdefault(event.same_as or event.id, []).append(event)
    for event in reading.events:
        if is_filed(event) and event.same_as is None:
            yield _row(mentions[event.id], standings.get(event.id), chains, reading.article.outlet)


def happening(event: Event) -> str:
    """Return the type of an event that is a row and who does it to whom, on one line: ``ASSAULT Kenya (KEN GOV) > Eritrea (ERI GOV)``."""
    if event.type is None or not is_filed(event):
        return ""
    first, second = ", ".join(_named(event.actors)), ", ".join(_named(event.recipients))
    sides = f"{first or '?'} > {second}" if second else first
    return f"{event.type.value} {sides}".rstrip()


def _row(mentions: Sequence[Event], standing: Standing | None, chains: dict[str, list[str]], outlet: str | None) -> EventRow:
    event = mentions[0]
    label = standing.label if standing else StandingLabel.UNKNOWN
    return EventRow(
        id=event.id,
        date=event.time.value if event.time else "",
        standing=label.value,
        actor=_named(event.actors),
        type=event.type.value if event.type else "",
        mode=event.mode or "",
        recipient=_named(event.recipients),
        place=" ".join(event.place.text.split()) if event.place else "",
        according_to=chains.get((standing.according_to if standing else None) or "") or [outlet or "this article"],
        sizes=list(dict.fromkeys(_told(size) for mention in mentions for size in mention.sizes)),
        mentions=len(mentions),
        trigger=event.trigger.text,
        start=event.trigger.start,
        end=event.trigger.end,
        confidence=round(event.confidence, 3),
    )


def _named(mentions: Sequence[Mention]) -> list[str]:
    return [_one(mention) for mention in mentions]


def _one(mention: Mention) -> str:
    codes = " ".join(code for code in (mention.actor.country, mention.actor.sector) if code)
    name = " ".join((mention.actor.name or mention.span.text).split())
    return f"{name} ({codes})" if codes else name


def _told(size: Size) -> str:
    if size.least == size.most:
        return f"{size.kind} {size.least}"
    return f"{size.kind} {'' if size.least is None else size.least}-{'' if size.most is None else size.most}"
