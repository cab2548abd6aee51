"""What is told of people who are not named: how many they are, how they know, whose they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.language.tokens import Parse, Token
from sayso.model.actor import Mention
from sayso.reading.chains.people import is_definite, is_numbered
from sayso.reading.chains.source_words import table, words

_DIGITS = re.compile(r"\d[\d,]*")


def count(core: Sequence[Token], head: Token) -> tuple[int | None, int | None]:
    """Return the least and the most people a phrase can mean: "two sources" 2, 2; "sources" 2, no bound; "two aides and a guard" 3, 3."""
    others = [t for t in core if t.dep == "conj" and t.head is head and t.pos == "NOUN"]
    if not others:
        return _count(core, head)
    first = min(min(t.i for t in other.subtree()) for other in others)
    parts = [_count([t for t in core if t.i < first], head)]
    parts += [_count([t for t in core if t is other or t.is_below(other)], other) for other in others]
    least, most = [low for low, _ in parts if low is not None], [high for _, high in parts if high is not None]
    return sum(least) if least else None, sum(most) if len(most) == len(parts) else None


def _count(core: Sequence[Token], head: Token) -> tuple[int | None, int | None]:
    numbers = table("count")
    before = [t for t in core if t.i <= head.i or head.lower == t.lower]
    said = [t.lower for t in before]
    open_above = any(f" {more} " in f" {' '.join(said)} " for more in numbers["more"])
    for place, token in enumerate(before):
        if place + 1 < len(before) and before[place + 1].text in ("-", "year"):
            continue  # "a 34-year-old nurse"
        number = int(_DIGITS.match(token.text)[0].replace(",", "")) if _DIGITS.fullmatch(token.text) else None  # type: ignore[index]
        if token is not head and number is None and token.lower in numbers["least"] and not _is_counted_after(before[place + 1 :]):
            return numbers["least"][token.lower], None
        if number is None and token.lower in numbers["exact"] and token.lower not in ("a", "an"):
            number = numbers["exact"][token.lower]
        if number is not None:
            return number, None if open_above else number
    if head.tag in ("NNS", "NNPS") or head.lower == "people" or head.lower in words("plural"):
        return 2, None
    return 1, 1


def _is_counted_after(rest: Sequence[Token]) -> bool:
    """Say whether a number follows at once, and so says it better: "all nine economists"."""
    return bool(rest) and rest[0].pos == "NUM"


def basis(tokens: Sequence[Token], head: Token, parse: Parse) -> str | None:
    """Return how a source knows, in the article's words ("briefed on the talks", "informed"), or None."""
    after = [t for t in tokens if t.i > head.i]
    if after:
        start, end = after[0].start, after[-1].end
        text = parse.text[start:end].lower()
        places = [text.find(lead) for lead in table("basis")["leads"]]
        first = min((place for place in places if place >= 0), default=-1)
        if first >= 0 and not re.search(r"\b(?:not|never|no)\b", text[:first]):
            return parse.text[start + first : end].strip(" ,")
        clause = next((c for c in head.children if c.dep in ("relcl", "acl") and c.i > head.i), None)
        clause = clause if clause is not None and (_is_who(clause) or _is_at_it(clause)) and not _is_in_service(clause) else None
        told = [t for t in clause.subtree() if t in after and t.lower != "who"] if clause is not None else []
        if told:
            how = parse.span(told).text.strip(" ,")
            return None if how.lower().startswith(tuple(table("basis")["anonymity"])) else how
    before = [c for c in head.children if c.i < head.i and c.lower in table("basis")["before"]]
    return before[0].text if before else None


def _is_who(clause: Token) -> bool:
    """Say whether a clause tells what somebody did or was in on: "who met him"; not what somebody is, "who is 34"."""
    done = clause.pos == "VERB" or any(c.lemma == "have" for c in clause.children)
    return done and clause.child("neg") is None and clause.lemma != "say" and any(w.lower == "who" for w in clause.children)


def _is_at_it(clause: Token) -> bool:
    """Say whether a clause without "who" tells what somebody is at: "working on the deal"."""
    return clause.tag == "VBG" and clause.lemma in table("basis")["knowing"]


