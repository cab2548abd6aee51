"""What encoder and rules make of it together: how probable each proposed attribution is, and which of them stand.

Two readers that err differently are worth more than either: where a rule over the parse sees what the encoder sees, both are nearly always
right. The odds of a proposal are a sum of weights, fitted to articles and passages that the encoder was not trained on
(``bench/train/calibrate.py``, logistic regression), so that a probability means what it says.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.language.lexicon import lexicon
from sayso.language.tokens import Parse
from sayso.reading.candidates import ENCODER as RULE
from sayso.reading.candidates import Candidate, words
from sayso.reading.chains.sources import head_of

_SAME = 0.5  # of the words in either: two contents are then one
_CERTAIN = 0.995  # no network knows better than that
_SHORT = 2  # words of a content that say little
_MARKS = frozenset("“”\"'‘«»「『„")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate, the words of its content, and what the other reader makes of the same content.

    ``seconded`` is the rule's candidate with the content of the encoder's; ``contested`` says that the two name different sources, and
    both stand for election then. ``rivalled`` is a rule's whose cue, or most of whose content, the encoder sees otherwise.
    ``quoted`` is a content that begins with a quotation mark.
    """

    candidate: Candidate
    held: frozenset[int]
    seconded: Candidate | None = None
    contested: bool = False
    rivalled: bool = False
    quoted: bool = False

    @property
    def cue(self) -> set[int]:
        """The tokens of its cue that are not mere helpers of one."""
        tokens = self.candidate.cue
        return {t.i for t in tokens if len(tokens) == 1 or t.pos not in ("AUX", "PART", "ADP", "ADV", "PUNCT")}

    def features(self, *, inside: bool = False) -> dict[str, float]:
        """Return what its odds are the weighted sum of; ``inside`` another's content a rule's word is weighed by itself."""
        made = self.candidate
        if inside:
            return {f"inside {self.seconded.rule if self.seconded else made.rule}": 1.0}
        if made.rule != RULE:
            beside = {"rule contested": self.contested, "rule rivalled": self.rivalled and not self.contested}
            return {made.rule: 1.0} | {name: 1.0 for name, holds in beside.items() if holds}
        sure = min(max(made.weight, 1 - _CERTAIN), _CERTAIN)
        found = {"encoder": 1.0, "log-odds": math.log(sure / (1 - sure)), "speech": float(made.speech)}
        if not made.source:
            found["nobody"] = 1.0
        if self.quoted:
            found["quoted"] = 1.0
        if len(self.held) <= _SHORT:
            found["short"] = 1.0
        if self.contested:
            return found | {"encoder contested": 1.0}
        return found | ({f"seconded {self.seconded.rule}": 1.0} if self.seconded else {})


def proposals(learned: Iterable[Candidate], ruled: Sequence[Candidate], parse: Parse) -> list[Proposal]:
    """Return every proposal: the encoder's, each with the rule's that is nearest to it, and the rules' that it does not see so."""
    seen = [Proposal(c, frozenset(words(parse, c.content)), quoted=_is_quoted(c, parse)) for c in learned]
    rules = [Proposal(c, frozenset(words(parse, c.content))) for c in ruled]
    index: dict[int, list[int]] = {}
    for k, rule in enumerate(rules):
        for i in rule.held or rule.cue:
            index.setdefault(i, []).append(k)
    second: dict[int, int] = {}
    for _, e, r in sorted(_pairs(seen, rules, index)):
        if e not in second and r not in second.values():
            second[e] = r
    for e, r in second.items():
        contested = not _same_source(seen[e].candidate, rules[r].candidate)
        seen[e] = replace(seen[e], seconded=None if contested else rules[r].candidate, contested=contested)
        rules[r] = replace(rules[r], contested=contested)
    agreed = {r for r in second.values() if not rules[r].contested}
    left = [rule for k, rule in enumerate(rules) if k not in agreed]
    return [*seen, *(replace(rule, rivalled=True) if _is_rivalled(rule, seen) else rule for rule in left)]


def _is_quoted(candidate: Candidate, parse: Parse) -> bool:
    return bool(candidate.content) and parse.text[candidate.content[0][0]] in _MARKS


def _is_rivalled(rule: Proposal, seen: Sequence[Proposal]) -> bool:
    """Say whether the encoder sees another attribution with this cue or this content, neither standing inside the other."""
    for p in seen:
        if p.cue & rule.cue:
            return True
        both = p.held & rule.held
        if both and 2 * len(both) >= min(len(p.held), len(rule.held)) and not (p.cue & rule.held or rule.cue & p.held):
            return True
    return False


