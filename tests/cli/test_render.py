"""The terminal: claims in blocks, wrapped to the width, and nothing an article says is ever sent raw."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sayso.cli.render import render
from tests.readings import plain, summit

SHOWN = """\
River summit in doubt as Spain stays silent
Harbour Courier · 12 Mar 2026, 07:40 UTC (date from the page) · 139 words · 8 claims · 0.4 s

1  ◇ planned         Portugal and Spain are planning a summit on the Tagus next month
   who      two people briefed on the talks (anonymous, 2 people) · says
   through  Iberian Wire > Harbour Courier
   event    CONSULT Portugal (PRT GOV), Spain (ESP GOV)
   when     Apr 2026 (“next month”, from 12 Mar 2026)
   [69:133] “Portugal and Spain are planning a summit on the Tagus next month”

2  – refusal         declines to comment
   who      Spanish foreign ministry (office, ESP) · declines to comment
   through  Harbour Courier
   [215:234] “declined to comment”

3  ✕ denied          “We have not set a date,” … “and we will not be rushed.”
   who      Telma Quintas (person, environment minister, PRT) · denies
   through  Harbour Courier
   [237:262] “We have not set a date,”
   [315:343] “and we will not be rushed.”
"""
FOOT = """\
rests on
  Iberian Wire, before 12 Mar 2026  [687:717] “an earlier Iberian Wire report”

● 2 happened · ◇ 1 planned · ○ 1 possible · ✕ 1 denied · ≠ 1 counterfactual · ? 1 unknown
– 1 refusal
7 attributions · 6 times: 5 with a value, 1 without
not decided: 4
      1  times: relative to an unknown date: no value
      2  event dates: no date could be found
      1  standing: whether it happened could not be decided"""


def test_render_shows_who_through_whom_when_and_the_words() -> None:
    shown = render(summit(), color=False, width=100, seconds=0.41)
    assert shown.startswith(SHOWN)
    assert shown.endswith(FOOT)


def test_render_says_when_the_article_itself_speaks() -> None:
    assert "who      the article itself (Harbour Courier)\n" in render(summit(), color=False, width=100)


def test_render_says_in_which_claim_a_claim_stands() -> None:
    shown = render(summit(), color=False, width=100)
    assert "through  Telma Quintas (person, environment minister, PRT) > Harbour Courier\n   inside   claim 4\n" in shown


def test_render_names_the_rules_only_when_asked() -> None:
    assert "rules " not in render(summit(), color=False, width=100)
    assert "rules    attributions.verb-clause, chains.told-outlet" in render(summit(), color=False, width=100, rules=True)


def test_render_colours_only_when_asked_and_never_changes_the_words() -> None:
    plain_words, coloured = (render(summit(), color=color, width=80) for color in (False, True))
    assert "\x1b" not in plain_words
    bare = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == plain_words.splitlines()
    assert coloured != bare


@pytest.mark.parametrize("width", [40, 57, 80, 132])
def test_render_keeps_within_the_width(width: int) -> None:
    wide = plain("塔霍河" * 90 + " " + "word " * 80, title="河" * 70, outlet="x" * 200)
    for reading in (summit(), wide):
        assert max(cell_len(line) for line in render(reading, color=False, width=width).splitlines()) <= width


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1) | st.sampled_from(["\x1b[2Jgone", "\u202eevil", "a\rb", "\x07", "\x9b31m", "\ud800", "\U000e0041x"]))
def test_render_never_sends_a_character_that_steers_the_terminal(text: str) -> None:
    shown = render(plain(text, title=text, outlet=text), color=False, width=60)
    steering = {c for c in shown if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")} - {"\n", "\u200c", "\u200d"}
    assert steering == set()
    shown.encode()


def test_render_shows_steering_characters_by_their_code() -> None:
    assert "\\x1b[2Jgone\\u202e" in render(plain("\x1b[2Jgone\u202e"), color=True, width=80)


def test_render_of_nothing_says_so() -> None:
    shown = render(plain(""), color=False, width=80)
    assert shown.splitlines()[0] == "outlet unknown · date unknown · 0 words · 0 claims"
    assert "no claims" in shown


def test_render_shortens_long_words_unless_rules_are_asked_for() -> None:
    long = plain("word " * 200)
    assert "…" in render(long, color=False, width=80)
    assert render(long, color=False, width=80, rules=True).count("word") >= 200
