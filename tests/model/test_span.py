"""A span proves its own words, also beyond ASCII."""

import pytest

from sayso.errors import UngroundedError
from sayso.model.span import Span


@pytest.mark.parametrize("text", ["Kim said no.", "金正恩 said no.", "e\u0301lite 👩‍🚀 said no."])
def test_span_cut_reads_the_words_it_names(text: str) -> None:
    start = text.index("said")
    assert Span.cut(text, start, start + 4).text == "said"


def test_span_check_names_both_readings_when_the_text_moved() -> None:
    span = Span(0, 3, "Kim")
    with pytest.raises(UngroundedError, match="should read 'Kim', but the text reads 'Yes'"):
        span.check("Yes, Kim said no.")


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (5, 4), (0, 99)])
def test_span_cut_refuses_impossible_offsets(start: int, end: int) -> None:
    with pytest.raises(UngroundedError):
        Span.cut("Kim said no.", start, end)


@pytest.mark.parametrize(
    ("other", "overlaps", "holds"),
    [
        pytest.param((4, 8), True, True, id="itself"),
        pytest.param((5, 6), True, True, id="a part"),
        pytest.param((0, 4), False, False, id="what ends where it starts"),
        pytest.param((7, 11), True, False, id="what sticks out"),
    ],
)
def test_span_relations_are_half_open(other: tuple[int, int], overlaps: bool, holds: bool) -> None:
    text = "Kim said no."
    said, second = Span.cut(text, 4, 8), Span.cut(text, *other)
    assert (said.overlaps(second), said.holds(second)) == (overlaps, holds)
