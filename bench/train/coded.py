"""Training examples of events: how they stand, what type they are, who their sides are.

Four kinds of rows, told by what they hold: articles whose events have a ``label`` of standing (UW; Lee et al. 2015, EMNLP), sentences with
events of a PLOVER type and their sides (``plover``), sentences of which only the quad class is known (0: no event; Halterman et al. 2023),
and passages of our own with every event marked (``marked_events.py``). Where in a sentence of another's the type shows, nobody has marked:
that is left to the network (multiple-instance learning; see ``loss.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from marked_events import OTHER
from passages import IGNORE, Coded, Example, Row

from sayso.bench import rows
from sayso.language.encoder.roles import SIDES, STANDINGS, TYPES
from sayso.language.encoder.window import Ints, window
from sayso.language.encoder.wordpieces import WordPieces
from sayso.language.tokens import Parse, Token
from sayso.model.event import EventType, StandingLabel
from sayso.model.plover import merged, plover_view
from sayso.reading.quotations import quotations
from sayso.reading.windows import quote_states, windows

QUADS = (
    ("AGREE", "CONSULT", "SUPPORT", "YIELD"),
    ("COOPERATE", "AID", "YIELD"),
    ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
"""The types of each quad class: verbal and material cooperation, verbal and material conflict. YIELD is in words or in deeds."""
_UTTERED = {"REQUEST", "REJECT", "THREATEN", "ACCUSE", "AGREE", "CONCEDE"}


def is_held(row: Row, number: int) -> bool:
    """Say whether the row of this number in its file is held out of training: a fifth of the sentences with types, a tenth of the rest."""
    if "group" in row or "quad" in row:
        return rows.is_held(row, number)
    return number % 10 == 0


def coded_examples(row: Row, parse: Parse, cut: WordPieces) -> Iterator[Example]:
    """Yield the windows of a row that hold something to learn."""
    states = quote_states(parse, quotations(parse))
    one_sentence = "quad" in row or "group" in row
    for tokens in [list(parse.tokens)] if one_sentence and parse.tokens else windows(parse):
        known = _known(row, tokens)
        if known.types or (known.standing != IGNORE).any() or (known.shown != IGNORE).any():
            words, entities = tuple(t.text for t in tokens), tuple(t.ent for t in tokens)
            seen = window(tokens, states[tokens[0].i : tokens[-1].i + 1], cut)
            yield Example(seen, words, entities, (), nested=False, attributed=False, coded=known)


def _known(row: Row, tokens: Sequence[Token]) -> Coded:
    nobody = np.full((len(tokens), len(SIDES)), IGNORE)
    nothing = np.full((len(tokens), len(TYPES)), IGNORE)
    if "topic" in row:
        sides = _sides(row["events"], ("actor", "recipient"), tokens) if row["events"] else np.zeros_like(nobody)
        return Coded(_standing(row["events"], tokens), sides, shown_types(row["events"], tokens))
    if "quad" in row or "group" in row:
        told = [event for event in row.get("events", [row]) if event.get("source") or event.get("target")]
        sides = _sides([_as_pairs(event) for event in told], ("source", "target"), tokens) if told else nobody
        return Coded(np.full(len(tokens), IGNORE), sides, nothing, _types(row))
    return Coded(_standing(row["events"], tokens), nobody, nothing)


def _as_pairs(event: Row) -> Row:
    return {side: [[span["start"], span["end"]] for span in event.get(side) or []] for side in ("source", "target")}


def _named(event: Row, tokens: Sequence[Token]) -> int | None:
    """The word of an event's span that hangs on none of its others, if the span begins in the window."""
    inside = [k for k, t in enumerate(tokens) if t.start < event["end"] and event["start"] < t.end]
    held = [tokens[k] for k in inside]
    return next((k for k in inside if tokens[k].head is tokens[k] or tokens[k].head not in held), None)


def _standing(events: Sequence[Row], tokens: Sequence[Token]) -> Ints:
    found = np.full(len(tokens), IGNORE)
    for event in events:
        place = _named(event, tokens)
        if place is not None and event["label"] in STANDINGS:
            found[place] = STANDINGS.index(event["label"])
    return found


def _sides(events: Sequence[Row], names: tuple[str, str], tokens: Sequence[Token]) -> Ints:
    """Which words are part of an event's first (actor) and second (recipient) side."""
    found = np.zeros((len(tokens), len(SIDES)), np.int64)
    for column, name in enumerate(names):
        for start, end in (span for event in events for span in event[name]):
            for k, token in enumerate(tokens):
                if token.start < end and start < token.end:
                    found[k, column] = 1
    return found


def shown_types(events: Sequence[Row], tokens: Sequence[Token]) -> Ints:
    """Return the types [W, T] that PLOVER's coders would file at each word; IGNORE where an utterance may be filed instead."""
    found = np.zeros((len(tokens), len(TYPES)), np.int64)
    uttered = any(event["type"] in _UTTERED for event in events)
    for event in events:
        place = _named(event, tokens)
        if place is None or event["type"] == OTHER:
            continue
        if uttered and event["label"] != "happened" and event["type"] not in _UTTERED:
            found[place] = IGNORE
            continue
        view = plover_view(EventType(event["type"]), StandingLabel(event["label"]))
        if view is not None:
            found[place, TYPES.index(merged(view))] = 1
    return found


def _types(row: Row) -> tuple[tuple[tuple[int, ...], int], ...]:
    if "events" in row:
        shown = {event["plover"] for event in row["events"]}
        return tuple(((column,), int(name in shown)) for column, name in enumerate(TYPES))
    columns = [tuple(TYPES.index(name) for name in names) for names in QUADS]
    if row["quad"] == 0:
        return tuple(((column,), 0) for column in range(len(TYPES)))
    return ((columns[row["quad"] - 1], 1),)
