"""Contexts: what an event is about beside its type (PLOVER 0.8), by the words of its sentence."""

from __future__ import annotations

from functools import cache

from sayso.language.gazetteer import listed
from sayso.language.lexicon import lexicon
from sayso.language.tokens import Sentence


@cache
def _words() -> dict[str, str]:
    table = lexicon("event_contexts")["contexts"]
    return {word: context for context, words in table.items() for word in listed(words)}


def contexts(sentence: Sentence) -> tuple[str, ...]:
    """Return the contexts that a sentence's words tell, in the order of their names."""
    words = _words()
    return tuple(sorted({words[lemma] for token in sentence.tokens if (lemma := token.lemma.lower()) in words}))
