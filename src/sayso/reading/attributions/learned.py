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
from sayso.reading.citing import is_citing
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
    taken = frozenset(tokens[k].i for k in (*found.cue, *found.content))
    return Candidate(
        rule=ENCODER,
        cue=cue,
        source=_phrase([tokens[k] for k in found.source], tokens, taken),
        content=_content([tokens[k] for k in found.content], tokens),
        attitude=shown_by(cue) or Attitude(found.attitude),
        heard=(Attitude(found.attitude), found.attitude_sure),
        weight=found.probability,
        speech=not cue or any(attitude(token, "speech") is not None for token in cue),
    )


def _phrase(source: Sequence[Token], tokens: Sequence[Token], taken: frozenset[int]) -> tuple[Token, ...]:
    """The source without marks and dates before it, with its article, and with the whole of a relative clause that it begins.

    ``taken`` are the places of the cue's and the content's words, where it ends at the latest.
    """
    held = list(source)
    while held and not held[0].text[0].isalnum() and held[0].text not in _OPENING:
        held = held[1:]
    while len(held) > 1 and held[0].ent in ("DATE", "TIME") and held[-1].ent not in ("DATE", "TIME"):
        held = held[1:]  # "two days earlier the same diplomat"
    if not held:
        return ()
    first = tokens[0].i
    before = tokens[held[0].i - first - 1] if held[0].i > first else None
    if before is not None and before.dep == "det" and before.head in held:
        held = [before, *held]
    above = (held[-1], held[-1].head, *(a for a in held[-1].ancestors() if a in held))
    clause = next((a for a in above if a.dep in ("relcl", "acl") and a.head in held and a.i > a.head.i), None)
    if clause is not None and not is_citing(clause):
        last = max(t.i for t in clause.subtree())
        last = min([last, *(i - 1 for i in taken if i > held[-1].i)])
        held += tokens[held[-1].i + 1 - first : last + 1 - first]
    return tuple(held)


def _content(held: Sequence[Token], tokens: Sequence[Token]) -> tuple[Bounds, ...]:
    """The stretches of the content, with the marks between two of its words."""
    first = tokens[0].i
    between = [t for a, b in pairwise(held) if b.i - a.i <= 3 for t in tokens[a.i + 1 - first : b.i - first] if not t.text[0].isalnum()]
    return pieces([*held, *between])
