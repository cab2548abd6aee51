"""The reader: the reading steps in their order, from an Article to a Reading.

Pure: no network, no clock, no store; the same article gives the same Reading. What a step cannot decide is left out and said in the notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.language.gazetteer import Gazetteer
from sayso.language.parse import Parser
from sayso.language.parse import parser as default_parser
from sayso.language.tokens import Parse
from sayso.model.article import Article, BlockKind
from sayso.model.reading import ReaderInfo, Reading
from sayso.model.span import Span
from sayso.reading.actors import mentions
from sayso.reading.attributions import attributions
from sayso.reading.blocks import blocks
from sayso.reading.chains import chains, reports
from sayso.reading.claims import Annotations, claims
from sayso.reading.event_dates import consistent, event_dates
from sayso.reading.events import events, events_at, joined
from sayso.reading.heard import HEARD, listen
from sayso.reading.notes import notes
from sayso.reading.standing import standings
from sayso.reading.times import times
from sayso.version import __version__

MAX_CHARACTERS = 100_000  # of an article are read: five times the longest feature, and about ten seconds of one core
NOT_READ = {BlockKind.BYLINE, BlockKind.BOILERPLATE}


def read(article: Article, *, only: frozenset[str] | None = None, parser: Parser | None = None, book: Gazetteer | None = None) -> Reading:
    """Return all that an article says. With ``only``, rules it does not name stay silent (for replay and ablation).

    ``book`` are the actors known, the lexicon's own when it is not given.
    """
    parser = parser or default_parser()
    article = replace(article, blocks=blocks(article))
    parse = parser.parse(article.text, unread(article))
    found = annotate(parse, article, only=only, book=book)
    return Reading(
        article=article,
        claims=claims(article.id, parse, found, only=only),
        attributions=found.attributions,
        events=found.events,
        times=found.times,
        mentions=found.mentions,
        reports=found.reports,
        notes=notes(article, found, unread_from=MAX_CHARACTERS),
        reader=ReaderInfo("sayso", __version__, parser.name),
    )


def unread(article: Article) -> list[tuple[int, int]]:
    """Return the stretches no claim is read from: bylines, boilerplate, and what lies beyond ``MAX_CHARACTERS``."""
    skip = [(block.span.start, min(block.span.end, MAX_CHARACTERS)) for block in article.blocks if block.kind in NOT_READ]
    skip = sorted(stretch for stretch in skip if stretch[0] < stretch[1])
    return [*skip, (MAX_CHARACTERS, len(article.text))] if len(article.text) > MAX_CHARACTERS else skip


def annotate(
    parse: Parse,
    article: Article,
    *,
    only: frozenset[str] | None = None,
    at: Sequence[Span] | None = None,
    book: Gazetteer | None = None,
) -> Annotations:
    """Run every step that marks the text, each on what came before it.

    With ``at``, the events are those at these places, one a span and in their order, instead of those the reader finds.
    """
    dct = article.published
    expressions = times(parse, dct, only=only)
    dated = expressions if only is None else times(parse, dct)  # who held an office does not hang on which rules may fire
    actors = mentions(parse, dct, times=dated, book=book, only=only)
    hearing = listen(parse) if only is None or only & HEARD else None
    said = chains(parse, attributions(parse, actors, hearing, only=only), actors, expressions, article.outlet, only=only)
    undated = events(parse, actors, hearing, only=only) if at is None else events_at(parse, actors, at)
    happenings = event_dates(parse, undated, expressions, dct, only=only)
    stands = standings(parse, happenings, said, expressions, dct, hearing, only=only)
    return Annotations(
        attributions=said,
        events=joined(consistent(parse, happenings, stands, dct, only=only), stands, parse, only=only),
        standings=stands,
        times=expressions,
        mentions=actors,
        reports=reports(parse, said, expressions, dct, only=only),
    )