def _is_in_service(clause: Token) -> bool:
    """Say whether a clause tells whom somebody works for: "working for the operator"."""
    served = (c.child("pobj") for c in clause.children if c.dep == "prep" and c.lower in ("for", "at"))
    return clause.lemma == "work" and any(whom is not None and whom.pos != "PRON" for whom in served)


def affiliation(core: Sequence[Token], head: Token, parse: Parse, mentions: Mapping[int, Mention]) -> str | None:
    """Return whose people a source are, in the article's words ("South Korean government"), or None.

    ``mentions`` go by the offset at which they end; of "his lawyer" they tell whose.
    """
    owner = head.child("poss")
    if owner is not None and owner.pos == "PRON":
        return mentions[owner.end].actor.name if owner.end in mentions else None
    if owner is not None:
        return _text([t for t in owner.subtree() if t.tag != "POS"], parse)
    return _whole(core, head, parse) or _before(core, head, parse) or _behind(core, head, parse, mentions)


def _whole(core: Sequence[Token], head: Token, parse: Parse) -> str | None:
    """Of whom some are told of by a number: "three of *the five directors*"; not of sources, who are anybody's."""
    of = head.head if head.dep == "pobj" and head.head.lower == "of" and head.head in core else None
    part = of.head if of is not None else None
    told = part is not None and part in core and part.lower in words("partitive")
    if not told or not is_definite(head) or head.lemma in words("secret") or head.pos != "NOUN" or is_numbered(head):
        return None
    return _text([t for t in core if t.is_below(head)], parse)


def _before(core: Sequence[Token], head: Token, parse: Parse) -> str | None:
    """Whose people they are by the words before the head: "*South Korean government* source", "*cabinet* minister"."""
    before = [t for t in core if t.i < head.i]
    while before and (before[0].lower in words("plain") or before[0].pos in ("NUM", "DET", "PUNCT", "ADP", "ADV", "PRON")):
        before = before[1:]
    named = any((t.pos == "PROPN" or t.ent in ("NORP", "GPE", "ORG")) and t.lower not in words("wide") for t in before)
    bodies = any((t.lemma in words("organisation") or t.lower in words("bodies")) and t.lower not in words("wide") for t in before)
    return _text(before, parse) if named or bodies else None


def _behind(core: Sequence[Token], head: Token, parse: Parse, mentions: Mapping[int, Mention]) -> str | None:
    """Whose people they are by what follows the head: "officials *at the defence ministry*", "an engineer working *for the operator*"."""
    clause = next((c for c in head.children if c.dep in ("acl", "relcl") and _is_in_service(c)), None)
    loose = [t for t in core if t.head not in core]  # "quotes two sources at the club": the parser hangs "at" on the verb
    near = (c for c in (*(clause or head).children, *loose) if c.dep == "prep" and c.i > head.i)
    prep = next((c for c in near if c.lower in words("belong")), None)
    whose = prep.child("pobj") if prep is not None else None
    if prep is None or whose is None:
        return None
    if whose.pos == "PRON":  # "one of them": what they are is told of them, not of whom they belong to
        return mentions[whose.end].actor.name if whose.end in mentions and head.pos not in ("NUM", "DET", "PRON") else None
    body = whose.lemma in words("organisation")
    if prep.lower == "with" and not (body or whose.pos == "PROPN"):
        return None  # "an official with knowledge of the search"
    if prep.lower in ("in", "from") and (whose.ent in ("GPE", "LOC", "FAC", "DATE", "PERSON") or not (whose.ent or body)):
        return None  # "a woman in her seventies", "a broker in Gdansk"
    definite = any(c.dep == "poss" or (c.dep == "det" and c.lower in ("the", "its")) for c in whose.children)
    speaks_for = prep.lower == "for" and head.lemma in words("spokesperson")
    if speaks_for or definite or whose.pos == "PROPN" or whose.ent or body or clause is not None:
        return _text([t for t in whose.subtree() if t in core or clause is not None], parse)
    return None


def _text(tokens: Sequence[Token], parse: Parse) -> str | None:
    if tokens and tokens[0].lower == "the":
        tokens = tokens[1:]
    return parse.span(tokens).text.strip(" ,") if tokens else None
