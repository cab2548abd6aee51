"""Where a text may be cut before it is parsed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.segment import LONGEST, is_wrapped, paragraphs

WRAPPED = """The minister said on Monday that the talks would
go on for another week, and that nobody should
expect a result before the end of the month at
the earliest.

A second paragraph stands after the blank line and
is wrapped in just the same way as the first one."""


def test_paragraphs_of_a_page_are_its_lines() -> None:
    text = "Talks go on\nBy A. Writer\n\nThe minister said so."
    assert [text[a:b] for a, b in paragraphs(text)] == ["Talks go on", "By A. Writer", "The minister said so."]


def test_paragraphs_of_a_wrapped_text_end_at_blank_lines() -> None:
    assert is_wrapped(WRAPPED)
    assert [WRAPPED[a:b].split()[0] for a, b in paragraphs(WRAPPED)] == ["The", "A"]


def test_paragraphs_leave_out_what_is_skipped() -> None:
    text = "SEOUL (Wire) - He came.\nAll rights reserved."
    assert [text[a:b] for a, b in paragraphs(text, [(0, 14), (24, 44)])] == ["He came."]


@pytest.mark.parametrize("text", ["x" * 3 * LONGEST, "word " * LONGEST, "A sentence. " * LONGEST])
def test_paragraphs_cut_a_long_line_into_bounded_pieces(text: str) -> None:
    pieces = paragraphs(text)
    assert max(end - start for start, end in pieces) <= LONGEST
    assert "".join(text[a:b] for a, b in pieces).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="ab. \n\t”", max_size=200))
def test_paragraphs_lose_no_letter_and_keep_order(text: str) -> None:
    pieces = paragraphs(text)
    assert "".join("".join(text[a:b].split()) for a, b in pieces) == "".join(text.split())
    assert pieces == sorted(pieces)
