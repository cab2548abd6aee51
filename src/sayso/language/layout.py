"""Layout: what each line of an article is for, told by where it stands and how it is worded.

A plain text has no markup, but news is laid out by custom: headline, byline and dateline at the head, credits and small print at the
foot. Between the first and the last sentence of the body only the most certain small print is set apart, because a line wrongly
called boilerplate is never read. The wording is data (``blocks.toml``); this module knows places and shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.language.lexicon import lexicon
from sayso.language.segment import is_wrapped
from sayso.language.written import written_dates
from sayso.model.article import BlockKind

LONGEST = 600  # characters of a line that may be anything but body; longer ones are only looked at for a dateline
HEAD, FOOT = 12, 40  # lines at the top and at the bottom in which the rules of head and foot hold
GAP = 2  # lines nobody knows, in a row, that may stand between two lines of the foot ("About us", a name)
SENTENCE = 70  # characters from which a line that ends like a sentence is one of the body
_LINE = re.compile(r"[^\n]+")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]*[^\s][^\n]*)*")
_ENDS = re.compile(r"[.!?。！？][\"'”’」』)\]】]*$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What ``[start, end)`` of a text is for, and the rule that says so ("blocks.byline")."""

    kind: BlockKind
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    words: str

    @property
    def is_sentence(self) -> bool:
        return len(self.words) > LONGEST or (len(self.words) >= SENTENCE and bool(_ENDS.search(self.words[-10:])))

    def stretch(self, kind: BlockKind, rule: str) -> Stretch:
        return Stretch(kind, self.start, self.start + len(self.words), f"blocks.{rule}")


def layout(text: str) -> tuple[Stretch, ...]:
    """Return the stretches of ``text`` that are not body, in order and apart; linear in the text."""
    lines = list(_lines(text))
    first = next((i for i, line in enumerate(lines[:HEAD]) if line.is_sentence and not _head(line)), min(len(lines), HEAD))
    found: dict[int, Stretch] = {}
    found.update(_headline(lines, first))
    found.update({i: made for i, line in enumerate(lines[:first]) if i not in found and (made := _head(line))})
    if len(lines) > first and first not in found and (end := dateline_end(lines[first].words)):
        at = lines[first].start
        found[first] = Stretch(BlockKind.DATELINE, at, at + end, "blocks.dateline")
    found.update({i: made for i, line in enumerate(lines) if i not in found and (made := _anywhere(line))})
    found.update({i: made for i, made in _foot(lines, first) if i not in found})
    return tuple(_joined(text, [found[i] for i in sorted(found)]))


def _lines(text: str) -> Iterator[_Line]:
    """The text's lines, or its paragraphs where single newlines are mere line wraps."""
    for found in (_PARAGRAPH if is_wrapped(text) else _LINE).finditer(text):
        words = found[0].strip().replace("\n", " ")
        if words:
            yield _Line(found.start() + len(found[0]) - len(found[0].lstrip()), words)


@cache
def _pattern(table: str, key: str, end: str = "") -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(lexicon("blocks")[table][key]) + ")" + end, re.IGNORECASE)


def _matches(line: _Line, table: str, key: str, end: str = "") -> bool:
    return len(line.words) <= LONGEST and bool(_pattern(table, key, end).match(line.words))


def _head(line: _Line) -> Stretch | None:
    """What a line before the body's first sentence is, if it is not body."""
    if is_byline(line.words):
        return line.stretch(BlockKind.BYLINE, "byline")
    if is_publication_line(line.words) or dateline_end(line.words) == len(line.words):
        return line.stretch(BlockKind.DATELINE, "publication-line")
    return _anywhere(line)


def _anywhere(line: _Line) -> Stretch | None:
    if _matches(line, "caption", "lead") or _matches(line, "caption", "whole", "$"):
        return line.stretch(BlockKind.CAPTION, "caption")
    return line.stretch(BlockKind.BOILERPLATE, "boilerplate-anywhere") if _matches(line, "boilerplate", "anywhere") else None


def _headline(lines: list[_Line], first: int) -> Iterator[tuple[int, Stretch]]:
    """The first line that is nothing else, when it is shaped like a headline and a body follows it."""
    for i, line in enumerate(lines[:first]):
        if _head(line):
            continue
        fits = 8 <= len(line.words) <= 200 and not line.words.endswith((".", ",", ";", ":", "。")) and " " in line.words
        if fits and len(lines) > i + 1 and not _matches(line, "headline", "never") and not dateline_end(line.words):
            yield i, line.stretch(BlockKind.HEADLINE, "headline")
        return


def _foot(lines: list[_Line], first: int) -> Iterator[tuple[int, Stretch]]:
    """Small print from the last line upward, until the body begins."""
    waiting: list[tuple[int, Stretch]] = []
    for i in range(len(lines) - 1, max(first, len(lines) - 1 - FOOT), -1):
        if _anywhere(lines[i]) or _matches(lines[i], "boilerplate", "foot") or is_byline(lines[i].words, strict=True):
            yield from waiting
            waiting = []
            yield i, lines[i].stretch(BlockKind.BOILERPLATE, "boilerplate-foot")
        elif lines[i].is_sentence or len(waiting) == GAP:
            return
        else:
            waiting.append((i, lines[i].stretch(BlockKind.BOILERPLATE, "boilerplate-foot")))


