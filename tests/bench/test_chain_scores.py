"""The scorer of chains counts what it says it counts."""

from typing import Any

from sayso.bench.chain_scores import score

TEXT = "Two aides told the Globe that the deal was off. Lee declined to comment."
CONTENT = [[25, 46]]


def link(text: str, kind: str, count: list[int] | None = None) -> dict[str, Any]:
    return {"text": text, "kind": kind, "count": count, "basis": None, "affiliation": None}


OWN = link("this article", "outlet")
AIDES = link("Two aides", "anonymous", [2, 2])
TOLD = {"source": [[0, 9]], "cue": [[10, 14]], "content": CONTENT, "attitude": "asserts", "chain": [AIDES, link("the Globe", "outlet")]}
SILENT = {"source": [[48, 51]], "cue": [[52, 71]], "content": [], "attitude": "declines", "chain": [link("Lee", "person")]}
GOLD = [{"id": "a", "text": TEXT, "part": "seen", "register": "wire", "attributions": [TOLD, SILENT]}]


def guessed(*rows: dict[str, Any]) -> dict[str, float]:
    return score(GOLD, [{"id": "a", "attributions": [{**row, "chain": [*row["chain"], OWN]} for row in rows]}])["seen"]


def test_a_perfect_answer_is_perfect() -> None:
    figures = guessed(TOLD, SILENT)
    assert {figures[name] for name in ("joint", "chain", "chain of all", "kind", "descriptors", "attitude", "found")} == {1.0}


def test_a_missing_link_breaks_the_chain_and_nothing_else() -> None:
    figures = guessed({**TOLD, "chain": [AIDES]}, SILENT)
    assert (figures["chain"], figures["joint"], figures["kind"]) == (0.5, 1.0, 1.0)


def test_a_wrong_count_is_a_wrong_descriptor() -> None:
    figures = guessed({**TOLD, "chain": [link("Two aides", "anonymous", [2, 3]), link("Globe", "outlet")]}, SILENT)
    assert (figures["descriptors"], figures["chain"]) == (0.0, 1.0)


def test_what_is_not_found_counts_against_all() -> None:
    figures = guessed(TOLD)
    assert (figures["chain"], figures["chain of all"], figures["found"]) == (1.0, 0.5, 0.5)
