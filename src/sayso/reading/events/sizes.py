"""Sizes: how many were killed, injured, arrested or displaced in an event, how many took part, how much money it was.

Every size is a span of the text with the least and the most that it says ("at least 12", "dozens", "between 5 and 7"). What a number counts
is told by the word it stands with (``language/data/en/event_sizes.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.language.lexicon import lexicon
from sayso.language.tokens import Parse, Token
from sayso.model.event import Size

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_COUNTED = ("dobj", "nsubjpass", "attr", "appos", "oprd")
_COUNTED_DOERS = ("nsubj", *_COUNTED)  # of verbs that say what happens to their subject, or in which it takes part
_DOERS = frozenset(
    {"die", "perish", "flee", "dead", "missing", "rally", "march", "gather", "demonstrate", "protest", "strike", "turn_out", "attend"}
)
_LEADING = ("VERB", "ADJ", "NOUN", "AUX", "ADP", "NUM")
_REACH = 3  # clauses between an event's word and one that tells its size


def sizes(head: Token, parse: Parse) -> tuple[Size, ...]:
    """Return the sizes told of the event that ``head`` names, in text order."""
    found: dict[int, Size] = {}
    for word in _near(head):
        for size in _of(word, parse):
            found.setdefault(size.span.start, size)
    return tuple(found[start] for start in sorted(found))


def _near(head: Token) -> Iterator[Token]:
    """The event's word, what it governs within a few clauses, and the verb it is the subject of."""
    tops = [head, *([head.head] if head.dep in ("nsubj", "nsubjpass", "pobj") else [])]
    if head.dep == "pobj" and head.head.head is not head.head:
        tops.append(head.head.head)
    waiting = [(top, 0) for top in tops]
    while waiting:
        token, depth = waiting.pop(0)
        yield token
        if depth < _REACH:
            waiting += [(child, depth + (child.pos != "ADP" and child.dep != "conj")) for child in token.children if child.pos in _LEADING]


def _of(word: Token, parse: Parse) -> Iterator[Size]:
    """The sizes that one word tells: what it counts among its own dependants, or money."""
    if word.ent == "MONEY" and word.pos in ("NOUN", "SYM", "NUM"):
        yield from _money(word, parse)
    kind = _kinds().get(_lemma(word)) or _kinds().get(word.lemma.lower()) or _kinds().get(word.lower)
    if kind is None:
        return
    is_state = {_lemma(word), word.lower} & set(lexicon("event_sizes")["doers"]["words"])
    counted = [child for child in word.children if child.dep in (_COUNTED_DOERS if is_state else _COUNTED)]
    counted += [
        noun for child in word.children if child.dep == "prt" for prep in child.children if (noun := prep.child("pobj"))
    ]  # "up to 9"
    if is_state and word.dep in ("oprd", "acomp", "advcl"):  # "left 14 villagers missing"
        counted += [child for child in word.head.children if child.dep == "dobj" and child.i < word.i]
    if word.pos in ("NOUN", "ADJ"):
        counted.append(word)
    for noun in counted:
        number = _number(noun)
        if number:
            tokens, least, most = number
            yield Size(kind, parse.span(tokens), least, most)


def _money(word: Token, parse: Parse) -> Iterator[Size]:
    tokens = [token for token in word.sent.tokens if token.ent == "MONEY" and abs(token.i - word.i) <= 6]
    amount = _amount([token for token in tokens if token.pos == "NUM"])
    if amount is not None:
        yield Size("money", parse.span(tokens), *_bounds(amount, tokens[0]))


def _number(noun: Token) -> tuple[Sequence[Token], int | None, int | None] | None:
    """The tokens of the number with which a noun is counted, and the least and the most that it means."""
    vague = lexicon("event_sizes")["numbers"]["vague"]
    own = [noun] if noun.pos == "NUM" or noun.lower in vague else [c for c in noun.children if c.dep in ("nummod", "amod") and c.i < noun.i]
    for token in own:
        if token.lower in vague:
            return [token], vague[token.lower], None
        if token.pos == "NUM":
            return _ranged(token)
    return None


def _ranged(last: Token) -> tuple[Sequence[Token], int | None, int | None] | None:
    """A number with what is said before it: "at least 12", "between 5 and 7", "2 million"."""
    numbers = sorted([last, *(t for t in last.subtree() if t.pos == "NUM" and t is not last)], key=lambda t: t.i)
    links = lexicon("event_sizes")["numbers"]["links"]
    between = [t for t in last.sent.tokens if numbers[0].i < t.i < numbers[-1].i and t.lower in links]
    if len(numbers) == 2 and between:
        low, high = _amount(numbers[:1]), _amount(numbers[1:])
        return (numbers, low, high) if low is not None and high is not None else None
    amount = _amount(numbers)
    return (numbers, *_bounds(amount, numbers[0])) if amount is not None else None


def _bounds(amount: int, first: Token) -> tuple[int | None, int | None]:
    """The least and the most that a number means after the words before it."""
    words = lexicon("event_sizes")["numbers"]
    start = first.i - first.sent.tokens[0].i
    before = " " + " ".join(token.lower for token in first.sent.tokens[max(0, start - 4) : start])
    if any(before.endswith(f" {said}") for said in words["least"]):
        return amount, None
    if any(before.endswith(f" {said}") for said in words["most"]):
        return None, amount
    return amount, amount


def _amount(tokens: Sequence[Token]) -> int | None:
    """The number that some words make: "1,500", "twelve", "2.5 million"."""
    exact, scales = lexicon("sources")["count"]["exact"], lexicon("event_sizes")["numbers"]["scales"]
    value: float | None = None
    for token in tokens:
        if token.lower in scales:
            value = (1 if value is None else value) * scales[token.lower]
        elif _DIGITS.fullmatch(token.text) or re.fullmatch(r"\d+\.\d+", token.text):
            value = float(token.text.replace(",", ""))
        elif token.lower in exact:
            value = exact[token.lower]
    return round(value) if value is not None else None


def _lemma(word: Token) -> str:
    particle = word.child("prt")
    return f"{word.lemma.lower()}_{particle.lower}" if particle is not None else word.lemma.lower()


@cache
def _kinds() -> dict[str, str]:
    table = lexicon("event_sizes")
    return {word: kind for kind, row in table.items() if isinstance(row, dict) and "examples" in row for word in row["words"]}
