"""What looks like an attribution and is none: "claimed the title", "according to plan", "this means", "quoting the Post"."""

from __future__ import annotations

from sayso.language.tokens import Token
from sayso.reading.attributions.continuations import Quoted
from sayso.reading.candidates import Candidate
from sayso.reading.chains.sources import head_of, is_dangling, is_own_voice, is_pointer
from sayso.reading.citing import is_citing
from sayso.reading.cue_words import listed


def makes_sense(candidate: Candidate, quoted: Quoted) -> bool:
    """Say whether a candidate may be an attribution at all."""
    tests = (_is_feat, _is_plan, _only_cites, _is_hearsay)
    return not _has_no_source(candidate, quoted) and not any(test(candidate) for test in tests)


def _has_no_source(candidate: Candidate, quoted: Quoted) -> bool:
    """The source is nobody of its own: the author's "this means", or "I think" within a quotation, which has its source."""
    if len(candidate.source) != 1:
        return False
    word = candidate.source[0]
    return is_pointer(word) or is_dangling(word) or (is_own_voice(word) and quoted.around(candidate.anchor) is not None)


def _is_feat(candidate: Candidate) -> bool:
    """Somebody wins, and nobody says anything: "claimed her third crown"."""
    verb = next((t for t in candidate.cue if t.lemma in listed("feats", "verbs")), None)
    what = verb.child("dobj") if verb is not None else None
    return what is not None and what.lemma in listed("feats", "won")


def _is_plan(candidate: Candidate) -> bool:
    """Things go as they should: "according to plan"."""
    if not candidate.source or "according" not in {t.lower for t in candidate.cue}:
        return False
    head: Token = head_of(candidate.source)
    return head.lemma in listed("feats", "plans") and not any(c.dep in ("det", "poss", "compound") for c in head.children)


def _only_cites(candidate: Candidate) -> bool:
    """The cue is "quoting" alone: it tells who is cited, and what is said stands elsewhere."""
    return bool(candidate.cue) and all(is_citing(t) and t.tag == "VBG" for t in candidate.cue)


def _is_hearsay(candidate: Candidate) -> bool:
    """Somebody has reportedly done something: whoever says so is not named, and it is not he."""
    return bool(candidate.source) and any(t.lower in listed("unnamed", "adverbs") for t in candidate.cue)
