"""Which stretches of a text stand in quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.tokens import Parse, Sentence, Token
from sayso.reading.quotations import quotations


def parse(text: str) -> Parse:
    """A paragraph a line, each one sentence of one token: all that the marks need."""
    sentences: list[Sentence] = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            at = start + len(line) - len(line.lstrip())
            token = Token(len(sentences), at, line.strip(), line.strip(), "NN", "NOUN", "ROOT", "", True)
            sentences.append(Sentence(len(sentences), number, [token]))
        start += len(line) + 1
    return Parse(text, sentences)


CASES = [
    pytest.param("He said “we are done” and left.", ["“we are done”"], id="curly marks"),
    pytest.param('He said "we are done" and left.', ['"we are done"'], id="straight marks"),
    pytest.param('"One," he said. "Two."', ['"One,"', '"Two."'], id="two quotations with straight marks"),
    pytest.param("«Un» et «deux»", ["«Un»", "«deux»"], id="guillemets"),
    pytest.param("„Eins“ und „zwei”", ["„Eins“", "„zwei”"], id="low opening marks with either closing one"),
    pytest.param("他说「好」。", ["「好」"], id="corner brackets"),
    pytest.param("``Old wires'' have these.", ["``Old wires''"], id="doubled backticks"),
    pytest.param("'We won't go,' the workers' leader said.", ["'We won't go,'"], id="single marks beside apostrophes"),
    pytest.param("The workers' leader won't go.", [], id="apostrophes alone are no marks"),
    pytest.param('The 6" pipe and the 4" pipe.', [], id="inches are no marks"),
    pytest.param("“It is late.\n“Go home.”", ["“It is late.", "“Go home.”"], id="a long quotation opens every paragraph"),
    pytest.param("He said “it is late. He left “the room”.", ["“the room”"], id="of two opened marks the second counts"),
    pytest.param("Nothing here ” at all.", [], id="a closing mark alone"),
    pytest.param("", [], id="no text"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations_are_between_their_marks(text: str, expected: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in quotations(parse(text))] == expected


def test_quotations_know_when_the_closing_mark_is_missing() -> None:
    first, second = quotations(parse("“It is late.\n“Go home.”"))
    assert (first.closed, second.closed) == (False, True)


@settings(max_examples=200)
@given(st.text(alphabet="ab “”\"'‘’«»「」`.,\n", max_size=60))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found = quotations(parse(text))
    assert all(0 <= quote.start < quote.end <= len(text) for quote in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
