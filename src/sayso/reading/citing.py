"""Words of citing and the phrase behind them: "citing two people", "with reference to the ministry"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from sayso.language.tokens import Token
from sayso.reading.cue_words import listed

_STOPS = frozenset({",", ";", ":", ".", "—", "–", "--", "―"})
_ELSEWHERE = frozenset({"that", "as", "which", "in", "on", "when", "after"})
_LONGEST = 5  # words of a phrase of citing ("on the strength of") and the first behind it
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def citings(tokens: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    """Yield every citing in the tokens of a sentence: where its words begin, where the phrase behind them does, and where that ends."""
    for k in range(len(tokens)):
        after = _behind(tokens, k)
        phrase = list(takewhile(lambda t: not _ends(t), tokens[after:])) if after else []
        if after and phrase and tokens[k].i + 8 > phrase[0].i:
            yield k, after, after + len(phrase)


def is_citing(token: Token) -> bool:
    """Say whether a word is a verb of citing with its subject before it ("citing", "quoted", but not "sources cited by CNN")."""
    return token.lemma in listed("according", "citing") and token.pos == "VERB" and token.tag != "VBN"


def _behind(tokens: Sequence[Token], k: int) -> int | None:
    """Where the phrase begins that the words of citing at ``k`` lead in, or None."""
    token = tokens[k]
    if is_citing(token):
        return k + 1
    leads = _leads().get(token.lower)
    if leads is None:
        return None
    words = [t.lower for t in tokens[k : k + _LONGEST]]
    lead = next((lead for lead in leads if len(lead) < len(words) and words[: len(lead)] == lead), None)
    return k + len(lead) if lead else None


@cache
def _leads() -> dict[str, list[list[str]]]:
    """The phrases of citing by their first word, since nearly every word of a text begins none."""
    found: dict[str, list[list[str]]] = {}
    for lead in listed("according", "citing_phrases"):
        found.setdefault(lead.split()[0], []).append(lead.split())
    return found


def _ends(token: Token) -> bool:
    """Say whether a word ends a phrase: a mark, "that", a finite verb not in a relative clause, or more citing."""
    if token.text in _STOPS or token.lower in _ELSEWHERE or is_citing(token):
        return True
    relative = any(c.lower in ("who", "that", "which") for c in token.children) or token.dep in ("acl", "relcl")
    return token.tag in _FINITE and not relative and not any(a.dep == "relcl" for a in token.ancestors())
