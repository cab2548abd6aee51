"""Where source, cue and content end: datelines, those cited, the next thing said, and "quoted X as saying"."""

from __future__ import annotations

from dataclasses import replace

from sayso.language.layout import dateline_end
from sayso.language.tokens import Parse, Token
from sayso.reading.candidates import Candidate, joined_to, noun_phrase, pieces, subtree
from sayso.reading.citing import citings, is_citing
from sayso.reading.cue_words import attitude, listed, shown_by

_FRAMES = ("speech", "clause", "infinitive", "object", "as")
_DATELINE = 140  # characters that may hold a dateline


def trimmed(candidate: Candidate, parse: Parse) -> Candidate:
    """Return the candidate with every part of it cut to what belongs to it."""
    return without_next_said(quoted_as(without_citing(without_dateline(candidate, parse), parse), parse), parse)


def without_dateline(candidate: Candidate, parse: Parse) -> Candidate:
    """Return the candidate without the dateline that the parser took for the first words of a sentence ("SEOUL, May 3 (Yonhap) --")."""
    made = []
    for start, end in candidate.content:
        first = parse.within(start, start + 1)
        opens = bool(first) and (start == 0 or parse.text[start - 1] == "\n")
        line = parse.text[start : min(end, start + _DATELINE)] if opens else ""
        cut = start + dateline_end(line) if line else start
        while cut < end and parse.text[cut].isspace():
            cut += 1
        made.append((cut, end) if cut < end else (start, end))
    return replace(candidate, content=tuple(made), source=_without_place(candidate.source, parse))


def _without_place(source: tuple[Token, ...], parse: Parse) -> tuple[Token, ...]:
    if not source or not (source[0].start == 0 or parse.text[source[0].start - 1] == "\n"):
        return source
    start = source[0].start
    cut = start + dateline_end(parse.text[start : start + _DATELINE])
    return tuple(token for token in source if token.start >= cut) or source


def without_citing(candidate: Candidate, parse: Parse) -> Candidate:
    """Return the candidate without those cited in its source or behind its cue: "reported, quoting the channel, citing sources, that P"."""
    if not candidate.cue or not candidate.content:
        return candidate
    first = next((k for k, token in enumerate(candidate.source) if is_citing(token) and token.tag == "VBG"), None)
    first = first or next((start for start, _, _ in citings(candidate.source) if not is_citing(candidate.source[start])), None)
    if first:
        candidate = replace(candidate, source=candidate.source[:first])
    behind = max((t for t in (*candidate.cue, *candidate.source)), key=lambda t: t.i)
    tokens = candidate.cue[0].sent.tokens
    end = at = behind.i + 1 - tokens[0].i
    for start, phrase, last in citings(tokens):
        if phrase >= at and all(_is_filler(token) for token in tokens[at:start]):
            end = at = last
    if end == behind.i + 1 - tokens[0].i:
        return candidate
    cut = behind.end, tokens[end - 1].end
    kept = [part for start, stop in candidate.content for part in ((start, min(stop, cut[0])), (max(start, cut[1]), stop))]
    held = [t for s, e in kept if s < e for t in parse.within(s, e)]
    return replace(candidate, content=pieces(held)) if any(t.text[0].isalnum() for t in held) else candidate


def _is_filler(token: Token) -> bool:
    """Say whether a word may stand between a cue and a citing: a mark, a day, "also"."""
    return not token.text[0].isalnum() or token.ent in ("DATE", "TIME") or token.pos in ("ADV", "ADP")


def quoted_as(candidate: Candidate, parse: Parse) -> Candidate:
    """Return "quoted X as saying P" with X for its source, and "as saying" in its cue."""
    verb = next((t for t in candidate.cue if t.lemma in listed("according", "citing") and t.pos == "VERB"), None)
    content = [t for start, end in candidate.content for t in parse.within(start, end)]
    if verb is None or not content:
        return candidate
    after = [t for t in verb.sent.tokens if verb.i < t.i <= content[-1].i]
    at = next((k for k, t in enumerate(after[:-1]) if t.lower == "as" and after[k + 1].tag == "VBG"), None)
    if at is None or not any(attitude(after[at + 1], key) is not None for key in _FRAMES):
        return candidate
    head, saying = (verb if verb.tag != "VBN" else None), after[at + 1]
    who = head.child("dobj") if head is not None else None
    phrase = noun_phrase(who, *(c for c in who.children if c.i >= after[at].i)) if who is not None else candidate.source
    said = [t for t in content if t.i > saying.i]
    if not said or who is saying:
        return candidate
    cue = tuple(t for t in (*candidate.cue, after[at], saying) if t not in phrase)
    cue = tuple(sorted(set(cue), key=lambda t: t.i))
    return replace(candidate, source=phrase, cue=cue, content=pieces(said), attitude=shown_by([saying]) or candidate.attitude)


def without_next_said(candidate: Candidate, parse: Parse) -> Candidate:
    """Return the candidate without what the same speaker says next: "denied that P *and condemned Q*"."""
    verb = next((t for t in reversed(candidate.cue) if t.pos == "VERB"), None)
    if verb is None or not candidate.content:
        return candidate
    held = [t for start, end in candidate.content for t in parse.within(start, end)]
    nexts = [t for t in held if t.i > verb.i and _is_joined(t, verb)]
    if not nexts:
        return candidate
    first = min(t.i for t in subtree(nexts[0]))
    last = max((t for t in held if t.i < first), key=lambda t: t.i, default=None)
    kept = [t for t in held if t.i < first and not (t is last and t.dep == "cc")]
    return replace(candidate, content=pieces(kept)) if any(t.text[0].isalnum() for t in kept) else candidate


def _is_joined(token: Token, verb: Token) -> bool:
    """Say whether a verb that also says something goes with the cue, and not with a verb of the content."""
    if joined_to(token) is not verb and not (token.dep == "conj" and token.head is verb and token.child("nsubj", "nsubjpass") is None):
        return False
    return any(attitude(token, frame) is not None for frame in _FRAMES)
