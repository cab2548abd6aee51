"""What the encoder hears in an article, a window at a time: who says what, and of every word how an event that it names stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.language.encoder.decode import Floats, Found
from sayso.language.encoder.network import encoder
from sayso.language.encoder.roles import SIDES, STANDINGS, TYPES
from sayso.language.encoder.window import window
from sayso.language.tokens import Parse, Token
from sayso.model.plover import ENCODED
from sayso.reading.candidates import ENCODER
from sayso.reading.quotations import quotations
from sayso.reading.windows import quote_states, windows

STANDING, EVENTS = "standing.encoder", ENCODED
HEARD = frozenset({ENCODER, STANDING, EVENTS})
"""The rules that ask the encoder."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """The attributions heard in each window of an article, and of its N tokens what ``decode.Words`` says of events, as probabilities."""

    attributions: tuple[tuple[Sequence[Token], tuple[Found, ...]], ...]
    standing: Floats
    types: Floats
    sides: Floats


def listen(parse: Parse) -> Hearing:
    """Return what the encoder hears in a text; what it has read lately costs nothing."""
    reader, states = encoder(), quote_states(parse, quotations(parse))
    n, found = len(parse.tokens), []
    standing, types, sides = (np.zeros((n, len(names)), np.float32) for names in (STANDINGS, TYPES, SIDES))
    for tokens in windows(parse):
        here = slice(tokens[0].i, tokens[-1].i + 1)
        heard = reader.read(window(tokens, states[here], reader.cut))
        found.append((tokens, heard.found))
        standing[here], types[here], sides[here] = heard.standing, heard.types, heard.sides
    return Hearing(tuple(found), standing, types, sides)
