"""Verbs as cues: "X said that P", "X hopes to P", "X criticised Y", "X called for P", "P was denied by X", "X declined to comment"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.language.tokens import Parse, Token
from sayso.model.attribution import Attitude
from sayso.reading.attributions.refusals import refusal
from sayso.reading.candidates import Candidate, noun_phrase, pieces, subject, subject_beside, subtree, verb_phrase, verbs
from sayso.reading.cue_words import attitude, listed, prepositions

_AFTER_OBJECT = ("prep", "oprd", "advmod", "xcomp", "acomp")


def verb_cues(parse: Parse) -> Iterator[Candidate]:
    """Propose attributions whose cue is a verb, a sentence at a time."""
    for sentence in parse.sentences:
        for verb in verbs(sentence):
            refused = refusal(verb)
            if refused is not None:
                yield refused
                continue
            for find in (_clause, _infinitive, _as, _object, _preposition):
                made = find(verb)
                if made is not None:
                    yield made


def _made(
    rule: str, verb: Token, content: list[Token], shown: Attitude, weight: float, *more: Token, speech: bool = False
) -> Candidate | None:
    """A candidate with the verb's own subject (or agent) as source, unless nothing is left of its content."""
    cue = verb_phrase(verb, *more)
    who = agent(verb) if is_passive(verb) else subject(verb) or (subject_beside(verb) if speech else None)
    source = noun_phrase(who, verb) if who is not None and not _is_empty(who, verb) else ()
    if not set(content) - set(source):
        source = ()
    bounds = pieces(content, frozenset(cue) | frozenset(source))
    return Candidate(f"attributions.{rule}", cue, source, bounds, shown, weight, speech) if bounds else None


def _is_empty(who: Token, verb: Token) -> bool:
    """Say whether "it" or "there" is nobody: before a passive, or the subject of another verb ("it is worth noting")."""
    return who.lower in listed("words", "expletives") and (who.dep in ("expl", "nsubjpass") or who.head is not verb)


