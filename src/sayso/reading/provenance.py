"""Provenance: which rules fired where, so that a claim can name all that had a hand in it.

What a rule makes of a sentence also hangs on what other rules made of it, and a rule that looks back - a pronoun to its name, "the
report" to the report before - on all that was read before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from sayso.model.attribution import Attribution
from sayso.model.event import Event, Standing
from sayso.model.reading import Rules

_BACK = ("same-event", "occasion", "paragraph", "lead")
_LOOKS_ON = "event-dates.told-later"  # to what the article tells after the event
_LOOKS_BACK = ("actors.", "chains.", "times.", "attributions.run-on", "events.same", *(f"event-dates.{rule}" for rule in _BACK))


class Fired:
    """Every rule that fired in an article, by the offset at which it did."""

    def __init__(self, rules: Iterable[tuple[int, str]]) -> None:
        self.rules = sorted(set(rules))
        self.first: dict[str, int] = {}
        for at, rule in self.rules:
            self.first.setdefault(rule, at)

    def context(self, direct: Rules, sentences: Iterable[tuple[int, int]]) -> Rules:
        """Return the rules, beside the direct ones, that fired in these stretches.

        Where one of all these looks back, those that fired before them too; where one looks on, all that fired anywhere.
        """
        beside: set[str] = set()
        last = 0
        for start, end in sentences:
            beside |= {rule for _, rule in self.rules[bisect_left(self.rules, (start, "")) : bisect_left(self.rules, (end, ""))]}
            last = max(last, end)
        if _LOOKS_ON in direct or _LOOKS_ON in beside:
            beside |= set(self.first)
        elif any(rule.startswith(_LOOKS_BACK) for rule in (*direct, *beside)):
            beside |= {rule for rule, at in self.first.items() if at < last}
        return tuple(sorted(beside - set(direct)))


def rules_of(attribution: Attribution) -> Rules:
    """Return the rules that made an attribution and its chain."""
    return (attribution.rule, *attribution.seconded, *attribution.chain_rules)


def rules_beside(attribution: Attribution) -> Rules:
    """Return the rules that made an attribution, and those that lost against them: without these the choice would be another."""
    return (*rules_of(attribution), *attribution.rivals)


def rules_of_event(event: Event, standings: Iterable[Standing]) -> Iterator[str]:
    """Yield the rules that made an event, its time and its standings."""
    yield from (event.rule, *event.steps)
    if event.time_rule:
        yield event.time_rule
    for standing in standings:
        if standing.event == event.id:
            yield from (standing.rule, *standing.steps)
