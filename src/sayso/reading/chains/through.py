"""The outlet that something comes through: "told CNN that P", "in an interview with CNN", "P, a site reported, citing an aide"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile

from sayso.language.tokens import Parse, Token
from sayso.model.actor import Actor, ActorKind, Mention
from sayso.model.attribution import Attribution, Source
from sayso.model.span import Span
from sayso.reading.attributions.cue_clause import addressee, behind, between, cue_clause, cue_verb, relaying_clause
from sayso.reading.candidates import noun_phrase
from sayso.reading.chains.names import is_corporate
from sayso.reading.chains.outlets import is_collective, is_generic, is_shaped, outlet_told, outlets_in
from sayso.reading.chains.source_words import titles, words
from sayso.reading.chains.sources import source
from sayso.reading.citing import citings, is_citing

Meant = Callable[[Sequence[Token]], Actor | None]
"""Who is meant by a phrase that points back at an outlet ("the paper"), or None."""

_OTHERS = (ActorKind.PERSON, ActorKind.OFFICE, ActorKind.DOCUMENT, ActorKind.ANONYMOUS, ActorKind.OUTLET)


def outlets_through(attribution: Attribution, parse: Parse, mentions: Mapping[int, Mention], meant: Meant) -> list[Source]:
    """Return the outlets named beside an attribution as those who heard or carry it, in the order of the text."""
    named = [
        Source(parse.span(name), actor, named=True)
        for beside in (
            between(attribution, parse),
            cue_clause(attribution, parse),
            behind(attribution, parse),
            relaying_clause(attribution.source, parse),
        )
        for actor, name in outlets_in(beside)
    ]
    return named or _told(attribution, parse) or list(_heard(attribution, parse, meant)) or list(_trusted(attribution, parse, mentions))


def _trusted(attribution: Attribution, parse: Parse, mentions: Mapping[int, Mention]) -> Iterator[Source]:
    """Whom somebody told it, or gave an interview, where nobody knows the name: whoever passes it on to us is an outlet.

    Not so a person, a body or a country; nor a name that the text has used before, or a title goes with.
    """
    heard = addressee(attribution, parse)
    if heard is None or heard.pos != "PROPN":
        heard = _right_behind(attribution, parse) or _interviewer([*between(attribution, parse), *cue_clause(attribution, parse)])
    if heard is None:
        return
    name = tuple(t for t in noun_phrase(heard) if t.lower != "the" and t.i <= heard.i)
    mention = mentions.get(heard.end)
    known = mention is not None and (mention.actor.country is not None or mention.actor.sector is not None)
    said = [*attribution.content, *([attribution.source.span] if attribution.source.span else [])]
    known = known or any(span.start <= heard.start < span.end for span in said)
    if known or heard.ent in ("GPE", "NORP", "LOC", "DATE") or not _is_only_a_name(name) or _is_used(heard, parse):
        return
    yield Source(parse.span(name), Actor.of(" ".join(t.text for t in name), ActorKind.OUTLET), named=True)


def _right_behind(attribution: Attribution, parse: Parse) -> Token | None:
    """The last word of the name right behind "told", whatever the parser made of it."""
    verb, cue = cue_verb(attribution, parse), attribution.cue
    if verb is None or cue is None or verb.lemma != "tell":
        return None
    after = parse.within(cue.end, cue.end + 60)
    name = list(takewhile(lambda t: t.pos == "PROPN" and t.text[0].isupper(), after[1:] if after and after[0].lower == "the" else after))
    return name[-1] if name and name[-1].head not in name else None


def _interviewer(beside: Sequence[Token]) -> Token | None:
    """Whose the interview was, or in what somebody wrote, in words beside a cue."""
    for token in beside:
        if token.lemma in words("interview") or token.lemma == "write":
            for prep in token.children:
                asked = prep.child("pobj") if prep.dep == "prep" and (token.pos == "NOUN" or prep.lower in ("in", "for")) else None
                if asked is not None and asked.pos == "PROPN":
                    return asked
    return None


def _is_only_a_name(name: Sequence[Token]) -> bool:
    """Say whether a name has only names in it, none of them a title, a country or a body's."""
    free = all(t.pos in ("PROPN", "DET", "ADP") and t.ent not in ("GPE", "NORP") and not _is_title(t.lower.rstrip(".")) for t in name)
    return bool(name) and name[0].text[0].isupper() and free and not is_corporate(name)


