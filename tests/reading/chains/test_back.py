"""Whom a pronoun or a description points back at."""

import pytest

from sayso.language.parse import parser
from sayso.reading.actors import mentions
from sayso.reading.attributions import attributions
from sayso.reading.heard import listen

CASES = [
    pytest.param(
        "Senator Edwin Sallow said the dam was safe. The former wrestler said he had seen it.", "seen it", "Edwin Sallow", id="what he was"
    ),
    pytest.param("Edwin Sallow said the dam was safe. The 61-year-old said it was dry.", "it was dry", "Edwin Sallow", id="his age"),
    pytest.param("Senator Edwin Sallow said it was safe. The lawmaker said it was dry.", "it was dry", "Edwin Sallow", id="his office"),
    pytest.param("The taxidermist works in silence. He said the owl was the last.", "the owl was the last", "taxidermist", id="a subject"),
    pytest.param("The union's opponents met at noon. They said the vote was void.", "the vote was void", "opponents", id="subjects"),
]


@pytest.mark.parametrize(("text", "content", "name"), CASES)
def test_sources_that_point_back_mean_whom_the_text_has_named(text: str, content: str, name: str) -> None:
    parse = parser().parse(text)
    found = attributions(parse, mentions(parse, None), listen(parse))
    said = next(one for one in found if any(content in span.text for span in one.content) and one.inside is None)
    assert name in said.source.actor.name
