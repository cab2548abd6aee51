"""Actors: which country and sector a phrase stands for, and who held the office it names, by itself or in the text it stands in."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.bench.rows import Row, moment
from sayso.language.gazetteer import pieces
from sayso.language.parse import parser
from sayso.model.actor import Actor
from sayso.model.moment import Moment
from sayso.reading.actors import actor_of, mentions
from sayso.reading.actors.spot import small_words
from sayso.reading.times import times


def actors(row: Row) -> Row:
    """Predict ``country``, ``code_1`` (the sector) and ``holder`` of a phrase, from id, text, date and context.

    A phrase that stands in its context is read there, as the last mention in these words; "both sides" gives two countries ("JPN/KOR").
    """
    date, context = moment(row.get("date")), row.get("context")
    found = _in_context(row["text"], context, date) if context else []
    found = found or [actor_of(row["text"], date=date, context=context)]
    holder = found[0].holder if len(found) == 1 else None
    return {"country": _joined(a.country for a in found), "code_1": _joined(a.sector for a in found), "holder": holder or ""}


def _in_context(phrase: str, context: str, date: Moment | None) -> list[Actor]:
    parse = parser().parse(context)
    wanted, every = _bare(phrase), mentions(parse, date, times=times(parse, date))
    made = [m for m in every if _bare(m.span.text) == wanted] or [m for m in every if _bare(m.span.text)[-len(wanted) :] == wanted]
    return [mention.actor for mention in made if mention.span == made[-1].span]


def _bare(phrase: str) -> list[str]:
    keys = [piece.key for piece in pieces([phrase])]
    return keys[1:] if len(keys) > 1 and keys[0] in small_words()["articles"] else keys


def _joined(codes: Iterable[str | None]) -> str:
    return "/".join(sorted({code for code in codes if code}))