def _pairs(seen: Sequence[Proposal], rules: Sequence[Proposal], index: dict[int, list[int]]) -> Iterator[tuple[float, int, int]]:
    """(minus the share of words, encoder's number, rule's number) of those that mean one attribution."""
    for e, p in enumerate(seen):
        for k in {k for i in p.held or p.cue for k in index.get(i, ())}:
            rule = rules[k]
            if _refines(rule, p):
                yield -1.0, e, k
                continue
            share = len(p.held & rule.held) / len(p.held | rule.held) if p.held and rule.held else float(not p.held and not rule.held)
            apart = bool(rule.cue and rule.cue <= p.held) or bool(p.cue and p.cue <= rule.held)  # one stands inside the other
            if share >= _SAME and not apart:
                yield -share, e, k


def _refines(rule: Proposal, p: Proposal) -> bool:
    """Say whether a rule takes into the cue what the encoder takes for the first words of what is said: "expressed his desire to"."""
    return bool(p.cue) and p.cue < rule.cue and rule.held < p.held and _same_source(rule.candidate, p.candidate)


def _same_source(one: Candidate, other: Candidate) -> bool:
    a, b = {token.i for token in one.source}, {token.i for token in other.source}
    return bool(a & b) or not (a or b)


def agreed(learned: Iterable[Candidate], ruled: Sequence[Candidate], parse: Parse) -> list[Candidate]:
    """Return the candidates that stand, each with its probability as weight and the rule that seconds it, in order of their cues.

    A rule's candidate that stands inside another's content is weighed once that one is known to stand.
    """
    kept = _Kept()
    waiting = sorted(((-sure_of(p), p.candidate.anchor, p.candidate.rule, k, p) for k, p in enumerate(proposals(learned, ruled, parse))))
    for inside in (False, True):
        left = []
        for minus, anchor, rule, k, p in waiting:
            nested = kept.holds(p)
            sure = max(-minus, probability(p.features(inside=True))) if inside and nested else -minus
            ready = nested if inside else not nested or rule == RULE
            if ready and sure >= _least() and not kept.rivals(p):
                kept.add(p, sure)
            else:
                left.append((minus, anchor, rule, k, p))
        waiting = left
    return sorted((c for _, c in kept.chosen), key=lambda c: (c.anchor, c.content))


class _Kept:
    """The proposals that stand so far, to be asked by the words they hold."""

    def __init__(self) -> None:
        self.chosen: list[tuple[Proposal, Candidate]] = []
        self._by_cue: dict[int, list[Proposal]] = {}
        self._by_word: dict[int, list[Proposal]] = {}

    def add(self, p: Proposal, sure: float) -> None:
        """Let a proposal stand."""
        made = replace(p.candidate, weight=scaled(sure))
        if p.seconded is not None:
            second = p.seconded
            made = replace(made, seconded=(second.rule,), attitude=second.attitude, speech=made.speech or second.speech)
            if not second.content:
                made = replace(made, cue=second.cue, content=())  # "refused the interview": nothing is said
            if set(made.source) < set(second.source) and head_of(second.source) not in made.source:
                made = replace(made, source=second.source)  # a piece of a name and title, without the word that says who
            if set(made.cue) < set(second.cue):
                made = replace(made, cue=second.cue, content=second.content)
        self.chosen.append((p, made))
        for i in p.cue:
            self._by_cue.setdefault(i, []).append(p)
        for i in p.held:
            self._by_word.setdefault(i, []).append(p)

    def holds(self, p: Proposal) -> bool:
        """Say whether a proposal's cue stands inside the content of one that stands."""
        return any(other.held != p.held for i in p.cue for other in self._by_word.get(i, ()))

    def rivals(self, p: Proposal) -> bool:
        """Say whether another has this cue, or this content without one of the two standing inside the other's."""
        if any(i in self._by_cue for i in p.cue):
            return True
        edges = {min(p.held), max(p.held), sorted(p.held)[len(p.held) // 2]} if p.held else set()
        for other in {id(o): o for i in edges for o in self._by_word.get(i, ())}.values():
            share = len(p.held & other.held) / len(p.held | other.held)
            if share >= _SAME and not (p.cue & other.held or other.cue & p.held):
                return True
        return False


def sure_of(p: Proposal) -> float:
    """Return the probability of a proposal; where a rule sees it too, it is no less than the rule's own."""
    own = probability({p.seconded.rule: 1.0}) if p.seconded is not None else 0.0
    return max(probability(p.features()), own)


def probability(features: dict[str, float]) -> float:
    """Return the probability that a proposal with these features is right."""
    odds = sum(_weights().get(name, _weights()["other rule"]) * value for name, value in features.items())
    return round(1 / (1 + math.exp(-odds)), 3)


def scaled(sure: float) -> float:
    """Return the confidence to report for a proposal that has won against its rivals: how often such are right (Platt 1999)."""
    scale = lexicon("agreement", "zxx")["scale"]
    odds = scale["offset"] + scale["slope"] * math.log(sure / (1 - sure))
    return round(1 / (1 + math.exp(-odds)), 3)


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = lexicon("agreement", "zxx")["weights"]
    return weights


@cache
def _least() -> float:
    least: float = lexicon("agreement", "zxx")["least"]
    return least
