"""How many were killed, arrested, displaced: each example of the lexicon is read as it says."""

import pytest

from sayso.language.lexicon import lexicon
from sayso.language.parse import parser
from sayso.reading.events.sizes import sizes

ROWS = [(kind, example) for kind, row in lexicon("event_sizes").items() if isinstance(row, dict) for example in row.get("examples", ())]


def bounds(least: int | None, most: int | None) -> str:
    if least == most:
        return str(least)
    return f"{'' if least is None else least}-{'' if most is None else most}"


@pytest.mark.parametrize(("kind", "example"), [pytest.param(*row, id=row[1]) for row in ROWS])
def test_sizes_are_read_as_the_lexicon_says(kind: str, example: str) -> None:
    sentence, _, expected = example.rpartition(" = ")
    parse = parser().parse(sentence + ".")
    root = next(token for token in parse.tokens if token.dep == "ROOT")
    assert [(size.kind, bounds(size.least, size.most)) for size in sizes(root, parse)] == [(kind, expected)]


def test_sizes_of_an_attack_are_those_of_what_it_did() -> None:
    parse = parser().parse("The attack on the market, which killed 12 people and wounded dozens, began at noon.")
    attack = next(token for token in parse.tokens if token.text == "attack")
    assert [(size.kind, size.span.text) for size in sizes(attack, parse)] == [("killed", "12"), ("injured", "dozens")]


def test_sizes_of_money_keep_the_currency() -> None:
    parse = parser().parse("Norrmark lent Valdoria $2.5 million on Monday.")
    root = next(token for token in parse.tokens if token.dep == "ROOT")
    (size,) = sizes(root, parse)
    assert (size.kind, size.least, size.span.text) == ("money", 2_500_000, "$2.5 million")
