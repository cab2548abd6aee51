"""Windows: a stretch of parsed text as the encoder sees it, in numbers.

Each word brings its pieces and, as embeddings that are added to theirs, its tag, dependency label, entity type, letter case and place
in or outside quotation marks, and its syntactic head. A word's tie to a cue is where it hangs in the tree as seen from the cue.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from sayso.language.encoder.wordpieces import END, START, WordPieces
from sayso.language.tokens import Token

Ints = NDArray[np.int64]

TAGS = tuple(
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH "
    "VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``".split()
)
DEPS = tuple(
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep det dobj expl "
    "intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl "
    "xcomp".split()
)
ENTITIES = tuple(
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME WORK_OF_ART".split()
)
_TAG, _DEP, _ENTITY = ({label: number for number, label in enumerate(labels, 1)} for labels in (TAGS, DEPS, ENTITIES))
BOUNDS = np.array((1, 2, 3, 4, 5, 7, 10, 15, 25, 50, 100))  # words away from a cue: the edges of the buckets
DISTANCES = 2 * len(BOUNDS) + 1
SELF, ABOVE, ELSEWHERE, BELOW = 0, 1, 2, 3  # ties; below a cue, and beside it, they go on with a dependency label
BESIDE = BELOW + len(DEPS) + 1
TIES = BESIDE + len(DEPS) + 1
SIZES = {"tags": len(TAGS) + 1, "deps": len(DEPS) + 1, "entities": len(ENTITIES) + 1, "cases": 6, "quotes": 4}
FEATURES = tuple(SIZES)


class Quote(IntEnum):
    """Where a word stands."""

    OUTSIDE = 0
    INSIDE = 1
    OPENS = 2
    CLOSES = 3


_MARKS = {Quote.OPENS: "“", Quote.CLOSES: "”"}  # whatever their style, so that one never seen in training reads like any other


@dataclass(frozen=True, slots=True)
class Window:
    """Arrays of one window of P pieces and W words.

    ``ids`` [P], with the start and end pieces; ``owner`` [P]: each piece's word (the end pieces take a neighbour's); ``first`` [W]: each
    word's first piece; ``heads`` [W]: the word it hangs on, itself at a root; ``features`` by name, each [W], 0 for unknown.
    """

    ids: Ints
    owner: Ints
    first: Ints
    heads: Ints
    features: dict[str, Ints]

    def __len__(self) -> int:
        return len(self.first)

    def key(self) -> bytes:
        """Return what tells this window from any other."""
        arrays = (self.ids, self.first, self.heads, *self.features.values())
        return blake2b(b"|".join(array.tobytes() for array in arrays), digest_size=16).digest()


def window(tokens: Sequence[Token], quotes: Sequence[Quote], cut: WordPieces) -> Window:
    """Return the arrays of some consecutive tokens (at least one), ``quotes`` saying where each stands."""
    start = tokens[0].i
    return from_pieces(
        [cut(_MARKS.get(quote, token.text)) for token, quote in zip(tokens, quotes, strict=True)],
        [t.head.i - start if start <= t.head.i < start + len(tokens) else k for k, t in enumerate(tokens)],
        {
            "tags": _numbers(_TAG.get(t.tag, 0) for t in tokens),
            "deps": _numbers(_DEP.get(t.dep, 0) for t in tokens),
            "entities": _numbers(_ENTITY.get(t.ent, 0) for t in tokens),
            "cases": _numbers(_case(t.text) for t in tokens),
            "quotes": _numbers(quotes),
        },
    )


def from_pieces(pieces: Sequence[Sequence[int]], heads: Sequence[int], features: dict[str, Ints]) -> Window:
    """Return the arrays of words whose pieces, heads and features are known."""
    sizes = [len(p) for p in pieces]
    return Window(
        ids=np.array([START, *(i for p in pieces for i in p), END], np.int64),
        owner=np.concatenate(([0], np.repeat(np.arange(len(pieces)), sizes), [len(pieces) - 1])),
        first=np.cumsum([1, *sizes[:-1]]),
        heads=np.array(heads, np.int64),
        features=features,
    )


def _numbers(values: Iterable[int]) -> Ints:
    return np.fromiter(values, np.int64)


def _case(word: str) -> int:
    if not word[0].isalpha():
        return 1
    if word.islower():
        return 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    return 4 if word[0].isupper() and word[1:].islower() else 5


def distances(size: int, anchors: Ints) -> Ints:
    """Return the bucket of each word's signed distance from each anchor: [A, size]."""
    away = np.arange(size)[None] - anchors[:, None]
    bucket = np.searchsorted(BOUNDS, np.abs(away), side="right")
    return np.asarray(np.where(away < 0, bucket + len(BOUNDS), bucket), np.int64)


def ties(heads: Sequence[int], deps: Sequence[int], anchors: Sequence[int]) -> Ints:
    """Return how each word hangs together with each anchor in the tree: [A, W], numbers below ``TIES``.

    A word below the anchor has ``BELOW`` plus the label of the anchor's child it lies under (``nsubj``, ``ccomp`` ...); one that only
    shares the anchor's head with it, ``BESIDE`` plus the label of that head's child.
    """
    children: list[list[int]] = [[] for _ in heads]
    for word, head in enumerate(heads):
        if head != word:
            children[head].append(word)
    found = np.full((len(anchors), len(heads)), ELSEWHERE, np.int64)
    for row, anchor in enumerate(anchors):
        up = heads[anchor]
        if up != anchor:
            _mark(found[row], [c for c in children[up] if c != anchor], children, deps, BESIDE)
        _mark(found[row], children[anchor], children, deps, BELOW)
        while up != anchor and found[row, up] != ABOVE:
            found[row, up] = ABOVE
            up = heads[up]
        found[row, anchor] = SELF
    return found


def _mark(row: Ints, tops: Iterable[int], children: list[list[int]], deps: Sequence[int], base: int) -> None:
    for top in tops:
        waiting = [top]
        while waiting:
            word = waiting.pop()
            row[word] = base + deps[top]
            waiting += children[word]
