"""What lines are for; the rules themselves are tried out in ``tests/reading/cases/blocks.jsonl``."""

import time

import pytest

from sayso.language.layout import byline_names, dateline_end, is_publication_line, layout
from sayso.language.lexicon import lexicon
from sayso.language.written import written_dates

LINE = 590  # characters; just short enough that every pattern is tried


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("By Ada Brenner in Orlen", "Ada Brenner in Orlen", id="after by"),
        pytest.param("【By Guan察者网, Lin Osei】", "Guan察者网, Lin Osei", id="in full-width brackets"),
        pytest.param("Reporter: Ada Brenner", "Ada Brenner", id="after the trade"),
        pytest.param("Ada Brenner, Staff Writer", "Ada Brenner, Staff Writer", id="before the trade"),
    ],
)
def test_byline_names_drops_the_leading_words(line: str, names: str) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize(
    "line", ["Published 12 May 2025", "GENEVA, 3 May 2024", "Monday, March 1, 2008", "2025-05-12 09:40 UTC | Updated 13 May 2025"]
)
def test_is_publication_line_knows_a_line_that_only_dates(line: str) -> None:
    assert is_publication_line(line)


@pytest.mark.parametrize("line", ["The envoy left on 12 May 2025", "12 May 2025 was a Monday", "Monday", "", "Talks of 3 May 2024"])
def test_is_publication_line_leaves_sentences_alone(line: str) -> None:
    assert not is_publication_line(line)


def test_dateline_end_is_nought_where_there_is_none() -> None:
    assert dateline_end("The envoy left on Monday.") == 0


def test_layout_names_the_rule_of_each_stretch() -> None:
    assert [stretch.rule for stretch in layout("By Ada Brenner\n\nThe envoy left.\n\nADVERTISEMENT\n")] == [
        "blocks.byline",
        "blocks.boilerplate-anywhere",
    ]


@pytest.mark.parametrize(
    "letters",
    [
        "a",
        "a ",
        "A ",
        "A, ",
        "(A) ",
        "By A ",
        "this a ",
        "#a ",
        "1/",
        "May 1 ",
        "-- ",
        "reporting by ",
        "Follow a ",
        "© ",
        ".",
        "in this a ",
        "A is a ",
        "a@a.",
    ],
)
def test_layout_takes_linear_time_whatever_the_letters(letters: str) -> None:
    line = (letters * LINE)[:LINE]
    start = time.process_time()
    layout(f"{line}\n" * 60)
    layout(letters * 200_000)
    list(written_dates(letters * 50_000))
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "name",
    [("blocks", "en"), ("published", "en"), ("languages", "en"), ("address_clocks", "zxx"), ("page_fields", "zxx"), ("file_marks", "zxx")],
)
def test_lexicons_of_texts_say_where_they_come_from(name: tuple[str, str]) -> None:
    assert {"source", "licence", "version"} <= lexicon(*name).keys()
