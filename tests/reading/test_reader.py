"""The reader as a whole: grounded, deterministic, bounded, and never dead on odd text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import service
from sayso.model.article import Article, Block, BlockKind
from sayso.model.codec import from_json, spans, to_json
from sayso.model.moment import Moment
from sayso.model.span import Span
from sayso.reading.reader import MAX_CHARACTERS, read, unread

EXAMPLES = sorted(path for path in (Path(__file__).parents[2] / "examples").iterdir() if path.suffix in (".txt", ".html"))
SIGNS = ["“", "”", '"', "'", "«", "」", "(", "—", ":", ";", ",", ".", "。", "👩‍🚀", "\u202e", "\x00", "\n", "\n\n"]
WORDS = [
    "said",
    "citing",
    "will",
    "not",
    "if",
    "Mr.",
    "U.S.",
    "2025",
    "meet",
    "attack",
    "Reuters",
    "the minister",
    "on Friday",
    "denied that",
]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in EXAMPLES])
def test_reading_of_an_example_is_grounded_and_round_trips(path: Path) -> None:
    reading = service.read_file(path)
    for span in spans(reading):
        span.check(reading.article.text)
    line = to_json(reading)
    assert from_json(line) == reading
    assert to_json(service.read_file(path)) == line


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SIGNS + WORDS), max_size=40).map(" ".join))
def test_reading_odd_text_never_dies_and_stays_grounded(text: str) -> None:
    reading = read(Article.of(text, published=Moment.parse("2025-10-18")))
    for span in spans(reading):
        span.check(text)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80))
def test_reading_any_characters_never_dies(text: str) -> None:
    read(Article.of(text))


def test_reading_without_a_date_invents_none() -> None:
    reading = read(Article.of("The minister will visit Oslo on Friday, a spokesman said yesterday."))
    assert [time.value for time in reading.times] == [None, None]
    assert {note.step for note in reading.notes} >= {"times"}


def test_reading_leaves_boilerplate_out() -> None:
    text = "The mayor said the bridge would close.\nAll rights reserved, the publisher said."
    block = Block(BlockKind.BOILERPLATE, Span.cut(text, 39, len(text)))
    reading = read(Article.of(text, blocks=(block,)))
    assert all(claim.proposition.end <= 39 for claim in reading.claims)


def test_reading_stops_at_the_limit_and_says_so() -> None:
    text = "The mayor said the bridge would close. " * 3_000
    article = Article.of(text)
    assert unread(article) == [(MAX_CHARACTERS, len(text))]
    reading = read(article)
    assert all(claim.proposition.end <= MAX_CHARACTERS for claim in reading.claims)
    assert [note.message for note in reading.notes if note.step == "length"] == [
        "only the first 100,000 characters were read; 17,000 were not"
    ]


HOSTILE = [
    pytest.param('"' * 20_000, id="quotation marks and nothing else"),
    pytest.param("x" * 50_000, id="one long word"),
    pytest.param("“He said " * 4_000, id="quotations opened and never closed"),
    pytest.param("(" * 5_000 + "he said" + ")" * 5_000, id="deep brackets"),
    pytest.param("1" * 20_000 + " Oct", id="a number without end"),
    pytest.param("on Monday and " * 3_000, id="a sentence without end"),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_reading_hostile_text_ends(text: str) -> None:
    read(Article.of(text, published=Moment.parse("2025-10-18")))