def is_passive(verb: Token) -> bool:
    """Say whether a verb is in the passive, with or without a form of "be"."""
    if any(child.dep in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return not any(child.dep == "nsubj" for child in verb.children)
    return verb.tag == "VBN" and verb.dep in ("acl", "relcl") and not any(child.dep in ("aux", "nsubj", "dobj") for child in verb.children)


def agent(verb: Token) -> Token | None:
    """Return who does it in the passive ("by X"), or None."""
    by = verb.child("agent")
    return by.child("pobj") if by is not None else None


def clause_of(verb: Token) -> Token | None:
    """Return the verb of the clause that a verb has as its content, or None."""
    found = [c for c in verb.children if c.dep == "ccomp"]
    if not found:
        return _clause_of_speech(verb)
    after = [c for c in found if c.i > verb.i]
    return (after or found)[0] if len(found) > 1 and not _is_quoted_before(found[0]) else found[0]


def _is_quoted_before(comp: Token) -> bool:
    return comp.i < comp.head.i


def _clause_of_speech(verb: Token) -> Token | None:
    """In "said in a statement that P" the clause often hangs on the noun."""
    for prep in (c for c in verb.children if c.dep == "prep" and c.i > verb.i):
        noun = prep.child("pobj")
        comp = noun.child("acl", "ccomp", "relcl") if noun is not None else None
        if comp is not None and any(c.dep == "mark" and c.lower == "that" for c in comp.children):
            return comp
    return None


def _clause(verb: Token) -> Candidate | None:
    comp = clause_of(verb)
    if comp is None or (comp.tag == "VBG" and not any(c.dep in ("aux", "nsubj") for c in comp.children)):
        return None
    shown = attitude(verb, "speech", "clause")
    weight = 0.9
    rule = "verb-clause"
    if shown is None:
        if verb.lemma in listed("words", "open_stop") or not _is_open_cue(verb, comp):
            return None
        shown, weight, rule = Attitude.ASSERTS, 0.5, "open-verb-clause"
    if is_passive(verb) and not _is_impersonal(verb):
        return None
    content = subtree(comp, *_citations(comp))
    said = _reported_behind(comp)
    if said is not None:
        content = subtree(said)
    elif _reported_behind(verb) is not None and verb.head.i < verb.i:
        content = [*subtree(verb.head, verb), *content]
    elif comp.i > verb.i:
        content += [
            token for child in _trailing(verb, comp) if child.lemma not in listed("according", "citing") for token in subtree(child)
        ]
    made = _made(rule, verb, content, shown, weight, speech=attitude(verb, "speech") is not None)
    return made if made is not None and (made.source or is_passive(verb)) else None


def _is_impersonal(verb: Token) -> bool:
    """Say whether a passive has somebody who says, or "it", or who was told: "it is understood that", "he was told by X that"."""
    it = verb.child("nsubjpass")
    spoken_to = verb.lemma in listed("addressed", "verbs")
    return agent(verb) is not None or spoken_to or (it is not None and it.lower in listed("words", "expletives"))


def _reported_behind(verb: Token) -> Token | None:
    """What is said in "X said P, Y reported", where the parser takes "Y reported" for what X said; None in any other sentence."""
    said = next((c for c in verb.children if c.dep == "ccomp" and c.i < verb.i), None)
    if said is None or verb.dep != "ccomp" or not verb.head.i < said.i or attitude(verb.head, "speech") is None:
        return None
    rest = verb.sent.tokens[verb.i + 1 - verb.sent.tokens[0].i :]
    return said if attitude(verb, "speech") is not None and not any(token.text[0].isalnum() for token in rest) else None


def _citations(comp: Token) -> list[Token]:
    """The words ", citing X" behind a clause: they belong to whoever reports it."""
    inside = subtree(comp)
    return [t for t in inside if t.tag == "VBG" and t.i > comp.i and t.lemma in listed("according", "citing") and _after_comma(t)]


def _after_comma(token: Token) -> bool:
    tokens = token.sent.tokens
    return token.i > tokens[0].i and tokens[token.i - tokens[0].i - 1].text == ","


def _trailing(verb: Token, comp: Token) -> list[Token]:
    """What the parser hung on the cue though it stands after the content: it belongs to the content."""
    after = [c for c in verb.children if c.i > comp.i and c.dep in ("advcl", "prep", "npadvmod")]
    return [c for c in after if c.lemma not in listed("according", "citing")]


def _without_verbs(head: Token, *stop: Token) -> list[Token]:
    """What lies below a noun or adjective, but for verbs that the parser joined to it by "and"."""
    return subtree(head, *stop, *(c for c in head.children if c.dep == "conj" and c.pos == "VERB"))


def _is_open_cue(verb: Token, comp: Token) -> bool:
    that = any(c.dep == "mark" and c.lower == "that" for c in comp.children)
    quoted = any(t.text in '"“' for t in comp.sent.tokens[max(0, verb.i - comp.sent.tokens[0].i) :][:3])
    who = subject(verb)
    return who is not None and who.pos in ("PROPN", "PRON", "NOUN") and (that or quoted)


def _infinitive(verb: Token) -> Candidate | None:
    comp = next((c for c in verb.children if c.dep in ("xcomp", "ccomp") and c.i > verb.i and _has_to(c)), None)
    if comp is None:
        return None
    if is_passive(verb) and verb.lemma in listed("unnamed", "raising"):
        return _raised(verb, comp)
    shown = attitude(verb, "infinitive")
    if shown is None:
        return None
    who = next((c for c in verb.children if c.dep in ("dobj", "dative") and verb.i < c.i < comp.i), None)
    made = _made("verb-infinitive", verb, [*(subtree(who) if who is not None else ()), *subtree(comp)], shown, 0.8)
    return made if made is not None and made.source else None


def _has_to(comp: Token) -> bool:
    return any(c.dep == "aux" and c.tag == "TO" for c in comp.children)


def _raised(verb: Token, comp: Token) -> Candidate | None:
    """ "X is said to P": nobody in particular says that X P."""
    shown = attitude(verb, "speech", "clause", "infinitive") or Attitude.ASSERTS
    raised = verb.child("nsubjpass")
    return _made("passive-raising", verb, [*(subtree(raised) if raised is not None else ()), *subtree(comp)], shown, 0.7)


def _as(verb: Token) -> Candidate | None:
    shown = attitude(verb, "as")
    if shown is None:
        return None
    held = next((c for c in verb.children if c.dep in ("oprd", "ccomp", "xcomp", "acomp") or (c.dep == "prep" and c.lower == "as")), None)
    what = verb.child("nsubjpass") if is_passive(verb) else verb.child("dobj")
    if held is None or (what is None and held.dep != "ccomp"):
        return None
    return _made("verb-as", verb, [*(_without_verbs(what) if what is not None else ()), *_without_verbs(held)], shown, 0.85)


def _object(verb: Token) -> Candidate | None:
    shown = attitude(verb, "object")
    if shown is None:
        return None
    passive = is_passive(verb)
    what = _passive_object(verb) if passive else verb.child("dobj") or _gerund(verb)
    speaks_to = verb.lemma in listed("addressed", "verbs") or verb.lemma in listed("according", "citing")
    if what is None or (speaks_to and _is_somebody(what)):
        return None
    content = _without_verbs(what, verb)
    if not passive:
        after = [c for c in verb.children if c.i > what.i and c.dep in _AFTER_OBJECT and c.ent not in ("DATE", "TIME")]
        content += [token for child in after for token in subtree(child) if not _is_dated(child)]
    made = _made("verb-object", verb, content, shown, 0.6)
    return made if made is not None and made.source else None


def _gerund(verb: Token) -> Token | None:
    """What somebody proposes or supports, put as an action: "proposed closing the port"."""
    return next((c for c in verb.children if c.dep in ("xcomp", "ccomp") and c.tag == "VBG" and c.i > verb.i), None)


def _passive_object(verb: Token) -> Token | None:
    own = verb.child("nsubjpass")
    return verb.head if own is None and verb.dep in ("acl", "relcl") else own


def _is_dated(prep: Token) -> bool:
    obj = prep.child("pobj")
    return obj is not None and obj.ent in ("DATE", "TIME")


def _is_somebody(noun: Token) -> bool:
    return noun.ent in ("PERSON", "ORG", "NORP", "GPE") or noun.pos in ("PRON", "PROPN") or noun.lemma in listed("addressed", "people")


def _preposition(verb: Token) -> Candidate | None:
    leads = prepositions(verb) if verb.dep != "acl" or verb.tag == "VBG" else {}
    for prep in verb.children:
        shown = leads.get(prep.lower) if prep.dep in ("prep", "prt") and prep.i > verb.i else None
        what = prep.child("pobj", "pcomp") if shown else None
        if shown is None or what is None:
            continue
        content = subtree(what)
        content += [token for c in verb.children if c.i > what.i and c.dep in ("xcomp", "ccomp") for token in subtree(c)]
        made = _made("verb-preposition", verb, content, shown, 0.6, prep)
        return made if made is not None and made.source else None
    return None
