"""Cues beside what is said, where the parse does not join the two: a quotation by "X said", a clause before ", X said", "Name: words"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.language.tokens import Parse, Sentence, Token
from sayso.model.attribution import Attitude
from sayso.reading.candidates import (
    Bounds,
    Candidate,
    contiguous,
    noun_phrase,
    pieces,
    subject,
    subject_beside,
    subtree,
    verb_phrase,
    verbs,
)
from sayso.reading.cue_words import attitude, listed
from sayso.reading.quotations import QuotedStretch

_TURNS = 2  # that one speaker takes make a transcript of it
_GAP = re.compile(r"[\s,:;.\-–—―]{0,4}")
_LABEL = re.compile(r"[A-ZÀ-Þ][\w.'’\-]*(?: [\w.'’\-]+){0,5} ?[:：] ")
_OPENING = frozenset('“"«')
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SIGNED = re.compile(r"\s{0,4}[—–―‒-]{1,2}[^\S\n]?(?P<name>[^\W\d_][^,\n()]{2,50}?)(?=[,\n(]|\.\n|\.?$)")
_HEADED = re.compile(r"(?:^|\n)[^\S\n]*(?P<name>[^\W\d_][^\n:.!?]{2,60}?)[^\S\n]*:?[^\S\n]*\n\s*$")
_UNDER = re.compile(r"[^\S\n]*\n[^\S\n]*(?P<name>[A-ZÀ-Þ][^\n:.!?]{2,60})[^\S\n]*(?=\n[^\S\n]*\n|\n?$)")
_ADJUNCTS = ("npadvmod", "advmod", "prep", "dative", "dobj", "agent", "prt", "aux", "auxpass", "neg")


def quotation_cues(parse: Parse, quoted: Sequence[QuotedStretch]) -> Iterator[Candidate]:
    """Propose attributions of quotations to the verb of speech right before or after them."""
    starts, ends = [q.start for q in quoted], [q.end for q in quoted]
    for sentence in parse.sentences:
        for verb in _speech(sentence):
            at = bisect_right(starts, verb.start) - 1
            if at >= 0 and verb.start < ends[at]:
                continue
            core = _core(verb)
            before = _touching(parse, quoted, bisect_right(ends, core[0].start) - 1, core[0].start, before=True)
            after = _touching(parse, quoted, bisect_left(starts, core[-1].end), core[-1].end, before=False)
            found = tuple(bounds for bounds in (before, after) if bounds)
            made = _said("quotation-beside-cue", verb, found, 0.8) if found else None
            if made is not None:
                yield made


def bare_cues(parse: Parse, quoted: Sequence[QuotedStretch]) -> Iterator[Candidate]:
    """Propose what has no verb of speech: "She was blunt: “...”", and a quotation with a name behind a dash, on its line or the next."""
    for quote in quoted:
        made = _after_colon(parse, quote) or _before_name(parse, quote) or _after_name(parse, quote)
        if made is not None:
            yield made


def _after_colon(parse: Parse, quote: QuotedStretch) -> Candidate | None:
    before = parse.within(max(0, quote.start - 3), quote.start)
    colon = before[-1] if before else None
    if colon is None or colon.text not in (":", "：") or parse.text[colon.end : quote.start].strip():
        return None
    before = [token for token in colon.sent.tokens if token.i < colon.i and token.dep == "nsubj" and token.head.i < colon.i]
    who = before[-1] if before else None
    if who is None or len(parse.within(quote.start, quote.end)) < 5:
        return None
    return Candidate("attributions.colon", (colon,), noun_phrase(who, who.head), ((quote.start, quote.end),), Attitude.ASSERTS, 0.45, True)


def _before_name(parse: Parse, quote: QuotedStretch) -> Candidate | None:
    found = _SIGNED.match(parse.text, quote.end, quote.end + 120)
    tokens = parse.within(found.start("name"), found.end("name")) if found else _name_under(parse, quote)
    if not tokens or not (_is_named(tokens) or (_is_dashed(parse, quote, tokens) and not any(t.tag in _FINITE for t in tokens))):
        return None
    return Candidate("attributions.signed", (), tuple(tokens), ((quote.start, quote.end),), Attitude.ASSERTS, 0.8, True)


def _is_named(tokens: Sequence[Token]) -> bool:
    capitals = [token for token in tokens if token.text[0].isupper()]
    return 2 * len(capitals) >= len(tokens) and tokens[0] in capitals and _ends_in_name(tokens)


def _name_under(parse: Parse, quote: QuotedStretch) -> list[Token]:
    """The line under a quotation that fills its own, where it begins with somebody's name and says nothing."""
    found = _UNDER.match(parse.text, quote.end, min(len(parse.text), quote.end + 90))
    tokens = parse.within(found.start("name"), found.end("name")) if found else []
    alone = quote.start == 0 or parse.text[quote.start - 1] == "\n"
    return tokens if alone and len(tokens) > 1 and tokens[0].ent == "PERSON" and not any(t.tag in _FINITE for t in tokens) else []


