"""What of an article is not body."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.article import Article, Block, BlockKind
from sayso.model.span import Span
from sayso.reading.blocks import blocks, body

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases" / "blocks.jsonl").read_text("utf-8").splitlines()]
PIECES = st.sampled_from(
    [
        "By Ada Brenner",
        "Advertisement",
        "SEOUL, Oct. 18 (Yonhap) --",
        "The minister said so.",
        "\n",
        "\n\n",
        "© 2024",
        " ",
        "【",
        "Read more:",
        "x" * 80 + ".",
    ]
)


def marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["why"], strict=True)] if case["status"] == "known-failure" else []


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"], marks=marks(case)) for case in CASES])
def test_blocks_set_apart_what_is_not_body(case: dict[str, Any]) -> None:
    found = [[block.kind.value, block.span.text] for block in blocks(Article.of(case["text"]))]
    assert found == case["expect"]


@given(st.lists(PIECES | st.text(max_size=30), max_size=25).map("".join))
def test_blocks_prove_their_words_and_lie_in_order(text: str) -> None:
    article = Article.of(text)
    found = blocks(article)
    assert all(block.span.check(text) for block in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@given(st.lists(PIECES, max_size=25).map("".join))
def test_blocks_asked_for_again_are_the_same(text: str) -> None:
    once = blocks(Article.of(text))
    assert blocks(Article.of(text, blocks=once)) == once


def test_blocks_of_the_page_go_before_those_of_the_layout() -> None:
    text = "By Ada Brenner\n\nThe envoy left on Monday."
    kept = Block(BlockKind.CAPTION, Span.cut(text, 0, 14))
    assert blocks(Article.of(text, blocks=(kept,))) == (kept,)


def test_blocks_of_rules_not_named_stay_silent() -> None:
    article = Article.of("By Ada Brenner\n\nThe envoy left on Monday.\n\nADVERTISEMENT\n\nShe will be back.")
    assert [block.kind for block in blocks(article, only=frozenset({"blocks.boilerplate-anywhere"}))] == [BlockKind.BOILERPLATE]


def test_body_is_what_no_block_holds() -> None:
    article = Article.of("By Ada Brenner\n\nThe envoy left.\n\nADVERTISEMENT\n\nShe will be back.\n")
    article = replace(article, blocks=blocks(article))
    assert [span.text for span in body(article)] == ["The envoy left.", "She will be back."]


def test_body_of_a_text_without_blocks_is_the_text() -> None:
    assert [span.text for span in body(Article.of(" The envoy left.\n"))] == ["The envoy left."]


def test_blocks_of_a_hundred_thousand_lines_take_linear_time() -> None:
    text = "ADVERTISEMENT\nthe envoy left\n" * 50_000
    assert len(blocks(Article.of(text))) > 49_000
