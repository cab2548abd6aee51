"""The words that name events, indexed by the lemma of the first, so that a look-up costs the entries of one lemma."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.language.gazetteer import listed
from sayso.language.lexicon import lexicon
from sayso.model.event import EventType

ACTOR, CLAUSE, ANY, PLACE, ANOTHER = "@actor", "@clause", "@any", "@place", "@another"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A verb or noun with what must go with it: words (particles, prepositions), one of ``objects`` and of ``subjects`` unless None."""

    type: EventType | None
    mode: str | None
    words: tuple[str, ...]
    objects: frozenset[str] | None
    subjects: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class EventWords:
    """The event lexicon of one language."""

    verbs: dict[str, tuple[Pattern, ...]]
    nouns: dict[str, tuple[Pattern, ...]]
    adjectives: dict[str, EventType]
    statements: dict[str, tuple[Pattern, ...]]
    not_events: frozenset[str]
    light: frozenset[str]
    undergone: frozenset[str]
    aimed: frozenset[str]
    background: frozenset[str]
    measures: frozenset[str]
    sending: frozenset[str]
    done_by: frozenset[str]
    subject_control: frozenset[str]
    setting: frozenset[str]


@cache
def event_words(language: str = "en") -> EventWords:
    """Return the event lexicon; built once a process, patterns with more conditions first."""
    verbs, nouns = lexicon("event_verbs", language), lexicon("event_nouns", language)
    classes = {f"@{name}": frozenset(_commas(words)) for name, words in verbs["classes"].items()}
    return EventWords(
        verbs=_verbs({kind: verbs[kind] for kind in (*EventType, "none")}, classes),
        statements=_verbs({"none": verbs["statements"]}, classes),
        nouns=_nouns(nouns),
        adjectives={word: EventType(kind) for kind, written in verbs["adjectives"].items() for word in listed(written)},
        not_events=frozenset(word for words in verbs["not_events"].values() for word in listed(words)),
        **{name: frozenset(listed(nouns["verbs"][name])) for name in ("light", "undergone", "aimed", "background", "measures")},
        **{name: frozenset(listed(verbs["sides"][name])) for name in ("sending", "done_by", "subject_control", "setting")},
    )


def _verbs(table: dict[str, dict[str, str]], classes: dict[str, frozenset[str]]) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = {}
    for name, row in table.items():
        kind = None if name == "none" else EventType(name)
        modes = _modes(row.get("modes", ""))
        for entry in listed(row["verbs"]):
            rest, _, subjects = entry.partition("<")
            written, _, objects = rest.partition(":")
            lemma, *words = written.split()
            mode = modes.get(written.strip()) or modes.get(lemma)
            found.setdefault(lemma, []).append(Pattern(kind, mode, tuple(words), _any_of(objects, classes), _any_of(subjects, classes)))
    return {lemma: tuple(sorted(patterns, key=_weight)) for lemma, patterns in found.items()}


def _nouns(table: dict[str, dict[str, str]]) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = {}
    for kind in (*EventType, None):
        for entry in listed(table[kind.value if kind else "none"]["nouns"]):
            written, _, preps = entry.partition(":")
            *before, noun = written.split()
            found.setdefault(noun, []).append(Pattern(kind, None, tuple(before), frozenset(_commas(preps)) if preps else None))
    return {noun: tuple(sorted(patterns, key=_weight)) for noun, patterns in found.items()}


def _any_of(written: str, classes: dict[str, frozenset[str]]) -> frozenset[str] | None:
    return frozenset(item for noun in _commas(written) for item in classes.get(noun, {noun})) or None


def _modes(text: str) -> dict[str, str]:
    lines = (line.partition("=") for line in text.splitlines() if "=" in line)
    return {word: mode.strip() for mode, _, words in lines for word in listed(words)}


def _commas(text: str) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


def _weight(pattern: Pattern) -> tuple[int, int]:
    """More conditions first; of two lists of objects the shorter, which is the more telling."""
    conditions = -2 * len(pattern.words) - (3 if pattern.objects else 0) - (3 if pattern.subjects else 0)
    return conditions, len(pattern.objects or ())