def _is_dashed(parse: Parse, quote: QuotedStretch, tokens: Sequence[Token]) -> bool:
    """Say whether a dash alone on its line leads to whoever signs: "quote" / -- the sign on the door."""
    between = parse.text[quote.end : tokens[0].start]
    return any(dash in between for dash in "—–―") and (quote.start == 0 or parse.text[quote.start - 1] == "\n")


def _after_name(parse: Parse, quote: QuotedStretch) -> Candidate | None:
    """A quotation under a line that holds a person's name and nothing else."""
    found = _HEADED.search(parse.text, max(0, quote.start - 120), quote.start)
    tokens = parse.within(found.start("name"), found.end("name")) if found else []
    if len(tokens) < 2 or "PERSON" not in (tokens[0].ent, tokens[-1].ent) or any(t.tag in _FINITE for t in tokens):
        return None
    return Candidate("attributions.signed", (), tuple(tokens), ((quote.start, quote.end),), Attitude.ASSERTS, 0.7, True)


def _ends_in_name(tokens: Sequence[Token]) -> bool:
    return tokens[-1].pos == "PROPN" or any(token.ent == "PERSON" for token in tokens)


def _touching(parse: Parse, quoted: Sequence[QuotedStretch], at: int, edge: int, *, before: bool) -> Bounds | None:
    """The quotation number ``at``, when nothing but marks stands between it and ``edge``."""
    if not 0 <= at < len(quoted):
        return None
    quote = quoted[at]
    gap = parse.text[quote.end : edge] if before else parse.text[edge : quote.start]
    if len(gap) > 4 or not _GAP.fullmatch(gap) or "\n" in gap:
        return None
    return quote.start, quote.end


def _said(rule: str, verb: Token, content: tuple[Bounds, ...], weight: float) -> Candidate | None:
    who = subject(verb) or subject_beside(verb)
    source = noun_phrase(who, verb) if who is not None and who.lower not in listed("words", "expletives") else ()
    source = tuple(t for t in source if not any(start <= t.start < end for start, end in content))
    if not source:
        return None
    return Candidate(f"attributions.{rule}", verb_phrase(verb), source, content, attitude(verb, "speech") or Attitude.ASSERTS, weight, True)


def _speech(sentence: Sentence) -> Iterator[Token]:
    return (verb for verb in verbs(sentence) if attitude(verb, "speech") is not None)


def _core(verb: Token) -> list[Token]:
    """The cue's own clause without what is said: the verb, its subject, and what says when, where and to whom."""
    tokens = [verb]
    for child in verb.children:
        if child.dep in ("nsubj", "nsubjpass") or child.dep in _ADJUNCTS:
            below = subtree(child)
            if not any(t.text in '"“”' for t in below) or child.dep == "nsubj":
                tokens += below
    return contiguous(tokens, verb)


