"""Candidates of the encoder: attributions it has learned to see, whatever their form (``bench/train``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.language.encoder.decode import Found
from sayso.language.encoder.network import encoder
from sayso.language.encoder.window import window
from sayso.language.tokens import Parse, Token
from sayso.model.attribution import Attitude
from sayso.reading.attributions.quotations import QuotedStretch
from sayso.reading.attributions.windows import quote_states, windows
from sayso.reading.candidates import ENCODER, Bounds, Candidate, pieces
from sayso.reading.cue_words import attitude, shown_by

_OPENING = frozenset("“\"'‘«「『@#$")


def encoder_cues(parse: Parse, quoted: Sequence[QuotedStretch]) -> Iterator[Candidate]:
    """Propose what the encoder finds, a window at a time; the weight of a candidate is its probability."""
    reader, states = encoder(), quote_states(parse, quoted)
    for tokens in windows(parse):
        for found in reader.read(window(tokens, states[tokens[0].i : tokens[-1].i + 1], reader.cut)):
            made = _candidate(found, tokens)
            if made.content or made.attitude is Attitude.DECLINES:
                yield made


def _candidate(found: Found, tokens: Sequence[Token]) -> Candidate:
    cue = tuple(tokens[k] for k in found.cue)
    return Candidate(
        rule=ENCODER,
        cue=cue,
        source=_phrase([tokens[k] for k in found.source], tokens),
        content=_content([tokens[k] for k in found.content], tokens),
        attitude=shown_by(cue) or Attitude(found.attitude),
        weight=found.probability,
        speech=not cue or any(attitude(token, "speech") is not None for token in cue),
    )


def _phrase(source: Sequence[Token], tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The source without marks at its ends, with its article, and with the whole of a relative clause that it begins."""
    held = list(source)
    while held and not held[0].text[0].isalnum() and held[0].text not in _OPENING:
        held = held[1:]
    if not held:
        return ()
    first = tokens[0].i
    before = tokens[held[0].i - first - 1] if held[0].i > first else None
    if before is not None and before.dep == "det" and before.head in held:
        held = [before, *held]
    if len(held) > 1 and held[-1].tag in ("WP", "WDT"):
        last = max(t.i for t in held[-1].head.subtree())
        held += tokens[held[-1].i + 1 - first : last + 1 - first]
    return tuple(held)


def _content(held: Sequence[Token], tokens: Sequence[Token]) -> tuple[Bounds, ...]:
    """The stretches of the content, with the marks between two of its words."""
    first = tokens[0].i
    between = [t for a, b in pairwise(held) if b.i - a.i <= 3 for t in tokens[a.i + 1 - first : b.i - first] if not t.text[0].isalnum()]
    return pieces([*held, *between])
