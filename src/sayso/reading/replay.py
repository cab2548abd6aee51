"""Replay: a claim made again from the text and the names of its rules, and from nothing else.

The answer carries its plan (as ftfy's ``fix_and_explain`` does for mended text): a claim names each rule that had a hand in it, and those
on whose work it stands; reading again with only these gives the same claim.
"""

from __future__ import annotations

from sayso.language.gazetteer import Gazetteer
from sayso.language.parse import Parser
from sayso.model.article import Article
from sayso.model.reading import Claim
from sayso.reading.reader import read


def replay(article: Article, claim: Claim, *, parser: Parser | None = None, book: Gazetteer | None = None) -> Claim | None:
    """Return the claim that its rules alone make at its place, or None when they make none there; ``book`` as it was first read with."""
    again = read(article, only=frozenset((*claim.rules, *claim.context)), parser=parser, book=book)
    return next((made for made in again.claims if made.id == claim.id), None)
