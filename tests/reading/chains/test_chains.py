"""Through whom each attribution comes: the cases as data, and what must hold of any chain."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from sayso.language.parse import parser
from sayso.model.attribution import Attribution, Source
from sayso.reading.attributions import attributions
from sayso.reading.chains import chains
from sayso.reading.heard import listen

CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "chains.jsonl").read_text("utf-8").splitlines()]


def marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["why"], strict=True)] if case["status"] == "known-failure" else []


def read(text: str, outlet: str | None = "Port Gazette", only: frozenset[str] | None = None) -> tuple[Attribution, ...]:
    parse = parser().parse(text)
    return chains(parse, attributions(parse, (), listen(parse)), (), (), outlet, only=only)


def about(content: str, found: tuple[Attribution, ...]) -> Attribution:
    """The attribution whose content shares most words with these."""

    def shared(attribution: Attribution) -> float:
        theirs, own = set(re.findall(r"\w+", content)), set(re.findall(r"\w+", " ".join(span.text for span in attribution.content)))
        return len(theirs & own) / len(theirs | own)

    return max(found, key=shared)


def shown(link: Source, wanted: str) -> str:
    """A link in the article's words, or by its outlet's name where the case has that."""
    return link.actor.name if link.actor.name == wanted or link.span is None else link.span.text


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"], marks=marks(case)) for case in CASES])
def test_chains_lead_from_the_fact_to_the_article(case: dict[str, Any]) -> None:
    found = about(case["content"], read(case["text"], case["outlet"]))
    links = found.chain[:-1]
    assert [shown(link, wanted) for link, wanted in zip(links, case["chain"], strict=False)] == case["chain"]
    assert len(links) == len(case["chain"])
    source = found.source
    ours = {
        "kind": source.actor.kind.value,
        "count": [source.count_least, source.count_most],
        "basis": source.basis,
        "affiliation": source.affiliation,
    }
    assert {name: ours[name] for name in case["source"]} == case["source"]


def test_chains_end_with_the_article_s_own_outlet() -> None:
    for outlet, name in (("Port Gazette", "Port Gazette"), (None, "this article"), ("AP", "Associated Press")):
        last = read("The mayor said the road was open.", outlet)[0].chain[-1]
        assert (last.actor.name, last.span, last.named) == (name, None, True)


def test_chains_name_the_rules_that_made_them() -> None:
    assert read("Two sources told CNN that the talks were over.")[0].chain_rules == ("chains.through-outlet",)


def test_chains_rules_not_named_stay_silent() -> None:
    (found,) = read("Two sources told CNN that the talks were over.", only=frozenset())
    assert ([link.actor.name for link in found.chain[1:]], found.chain_rules) == (["Port Gazette"], ())


def test_chains_of_nobody_named_stay_nobody_s_through_whoever_says_so() -> None:
    found = about("that the king would abdicate", read("CNN said it was understood that the king would abdicate."))
    assert [link.actor.name for link in found.chain] == ["nobody named", "CNN", "Port Gazette"]
