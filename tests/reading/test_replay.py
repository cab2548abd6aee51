"""Every claim replays: from its spans and the names of its rules, and nothing else, it is made again equal in every field."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso import service
from sayso.language.parse import parser
from sayso.language.tokens import Parse
from sayso.reading.replay import replay

EXAMPLES = sorted(path for path in (Path(__file__).parents[2] / "examples").iterdir() if path.suffix in (".txt", ".html"))


class Remembering:
    """A parser that parses each text once, since replay reads the same article for every claim."""

    name = parser().name

    def __init__(self) -> None:
        self.known: dict[tuple[str, tuple[tuple[int, int], ...]], Parse] = {}

    def parse(self, text: str, skip: Sequence[tuple[int, int]] = ()) -> Parse:
        key = (text, tuple(skip))
        if key not in self.known:
            self.known[key] = parser().parse(text, skip)
        return self.known[key]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in EXAMPLES])
def test_every_claim_of_an_example_replays(path: Path) -> None:
    reading = service.read_file(path)
    once = Remembering()
    assert reading.claims
    for claim in reading.claims:
        assert replay(reading.article, claim, parser=once) == claim


def test_a_claim_does_not_replay_without_its_rules() -> None:
    reading = service.read("The mayor said the bridge would close.", published="2025-05-12")
    claim = next(claim for claim in reading.claims if claim.attribution)
    from dataclasses import replace

    assert replay(reading.article, replace(claim, rules=("claims.attributed",))) is None
