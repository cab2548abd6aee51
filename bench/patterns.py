"""Which patterns of attribution a gold passage shows, told from its marks: nobody has to tag them, and a test can count them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sayso.language.tokens import Parse, Token

Row = dict[str, Any]
PATTERNS = {
    "cue-before": "the cue stands before its content",
    "cue-inside": "the cue stands inside its content",
    "cue-after": "the cue stands behind its content",
    "according": '"according to", "per", "in the words of", "as X put it"',
    "told": "told, informed, briefed or assured somebody that",
    "runs-on": "a quotation runs over more than one sentence",
    "paragraphs": "a quotation runs over a paragraph's end",
    "unbalanced": "an opening or a closing mark is missing",
    "inner-marks": "quotation marks inside quotation marks",
    "smart": "“ ”",
    "guillemets": "« »",
    "cjk": "「 」 or 『 』",
    "single": "' ' or ‘ ’ as a quotation's own marks",
    "name-line": 'a name before or after a quotation, without a verb or on a line of its own: "quote" — Name',
    "transcript": "Name: text",
    "running": '"The report also said", "He added"',
    "back": "a pronoun or a title stands for somebody named elsewhere",
    "belief": "beliefs, intentions, wishes, fears, expectations, doubts",
    "noun": '"his claim that", "a warning from"',
    "refusal": "declined to comment, did not respond, would not say",
    "denial": "denied, rejected, dismissed",
    "unnamed": '"it is understood that", "reportedly", "is said to"',
    "outlet": "reported by an outlet that cites others, or was told",
    "text": "a readout, statement, document, filing, poll, letter or post speaks",
    "nested": "an attribution inside the content of another",
    "split": "content in several pieces",
    "author": "the author's own assertions only, which tempt",
}
_BELIEF = frozenset({"believes", "expects", "doubts", "intends", "wants"})
_TOLD = re.compile(r"\b(told|tell|tells|telling|inform\w*|brief\w*|assur\w*)\b", re.IGNORECASE)
_ACCORDING = re.compile(r"(?i)^(according|per|as per|in$|in the words|in \w+ words|by \w+ words|as\b)|words of")
_MORE = re.compile(r"(?i)\b(add\w*|also|continu\w*|went on|further)\b")
_PAIRS = {"smart": "“”", "guillemets": "«»", "cjk": "「」『』", "single": "‘’"}
_QUOTED = re.compile(r"[“\"«「『][^”\"»」』]*[‘'“«「『][^‘'“”«»]{2,}[’'”»」』]")
_SINGLE = re.compile(r"(?:^|[\s(])['‘][A-Z][^'’\n]*(?:['’][a-z][^'’\n]*)*[.,!?…]['’]", re.MULTILINE)


def patterns(row: Row, parse: Parse) -> list[str]:
    """Return the patterns that a passage's attributions show, in the order of ``PATTERNS``."""
    found = {name for said in row["attributions"] for name in _of(said, row, parse)} | set(_marks(row))
    return [name for name in PATTERNS if name in found]


def _of(said: Row, row: Row, parse: Parse) -> Iterator[str]:
    text, cue, content = row["text"], said["cue"], said["content"]
    first = said["chain"][0]
    words = " ".join(text[start:end] for start, end in cue)
    source = " ".join(text[start:end] for start, end in said["source"])
    if cue and content:
        before, after = content[0][0] < cue[0][0], cue[0][0] < content[-1][0]
        yield "cue-inside" if before and after else "cue-after" if before else "cue-before"
    yield from (name for name, shape in (("according", _ACCORDING), ("told", _TOLD)) if shape.search(words))
    yield from _length(said, text, parse)
    if not cue:
        start = said["source"][0][0]
        yield "transcript" if content and start < content[0][0] and ":" in text[start : content[0][0]] else "name-line"
    if _MORE.search(text[cue[0][0] - 12 : cue[-1][1]] if cue else ""):
        yield "running"
    if source and first["text"] not in source and first["kind"] != "unknown":
        yield "back"
    if said["attitude"] in _BELIEF:
        yield "belief"
    if cue and any(t.pos == "NOUN" for t in _within(cue, parse)) and not any(t.pos == "VERB" for t in _within(cue, parse)):
        yield "noun"
    yield from (name for name, attitude in (("refusal", "declines"), ("denial", "denies")) if said["attitude"] == attitude)
    yield from (name for name, kind in (("unnamed", "unknown"), ("text", "document")) if first["kind"] == kind)
    if any(link["kind"] == "outlet" for link in said["chain"][1:]):
        yield "outlet"
    if any(_holds(other, said) for other in row["attributions"] if other is not said):
        yield "nested"
    if len(content) > 1:
        yield "split"


def _length(said: Row, text: str, parse: Parse) -> Iterator[str]:
    quoted = [t for start, end in said["content"] if text[start] in "“\"«「『'‘" for t in parse.within(start, end)]
    if len({t.sent.index for t in quoted if t.text[0].isalnum()}) > 1:
        yield "runs-on"
    if len({t.sent.paragraph for t in quoted if t.text[0].isalnum()}) > 1:
        yield "paragraphs"


def _marks(row: Row) -> Iterator[str]:
    text = row["text"]
    if not row["attributions"]:
        yield "author"
        return
    for name, marks in _PAIRS.items():
        if any(mark in text for mark in marks) and (name != "single" or _SINGLE.search(text)):
            yield name
    if re.search(r"(?:^|[\s(])'[A-Z]", text) and _SINGLE.search(text):
        yield "single"
    if any(text.count(a) != text.count(b) for a, b in ("“”", "«»", "「」")) or text.count('"') % 2:
        yield "unbalanced"
    if _QUOTED.search(text):
        yield "inner-marks"


def _within(spans: list[list[int]], parse: Parse) -> list[Token]:
    return [token for start, end in spans for token in parse.within(start, end)]


def _holds(outer: Row, said: Row) -> bool:
    place = (said["cue"] or said["source"])[0][0]
    return any(start <= place < end for start, end in outer["content"])
