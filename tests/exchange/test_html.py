"""The page: whatever an article says, it is shown as text; every claim finds its words and back."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.exchange.html import report
from sayso.exchange.html_text import legible
from sayso.model.article import Block, BlockKind
from sayso.model.reading import Claim, Reading
from sayso.model.span import Span
from sayso.model.time import TimeExpression, TimeType
from tests.readings import plain, summit

EVIL = (
    "<script>alert(1)</script>", "</div></p>", "&lt;b&gt;", "&#60", '" onclick="x', "<!--", "]]>", "</style>", "\r\n", "\n\n", "{{ 7*7 }}",
    "{% raw %}", "\u202eevil\u202c", "\x00\x1b[2J", "\ud800", "\U000e0041", "塔霍河", "<p", "\u2028", "\ufeff", "'", "\t",
)  # fmt: skip
texts = st.lists(st.sampled_from(EVIL) | st.text(max_size=8), max_size=12).map("".join)


class Page(HTMLParser):
    """What a browser would make of the page: its elements, its ids, and what can be read in the article panes."""

    VOID = ("meta", "br")

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.panes: list[str] = []
        self.shown: list[str] = []
        self.open: list[str] = []
        self.depth = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if ("class", "text") in attrs:
            self.depth = len(self.open) + 1
            self.panes.append("")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if len(self.open) < self.depth:
            self.depth = 0

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.panes[-1] += data
        if self.open[-1:] not in (["style"], ["script"]):
            self.shown.append(data)

    def values(self, attribute: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(attribute)) is not None]

    @property
    def words(self) -> str:
        return " ".join("".join(self.shown).split())


def test_page_shows_the_text_of_the_article_and_nothing_else_in_its_pane() -> None:
    reading = summit()
    assert Page(report([reading], title="t")).panes == [reading.article.text]


@settings(max_examples=60, deadline=None)
@given(texts, texts, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=6))
def test_page_never_makes_an_element_of_what_an_article_says(text: str, other: str, places: list[tuple[int, int]]) -> None:
    page = Page(report([_marked(text, other, places)], title=other))
    assert page.panes == [legible(text)]
    assert len(legible(text)) == len(text)
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert {tag for tag, _ in page.elements} <= KNOWN
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on") or name in ("src", "style")]
    assert all(href.startswith("#") for href in page.values("href"))


KNOWN = set(
    re.split(
        r"\s+",
        "html head meta title style body a header p span h1 h2 h3 h4 ul ol li main article section div dl dt dd em br details summary"
        " footer kbd script",
    )
)


def _marked(text: str, other: str, places: list[tuple[int, int]]) -> Reading:
    """A Reading with hostile words in every field that is text, and claims and dates lying anyhow over one another."""
    base = plain(text, title=other, outlet=other, url=f"javascript:{other}")
    spans = [Span.cut(text, start, min(start + length, len(text))) for start, length in places if start < len(text)]
    claims = [
        Claim(f"c-{n}", other, span, None, (), (), None, (), (), (), (other,)) for n, span in enumerate(sorted(spans)) if span.text.strip()
    ]
    times = [TimeExpression(span, TimeType.DATE, other, other) for span in reversed(spans)]
    return replace(base, claims=tuple(claims), times=tuple(times), article=replace(base.article, byline=other, language=other))


def test_page_links_lead_to_places_that_exist_once() -> None:
    page = Page(report([summit(), summit()], title="t"))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    inside = [href for href in page.values("href") if href.startswith("#")]
    assert {href[1:] for href in inside} <= set(ids)
    assert {"a1-c3", "a1-c3-2", "a1-card-3", "a2-c8", "a2-r1"} <= set(ids)


def test_page_asks_nothing_of_the_network() -> None:
    written = report([summit()], title="t")
    policy = re.search(r"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[\w+/]+='", written)
    assert policy
    assert not re.search(r"url\(|@import|<link|<img|<iframe|src=", written)


def test_page_is_the_same_each_time() -> None:
    assert report([summit()], title="t") == report([summit()], title="t")


def test_page_says_who_through_whom_and_when() -> None:
    words = Page(report([summit()], title="t")).words
    assert "two people briefed on the talks says (anonymous, 2 people) through Iberian Wire › Harbour Courier" in words
    assert "Apr 2026 (“next month”, from 12 Mar 2026)" in words
    assert "the Spanish environment minister says (office, ESP) through Telma Quintas" in words
    assert "inside claim 4" in words
    assert "“We have not set a date,” 237:262 “and we will not be rushed.” 315:343" in words
    assert "– refusal 215:234 declines to comment" in words
    assert "Iberian Wire, before 12 Mar 2026 “an earlier Iberian Wire report”" in words
    assert "2 event dates: no date could be found" in words


@pytest.mark.parametrize("word", ["● 2 happened", "◇ 1 planned", "○ 1 possible", "✕ 1 denied", "≠ 1 counterfactual", "? 1 unknown"])
def test_page_counts_claims_by_standing_in_words_and_marks(word: str) -> None:
    assert word in Page(report([summit()], title="t")).words


@pytest.mark.parametrize("readings", [[summit()], [summit(), plain("A word.")], []], ids=["one article", "several", "none"])
def test_page_headings_start_at_one_and_never_skip_a_level(readings: list[Reading]) -> None:
    levels = [int(tag[1]) for tag, _ in Page(report(readings, title="t")).elements if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_page_has_an_index_only_for_several_articles() -> None:
    assert "table" not in {tag for tag, _ in Page(report([summit()], title="t")).elements}
    assert "3 articles" in Page(report([summit(), plain("A word."), summit()], title="t")).words


def test_page_of_nothing_still_stands() -> None:
    assert "Nothing read" in Page(report([], title="Nothing read")).words
    assert "An article without words" in Page(report([plain("")], title="t")).words


def test_page_heads_an_article_without_title_by_the_first_words_of_its_body() -> None:
    reading = plain("By Ines Varga\n\nA word.")
    byline = Block(BlockKind.BYLINE, Span.cut(reading.article.text, 0, 13))
    assert ">A word.</h1>" in report([replace(reading, article=replace(reading.article, blocks=(byline,)))], title="t")


def test_page_shortens_the_heading_of_a_long_claim_and_shows_all_its_words() -> None:
    words = Page(report([plain("word " * 99 + "end.")], title="t")).words
    assert "word… who" in words
    assert "word end.”" in words


def test_page_links_an_address_only_when_it_is_one_of_the_web() -> None:
    assert summit().article.url in Page(report([summit()], title="t")).values("href")
    assert "javascript:alert(1)" not in Page(report([plain("x", url="javascript:alert(1)")], title="t")).values("href")


def test_page_marks_characters_that_turn_the_writing_direction() -> None:
    assert Page(report([plain("a\u202eb\u200b\u200b\u2066")], title="t")).values("data-code") == ["U+202E", "U+200B ×2", "U+2066"]


def _colours(style: str) -> list[dict[str, str]]:
    return [dict(re.findall(r"--([\w]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{([^}]*)\}", style)[:2]]


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "sheet", "lit"])
def test_page_colours_have_the_contrast_wcag_asks_for(scheme: int, ground: str) -> None:
    colours = _colours(report([], title="t"))[scheme]
    words = ["ink", "quiet", "link", "happened", "planned", "possible", "denied", "counterfactual", "unknown", "refusal"]
    assert {
        name: round(_contrast(colours[name], colours[ground]), 2) for name in words if _contrast(colours[name], colours[ground]) < 4.5
    } == {}
    lines = ["underline", "box", "wave", "dots", "edge"]
    assert {
        name: round(_contrast(colours[name], colours[ground]), 2) for name in lines if _contrast(colours[name], colours[ground]) < 3
    } == {}
