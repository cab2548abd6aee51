"""A Reading at the terminal: claims as blocks of lines, wrapped to the width, every standing by mark and word.

The text of an article is hostile until shown otherwise: whatever could move the cursor, ring the bell or turn the writing
direction is shown by its code and never sent (``wording.visible``).
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from sayso.exchange.cards import Card, by_standing, cards, counted, undecided
from sayso.exchange.wording import date_words, published_words, quoted, shorten, visible
from sayso.model.attribution import NamedReport
from sayso.model.reading import Reading
from sayso.model.span import Span

NARROWEST = 40  # columns; below that lines would hold single words
QUOTED = 320  # columns of an article's words shown for one span; with the rules, all of them
COLOURS = {
    "happened": "green",
    "planned": "blue",
    "possible": "yellow",
    "denied": "red",
    "counterfactual": "magenta",
    "unknown": "bright_black",
    "refusal": "bright_black",
}


def render(reading: Reading, *, color: bool, width: int, seconds: float | None = None, rules: bool = False) -> str:
    """Return a Reading as lines of at most ``width`` columns (40 at least), the last without a line end.

    ``seconds`` is how long the reading took. With ``rules``, each claim names the rules that made it and quotes all its words.
    """
    page = _Page(max(width, NARROWEST), rules)
    made = cards(reading)
    lines = [*page.header(reading, len(made), seconds)]
    number, word = len(str(len(made))), max((cell_len(card.word) for card in made), default=0)
    for card in made:
        lines += [Text(), *page.claim(card, number, word)]
    if reading.reports:
        lines += [Text(), *page.reports(reading.reports)]
    lines += [Text(), *page.footer(reading, made)]
    return _printed(lines, color=color)


class _Page:
    """The layout of one Reading: how wide it is, and whether it tells its rules."""

    def __init__(self, width: int, rules: bool) -> None:
        self.width = width
        self.rules = rules
        self.console = Console(file=io.StringIO(), width=width, legacy_windows=False)

    def header(self, reading: Reading, claims: int, seconds: float | None) -> Iterator[Text]:
        article = reading.article
        if article.title:
            yield from self._hang(Text(), Text(visible(article.title), "bold"))
        parts = [article.outlet or "outlet unknown", published_words(article), counted(len(article.text.split()), "word")]
        parts += [counted(claims, "claim"), *([f"{seconds:.1f} s"] if seconds is not None else [])]
        yield from self._packed([visible(part) for part in parts])

    def claim(self, card: Card, number: int, word: int) -> Iterator[Text]:
        """The block of one claim; ``number`` and ``word`` are the columns that the widest of their kind takes."""
        style = COLOURS[card.word]
        start = Text.assemble(f"{card.number:>{number}}  ", (f"{card.mark} {card.word:<{word}}", f"bold {style}"), "  ")
        if self.width - start.cell_len < 24:
            start.rstrip()
            yield start
            start = Text(" " * (number + 2))
        headline = shorten(visible(card.headline), self.width - start.cell_len, size=cell_len)
        yield from self._hang(start, Text(headline, "bold"))
        for name, value in self._fields(card):
            yield from self._hang(_quiet(f"{'':{number}}  {name:<8} "), Text(value))
        for span in card.spans:
            yield from self._hang(_quiet(f"{'':{number}}  {_offsets(span)} "), Text(self._quoted(span)))

    def _fields(self, card: Card) -> Iterator[tuple[str, str]]:
        yield "who", visible(f"{card.who} · {card.says}" if card.attribution else str(card.who))
        if card.through:
            yield "through", visible(" > ".join(map(str, card.through)))
        if card.inside:
            yield "inside", f"claim {card.inside}"
        if card.happening:
            yield "event", visible(card.happening)
        if card.when:
            yield "when", visible(f"{card.when.words} ({card.when.why})" if card.when.why else card.when.words)
        if self.rules:
            yield "rules", visible(", ".join(card.claim.rules))

    def reports(self, reports: tuple[NamedReport, ...]) -> Iterator[Text]:
        yield Text("rests on", "bold")
        for report in reports:
            name = report.outlet.name + (f", {date_words(report.date)}" if report.date else ", undated")
            yield from self._hang(
                Text("  "), Text.assemble(visible(name), (f"  {_offsets(report.span)} ", "dim"), self._quoted(report.span))
            )

    def footer(self, reading: Reading, made: tuple[Card, ...]) -> Iterator[Text]:
        """How many of everything there are, and what could not be decided."""
        timed = sum(time.value is not None for time in reading.times)
        untimed = len(reading.times) - timed
        totals = [counted(len(reading.attributions), "attribution"), f"{counted(len(reading.times), 'time')}: "]
        totals[1] += f"{timed:,} with a value, {untimed:,} without" if reading.times else "none named"
        yield from self._packed([f"{mark} {count:,} {word}" for mark, word, count in by_standing(made)] or ["no claims"])
        yield from self._packed(totals)
        steps = undecided(reading)
        if steps:
            yield Text(f"not decided: {len(reading.notes):,}", "bold")
        for step, count, messages in steps:
            said = messages[0] + (f"; {counted(len(messages) - 1, 'other reason')}" if len(messages) > 1 else "")
            yield from self._hang(Text(f"  {count:>5,}  "), Text(f"{visible(step)}: {visible(said)}"))

    def _quoted(self, span: Span) -> str:
        words = visible(span.text)
        return quoted(words if self.rules else shorten(words, QUOTED, size=cell_len))

    def _packed(self, parts: list[str]) -> Iterator[Text]:
        """The parts with dots between, as many to a line as fit whole."""
        line = ""
        for part in parts:
            longer = f"{line} · {part}" if line else part
            if line and cell_len(longer) > self.width:
                yield from self._hang(Text(), Text(line))
                longer = part
            line = longer
        yield from self._hang(Text(), Text(line))

    def _hang(self, start: Text, body: Text) -> Iterator[Text]:
        """The body behind ``start``, its further lines indented as deep."""
        for n, line in enumerate(body.wrap(self.console, self.width - start.cell_len)):
            line.rstrip()
            yield (start if n == 0 else Text(" " * start.cell_len)) + line


def _quiet(words: str) -> Text:
    return Text.assemble((words, "dim"))


def _offsets(span: Span) -> str:
    return f"[{span.start}:{span.end}]"


def _printed(lines: list[Text], *, color: bool) -> str:
    if not color:
        return "\n".join(line.plain.rstrip() for line in lines)
    out = io.StringIO()
    console = Console(file=out, width=10_000, color_system="standard", force_terminal=True, legacy_windows=False, no_color=False)
    console.print(Text("\n").join(lines), end="")
    return out.getvalue()
