"""How far a time is from an event, over the tree of a sentence."""

from __future__ import annotations

from sayso.language.lexicon import lexicon
from sayso.language.tokens import Token

# The roads from an event up to the word that its time hangs on; a clause of its own ("said on Monday that ...") is none.
_ROADS = {
    "dobj", "nsubj", "nsubjpass", "pobj", "prep", "attr", "conj", "compound", "xcomp", "pcomp", "poss", "agent", "oprd", "dative", "nmod",
    "acl", "amod", "auxpass", "aux", "npadvmod", "appos", "acomp", "csubj",
}  # fmt: skip
_FARTHEST = 6  # steps


def distance(trigger: Token, time: Token) -> int | None:
    """How far a time's word is from the event it dates, over the tree; None when a clause of another's lies between."""
    up = {trigger.i: 0}
    token, steps = trigger, 0
    while token.dep in _ROADS and token.head is not token and steps < _FARTHEST:
        token, steps = token.head, steps + 1
        up[token.i] = steps
    token, steps = time, 0
    while token.i not in up:
        if token.head is token or steps > _FARTHEST or token.dep in ("ccomp", "advcl", "relcl", "parataxis"):
            return None
        if token is not time and token.dep in ("pobj", "pcomp") and token.head.lower in lexicon("times")["apart"]["prepositions"]:
            return None
        token, steps = token.head, steps + 1
    return 1 + steps + up[token.i]