def _joined(text: str, stretches: list[Stretch]) -> Iterator[Stretch]:
    """Neighbours of one kind and rule, with nothing but white space between them, become one stretch."""
    last: Stretch | None = None
    for this in stretches:
        alike = last and last.kind is this.kind is BlockKind.BOILERPLATE
        if last and alike and not text[last.end : this.start].strip():
            last = Stretch(last.kind, last.start, this.end, last.rule)
            continue
        if last:
            yield last
        last = this
    if last:
        yield last


_BRACKETS = "【】[]()（） "
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def is_byline(line: str, *, strict: bool = False) -> bool:
    """Say whether a line names its writers: "By A. Writer in Geneva", "【By Somebody】"; ``strict`` asks for the leading words."""
    words = line.strip(_BRACKETS)
    if not 4 <= len(words) <= 160:
        return False
    lead = _pattern("byline", "lead").match(words)
    rest = words[lead.end() :] if lead else words
    if not lead:
        name, _, trade = rest.partition(",") if "," in rest else rest.partition("|")
        if strict or not trade or not _pattern("byline", "trade").match(trade.strip()) or len(name.split()) not in (2, 3, 4):
            return False
    small = frozenset(lexicon("blocks")["byline"]["small"])
    found = _WORD.findall(rest)
    named = [word for word in found if not word[0].islower()]
    if not named or any(word[0].islower() and word.lower() not in small for word in found):
        return False
    return not line.endswith(("!", "?")) and not (line.endswith(".") and len(found[-1].rstrip(".")) > 2)


def byline_names(line: str) -> str:
    """Return what a byline says after its leading words and before a date: "A. Writer in Geneva"."""
    words = line.strip(_BRACKETS)
    lead = _pattern("byline", "lead").match(words)
    words = words[lead.end() if lead else 0 :]
    dated = next(written_dates(words), None)
    return words[: dated.start if dated else None].strip(" :：|•·,–—-")


@cache
def _filler() -> re.Pattern[str]:
    """What may stand beside the date in a line that only dates the article."""
    words = lexicon("published")
    opens = "|".join([*words["published"], *words["updated"]])
    zones = "|".join(words["zones"])
    return re.compile(rf"(?:{opens}|on|at|{words['weekdays']}|{zones}|et|local time)\b\.?|[^\w]+", re.IGNORECASE)


def is_publication_line(line: str) -> bool:
    """Say whether a short line only dates the article: "Published 12 May 2025 09:40 UTC", "March 01, 2008", "GENEVA, 3 May 2024"."""
    if len(line) > 140:
        return False
    found = list(written_dates(line))
    if not found or (len(found) == 1 and found[0].year is None and found[0].start > 0 and not _filler().match(line)):
        return False
    rest = line
    for date in reversed(found):
        rest = rest[: date.start] + " " + rest[date.end :]
    place = re.match(r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3},", rest)
    return not _filler().sub("", rest[place.end() if place else 0 :]).strip()


_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,4}"
_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?:[ /][A-ZÀ-Þ][\w'’.-]*){0,4}"
_MORE = r"(?:, ?[A-ZÀ-Þ\d][^,()\n—–]{0,29}){0,4}"
_CREDIT = r"\((?P<credit>[^()\n]{2,40})\)"
_DASH = r"(?: ?(?:--+|—|–|―)| [-|_]|:)(?=\s|$|[A-Z\"“])"
_DATELINES = (
    re.compile(rf"(?P<place>{_PLACE})(?P<more>{_MORE}) ?(?:{_CREDIT})?{_DASH}"),
    re.compile(rf"(?P<place>{_NAME})(?P<more>{_MORE}) ?(?:{_CREDIT}){_DASH}"),
    re.compile(rf"(?P<place>{_NAME})(?P<more>, ?[A-ZÀ-Þ\d][^,()\n—–]{{0,29}}{_MORE}){_DASH}"),
    re.compile(rf"{_CREDIT}(?P<more>[ ,]{{0,2}}[^,()\n—–]{{1,16}}(?:, ?\d{{4}})?)?{_DASH}"),
    re.compile(rf"(?:{_NAME}(?:, ?{_NAME})? )?{_CREDIT}(?= ?[\"“‘]?[A-ZÀ-Þ\d])"),
)


def dateline_end(line: str) -> int:
    """Return where the dateline at the start of a paragraph ends ("SEOUL, Oct. 18 (Yonhap) --"), 0 where there is none."""
    start = line[:140]
    for kind, pattern in enumerate(_DATELINES):
        found = pattern.match(start)
        if found and _is_dateline(kind, found):
            return found.end()
    return 0


def _is_dateline(kind: int, found: re.Match[str]) -> bool:
    words = found[0]
    credit = found.groupdict().get("credit")
    if kind == 0:  # a place in capitals needs a dash, and a word alone before a colon is a heading or a speaker ("TRUMP: ...")
        return not words.endswith(":") or bool(credit) or any(written_dates(words))
    if kind == 1:
        return _is_credit(credit) or any(written_dates(words))
    if kind == 4:
        return credit in lexicon("blocks")["dateline"]["credits"]
    return any(written_dates(words)) or (kind == 3 and _is_credit(credit))


def _is_credit(credit: str | None) -> bool:
    return bool(credit) and (credit in lexicon("blocks")["dateline"]["credits"] or (credit or "").isupper())