def _is_title(word: str) -> bool:
    return word in titles() or word in words("office")


def _is_used(name: Token, parse: Parse) -> bool:
    """Say whether a text has a name more than once."""
    return sum(t.text == name.text and t.pos == "PROPN" for t in parse.tokens) > 1


def reporter(attribution: Attribution, parse: Parse, mentions: dict[int, Mention], meant: Meant) -> Source | None:
    """Return who reports what the source is cited for: the subject of the cue where the source stands behind words of citing.

    Nothing else being known of it, it is an outlet.
    """
    verb, cited = cue_verb(attribution, parse), attribution.source.span
    if verb is not None and verb.child("nsubj") is None and is_citing(verb.head):
        verb = verb.head  # "Kyodo News cited two aides, saying that P"
    who = (verb.child("nsubj") or _before_citing(verb, cited)) if verb is not None and cited is not None else None
    if verb is None or who is None or cited is None or who.pos == "PRON" or not _is_cited(attribution, verb, parse):
        return None
    phrase = tuple(t for t in noun_phrase(who) if (not (cited.start <= t.start < cited.end) and t.i < verb.i) or t is who)
    if cited.start <= who.start < cited.end or any(span.start <= who.start < span.end for span in attribution.content):
        return None
    actor = meant(phrase)
    if actor is not None:
        return Source(parse.span(phrase), actor, named=True)
    made = source(parse, phrase, mentions)
    if made.actor.kind in _OTHERS:
        return made
    return Source(parse.span(phrase), Actor.of(made.actor.name, ActorKind.OUTLET), named=who.pos == "PROPN")


def _before_citing(verb: Token, cited: Span) -> Token | None:
    """The last word of the name in "the Basel Ledger, citing two bankers, reported", whatever the parser made of it."""
    tokens = verb.sent.tokens
    for k, phrase, _ in citings(tokens):
        if cited.start <= tokens[phrase].start < cited.end and k > 1 and tokens[k].i < verb.i:
            before = tokens[k - 2] if tokens[k - 1].text == "," else tokens[k - 1]
            return before if before.pos in ("PROPN", "NOUN") else None
    return None


def _is_cited(attribution: Attribution, verb: Token, parse: Parse) -> bool:
    """Say whether the source of an attribution stands behind words of citing, or is the object of "quoted ... as saying"."""
    span = attribution.source.span
    tokens = verb.sent.tokens
    behind_words = any(span and span.start <= tokens[phrase].start < span.end for _, phrase, _ in citings(tokens))
    return behind_words or bool(span and parse.within(span.start, span.end) and verb.lemma in ("quote", "cite"))


def _told(attribution: Attribution, parse: Parse) -> list[Source]:
    """The outlet that heard it, where only its role tells that it is one."""
    named = outlet_told([*between(attribution, parse), *cue_clause(attribution, parse)]) or outlet_told(behind(attribution, parse))
    return [Source(parse.span(named[1]), named[0], named=True)] if named else []


def _heard(attribution: Attribution, parse: Parse, meant: Meant) -> Iterator[Source]:
    """Whom it was said to, where that is an outlet: "told state television", "told the paper", "told the daily Le Midi"."""
    heard, said = addressee(attribution, parse), attribution.source.span
    if heard is None or (said and said.start <= heard.start < said.end):
        return
    of = next((c.child("pobj") for c in heard.children if c.dep == "prep" and c.lower in ("of", "for", "from", "with")), None)
    if heard.lemma in words("journalist") and of is not None and of.pos == "PROPN":
        heard = of  # "told a reporter of Tide Finance"
    phrase = noun_phrase(heard)
    actor = meant(phrase)
    made = source(parse, phrase)
    plain = [token for token in phrase if token.dep != "det"]
    if is_generic(heard) or is_collective(heard) or heard is of:
        yield Source(parse.span(phrase), actor or Actor.of(parse.span(plain).text, ActorKind.OUTLET), named=actor is not None)
    elif made.actor.kind is ActorKind.OUTLET:
        yield Source(parse.span(phrase), made.actor, named=True)
    elif is_shaped(heard) and any(c.lower == "the" for c in heard.children) and len(phrase) == 2:
        yield Source(parse.span(phrase), Actor.of(heard.text, ActorKind.OUTLET), named=True)