def clause_beside_cues(parse: Parse) -> Iterator[Candidate]:
    """Propose ", X said" at the end or inside of a sentence, where the rest of the sentence is what is said."""
    for sentence in parse.sentences:
        tokens, first = sentence.tokens, sentence.tokens[0].i
        for verb in _speech(sentence):
            if any(c.dep in ("ccomp", "xcomp") or (c.dep == "dobj" and c.ent != "PERSON") for c in verb.children):
                continue
            if not any(c.dep == "nsubj" for c in verb.children):
                continue
            core = _core(verb)
            left, right = core[0].i - first, core[-1].i - first
            comma_before = left > 1 and tokens[left - 1].text in (",", "—", "–", "--", "-")
            closes = right + 1 >= len(tokens) or tokens[right + 1].text in (",", ".", "—", "–", "--", "-", ";")
            if comma_before and closes and (verb.dep in ("ROOT", "ccomp", "parataxis", "conj", "dep", "advcl") or verb.head is verb):
                content = pieces([*tokens[:left], *_resumed(tokens, right)])
                if not any(t.tag in _FINITE for t in (*tokens[:left], *tokens[right + 1 :])):
                    continue
                made = _said("clause-beside-cue", verb, content, 0.7) if content else None
                if made is not None:
                    yield made


def _resumed(tokens: list[Token], right: int) -> list[Token]:
    return tokens[right + 1 :] if right + 2 < len(tokens) and tokens[right + 1].text == "," else []


def label_cues(parse: Parse) -> Iterator[Candidate]:
    """Propose "Name: words" at the start of a paragraph; where speakers take turns, it is a transcript, and likelier right.

    A name in capitals speaks, as in a transcript, until the next one.
    """
    turns: list[_Turn] = []
    for sentences in _paragraphs(parse):
        tokens = [token for sentence in sentences for token in sentence.tokens]
        label = _label(parse, tokens)
        if label is not None:
            cue, name = label
            turns.append(_Turn(cue, name, [token for token in tokens if token.start >= cue[-1].end]))
        elif turns and turns[-1].capitals:
            turns[-1].said.extend(tokens)
    turns = [turn for turn in turns if any(token.tag in _FINITE for token in turn.said)]  # without a verb it is a list: "Smith: 1,501."
    takes = Counter(turn.speaker for turn in turns)
    for turn in turns:
        rule = "attributions.transcript" if takes.most_common(1)[0][1] >= _TURNS else "attributions.label"
        yield Candidate(rule, turn.cue, turn.name, pieces(turn.said), Attitude.ASSERTS, 0.6, True)


@dataclass(frozen=True, slots=True)
class _Turn:
    """One speaker's turn: the colon, the name before it, and what follows."""

    cue: tuple[Token, ...]
    name: tuple[Token, ...]
    said: list[Token]

    @property
    def speaker(self) -> str:
        return " ".join(token.text for token in self.name)

    @property
    def capitals(self) -> bool:
        return all(token.text.isupper() for token in self.name if token.text.isalpha())


def _label(parse: Parse, tokens: list[Token]) -> tuple[tuple[Token, ...], tuple[Token, ...]] | None:
    """The colon and the name that a paragraph begins with, or None."""
    if tokens[0].text in _OPENING and len(tokens) > 1:  # a transcript quoted whole opens its marks anew in every paragraph
        tokens = tokens[1:]
    start = tokens[0].start
    found = _LABEL.match(parse.text, start, min(tokens[-1].end, start + 80))
    if not found or found.end() >= tokens[-1].end:
        return None
    head = [token for token in tokens if token.start < found.end() - 1]
    name = tuple(token for token in head if token.text not in (":", "："))
    cue = tuple(token for token in head if token.text in (":", "："))
    return (cue, name) if name and len(cue) == 1 and _is_name(list(name)) else None


def _is_name(tokens: list[Token]) -> bool:
    return any(t.ent in ("PERSON", "ORG", "NORP", "GPE") for t in tokens) or all(t.text.isupper() for t in tokens if t.text.isalpha())


def _paragraphs(parse: Parse) -> Iterator[list[Sentence]]:
    held: list[Sentence] = []
    for sentence in parse.sentences:
        if held and held[-1].paragraph != sentence.paragraph:
            yield held
            held = []
        held.append(sentence)
    if held:
        yield held
