"""According to whom: the innermost attribution that holds an event, and what its source's attitude does to the event."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.tokens import Token
from sayso.model.attribution import Attribution
from sayso.model.event import Event
from sayso.reading.standing.own import Enabled, apply
from sayso.reading.standing.signs import sign
from sayso.reading.standing.stance import Stance
from sayso.reading.standing.tree import is_under_way


def innermost(event: Event, attributions: Sequence[Attribution]) -> Attribution | None:
    """Return the attribution with the shortest content that holds the trigger; for a refusal, the one whose cue holds it."""
    found = []
    for said in attributions:
        spans = said.content or ((said.cue,) if said.cue else ())
        if any(span.holds(event.trigger) for span in spans):
            found.append((sum(span.end - span.start for span in spans), said.id, said))
    return min(found)[2] if found else None


def with_attitude(stance: Stance, said: Attribution | None, path: Sequence[Token], only: Enabled) -> Stance:
    """Return the stance under the source's attitude, unless the cue itself governs the event and has been counted.

    Nor does a cue in a clause on the event count where the event has a verb of its own: "the attack that they had feared came at dawn".
    """
    if said is None or not said.content or (said.cue and any(said.cue.start <= t.start < said.cue.end for t in path)):
        return stance
    if said.cue and is_under_way(path[0]) and any(said.cue.start <= t.start < said.cue.end for t in path[0].subtree()):
        return stance
    return apply(sign("attitude", said.attitude.value), stance, only)
