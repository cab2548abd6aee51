"""Windows: each token once, a paragraph each where it fits."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.encoder.window import Quote
from sayso.language.parse import parser
from sayso.reading.quotations import quotations
from sayso.reading.windows import quote_states, windows


def texts(text: str) -> list[str]:
    parse = parser().parse(text)
    return [parse.text[w[0].start : w[-1].end] for w in windows(parse)]


def test_a_paragraph_is_a_window() -> None:
    assert texts("One thing happened.\n\nAnother did not.") == ["One thing happened.", "Another did not."]


def test_a_line_that_introduces_goes_with_the_next() -> None:
    assert len(texts("The mayor wrote:\n\nWe shall rebuild the bridge.")) == 1


def test_a_name_under_a_quotation_goes_with_it() -> None:
    assert len(texts("“We shall rebuild the bridge.”\n— Ada Ruiz, mayor")) == 1


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    cut = texts("The council met again and said nothing new about the bridge. " * 40)
    assert len(cut) > 1
    assert all(part.endswith(".") for part in cut)


def test_words_know_whether_they_are_quoted() -> None:
    parse = parser().parse("“We go,” she said, “now")
    states = dict(zip((t.text for t in parse.tokens), quote_states(parse, quotations(parse)), strict=True))
    assert states["go"] is Quote.INSIDE
    assert states["said"] is Quote.OUTSIDE
    assert states["”"] is Quote.CLOSES
    assert states["now"] is Quote.INSIDE


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab .:—\n“”\"'", max_size=200))
def test_windows_hold_each_token_once(text: str) -> None:
    parse = parser().parse(text)
    assert [t.i for w in windows(parse) for t in w] == list(range(len(parse.tokens)))
