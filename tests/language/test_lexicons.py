"""The lexicons: each file says where it is from, each entry has examples, and every example is read as it says.

An example is a sentence with a word marked and what comes of it, "The envoys managed to *meet* = happened"; behind a bar stands why it is
known to fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import pytest

from sayso.language.lexicon import lexicon
from sayso.language.parse import parser
from sayso.model.actor import Actor, ActorKind
from sayso.model.attribution import Attitude, Attribution, Quotation, Source
from sayso.model.event import Event, EventType
from sayso.model.span import Span
from sayso.reading.actors import mentions
from sayso.reading.attributions.decide import proposed
from sayso.reading.events import events_at
from sayso.reading.heard import listen
from sayso.reading.standing import standings
from sayso.reading.standing.signs import KINDS

FILES = sorted(
    file.name.removesuffix(".toml") for file in files("sayso.language").joinpath("data", "en").iterdir() if file.name.endswith(".toml")
)
OUTLET = Source(None, Actor.of("Port Gazette", ActorKind.OUTLET), named=True)


@dataclass(frozen=True)
class Example:
    """One example of an entry: the text without its marks, the marked words and what they must be read as."""

    text: str
    marked: Span
    expected: str
    fails: str

    @classmethod
    def of(cls, written: str) -> Example:
        """Return the example that one line of a lexicon holds."""
        sentence, _, rest = written.rpartition(" = ")
        expected, _, fails = rest.partition(" | ")
        before, words, after = sentence.split("*")
        text = f"{before}{words}{after}."
        return cls(text, Span.cut(text, len(before), len(before) + len(words)), expected, fails)


def standing_rows() -> Iterator[tuple[str, dict[str, Any]]]:
    table = lexicon("standing")
    return ((f"{kind}.{name}", row) for kind in KINDS for name, row in table[kind].items())


def cue_rows() -> Iterator[tuple[str, dict[str, Any]]]:
    table = lexicon("cues")
    for kind in ("verbs", "nouns"):
        yield from ((f"{kind}.{row['attitude']}.{number}", row) for number, row in enumerate(table[kind]))
    yield from ((kind, table[kind]) for kind in ("refusal", "light", "unnamed", "according"))
    yield from ((kind, {"words": table[kind], "examples": written}) for kind, written in table["examples"].items())


def event_rows(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    table = lexicon(name)
    return ((kind, {**table[kind], "examples": table["examples"].get(kind, [])}) for kind in (*EventType, "none"))


ROWS = {
    "standing": list(standing_rows()),
    "cues": list(cue_rows()),
    "event_verbs": list(event_rows("event_verbs")),
    "event_nouns": list(event_rows("event_nouns")),
}


def examples(*names: str) -> list[Any]:
    """Return every example of these lexicons as a parameter (entry, its row, the example); known failures are strict ones."""
    return [
        pytest.param(
            entry, row, Example.of(written), id=f"{entry}: {written}", marks=[pytest.mark.xfail(strict=True)] if " | " in written else []
        )
        for name in names
        for entry, row in ROWS[name]
        for written in row["examples"]
    ]


@pytest.mark.parametrize("name", FILES)
def test_lexicon_says_where_it_is_from(name: str) -> None:
    assert all(lexicon(name).get(key) for key in ("source", "licence", "version"))


@pytest.mark.parametrize("name", ROWS)
def test_lexicon_gives_every_entry_examples(name: str) -> None:
    assert [entry for entry, row in ROWS[name] if not row.get("examples")] == []


@pytest.mark.parametrize("entry, row, example", examples("standing"))
def test_standing_example_uses_a_word_of_its_entry(entry: str, row: dict[str, Any], example: Example) -> None:
    if entry.startswith("attitude."):
        return
    said = {form for token in parser().parse(example.text).tokens for form in (token.lemma, token.lower)}
    listed = {part for word in row["words"].split() for part in re.split("[-+:_]", word)}
    assert said & (listed | set(row["words"].split()))


@pytest.mark.parametrize("entry, row, example", examples("standing"))
def test_standing_example_stands_as_it_says(entry: str, row: dict[str, Any], example: Example) -> None:
    parse = parser().parse(example.text)
    happening = Event("e", example.marked, example.marked, None, "events.test")
    for said in _sayings(entry, row, example.text):
        (standing,) = standings(parse, (happening,), said, (), None)
        assert standing.label == example.expected


def _sayings(entry: str, row: dict[str, Any], text: str) -> Sequence[tuple[Attribution, ...]]:
    """Return the attributions to read an example under: for an attitude's entry one of each, that says the whole sentence."""
    if not entry.startswith("attitude."):
        return [()]
    content = (Span.cut(text, 0, len(text)),)
    return [
        (Attribution("said", (OUTLET,), None, content, Attitude(word), Quotation.INDIRECT, "attributions.test"),)
        for word in row["words"].split()
    ]


@pytest.mark.parametrize("entry, row, example", examples("cues"))
def test_cue_example_shows_its_attitude(entry: str, row: dict[str, Any], example: Example) -> None:
    parse = parser().parse(example.text)
    candidates = proposed(parse, listen(parse))[1]
    shown = {said.attitude.value for said in candidates for token in said.cue if example.marked.start <= token.start < example.marked.end}
    assert shown == ({example.expected} if example.expected != "nothing" else set())


@pytest.mark.parametrize("entry, row, example", examples("event_verbs", "event_nouns"))
def test_event_example_has_its_type_and_mode(entry: str, row: dict[str, Any], example: Example) -> None:
    parse = parser().parse(example.text)
    (event,) = events_at(parse, mentions(parse, None), [example.marked])
    assert " ".join(filter(None, (event.type or "none", event.mode))) == example.expected


@pytest.mark.parametrize("name", ["event_verbs", "event_nouns"])
def test_event_lexicon_gives_every_mode_an_example(name: str) -> None:
    modes = {(entry, line.partition("=")[0].strip()) for entry, row in ROWS[name] for line in row.get("modes", "").splitlines()}
    shown = {tuple(Example.of(written).expected.partition(" ")[::2]) for _, row in ROWS[name] for written in row["examples"]}
    assert modes - shown == set()
