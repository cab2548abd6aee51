"""The clause of a cue without what is said and without who says it: when, where, to whom and in what it was said."""

from __future__ import annotations

from itertools import takewhile

from sayso.language.tokens import Parse, Token
from sayso.model.attribution import Attribution, Source
from sayso.reading.cue_words import lemma, listed

_NEAR = 120  # characters from a source to its cue
_MARKS = frozenset({",", ".", ";", ":", "—", "–", "!", "?"})
_OTHER_CLAUSES = ("ccomp", "conj", "parataxis", "nsubj", "relcl")


def cue_verb(attribution: Attribution, parse: Parse) -> Token | None:
    """Return the head of the cue, or None where there is no cue."""
    tokens = parse.within(attribution.cue.start, attribution.cue.end) if attribution.cue else []
    inside = set(tokens)
    verbs = [token for token in tokens if token.pos == "VERB"] or tokens
    return next((token for token in verbs if token.head not in inside or token.head is token), verbs[0] if verbs else None)


def cue_clause(attribution: Attribution, parse: Parse) -> list[Token]:
    """Return the tokens below the cue's verb, in text order, that are neither source nor content nor part of another clause."""
    verb = cue_verb(attribution, parse)
    if verb is None:
        return []
    taken = [*attribution.content, *([attribution.source.span] if attribution.source.span else [])]
    found, waiting = [], [verb]
    while waiting:
        token = waiting.pop()
        if any(span.start <= token.start < span.end for span in taken):
            continue
        found.append(token)
        waiting += [child for child in token.children if not _is_other_clause(child)]
    return sorted(found, key=lambda token: token.i)


def between(attribution: Attribution, parse: Parse) -> list[Token]:
    """Return the tokens between a source and the cue that follows it: "X, in an interview with Y, said"."""
    span, cue = attribution.source.span, attribution.cue
    return parse.within(span.end, cue.start) if span and cue and span.end < cue.start <= span.end + _NEAR else []


def behind(attribution: Attribution, parse: Parse) -> list[Token]:
    """Return the tokens behind a source that stands after its cue, up to the next mark: "noted X *in conversation with Y*"."""
    span, cue = attribution.source.span, attribution.cue
    if not span or not cue or span.start < cue.end:
        return []
    stops = _MARKS | {"that"} | listed("according", "citing")
    after = takewhile(lambda t: not {t.text, t.lower, t.lemma} & stops, parse.within(span.end, span.end + _NEAR))
    return [t for t in after if not any(content.start <= t.start < content.end for content in attribution.content)]


def _is_other_clause(token: Token) -> bool:
    finite = token.dep == "advcl" and token.tag != "VBG"
    return token.pos in ("VERB", "AUX") and (token.dep in _OTHER_CLAUSES or finite)


def addressee(attribution: Attribution, parse: Parse) -> Token | None:
    """Return whom it was said to: the object of "told", or of "to" after the cue."""
    verb = cue_verb(attribution, parse)
    if verb is None:
        return None
    told = verb.child("dative", "dobj") if verb.lemma in listed("addressed", "verbs") else None
    to = next((c for c in verb.children if c.dep in ("prep", "dative") and c.lower == "to"), told)
    return to.child("pobj") if to is not None and to.pos == "ADP" else to


def relaying_clause(source: Source, parse: Parse) -> list[Token]:
    """Return the tokens of the clause in a source's words that says who carries it: "sources *cited by CNN*"."""
    tokens = parse.within(source.span.start, source.span.end) if source.span else []
    for verb in tokens:
        if verb.dep in ("acl", "relcl") and lemma(verb) in listed("according", "relaying"):
            return [token for token in verb.subtree() if token in tokens]
    return []
