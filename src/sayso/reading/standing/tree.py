"""Questions about the dependency tree that the standing of events turns on."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.language.tokens import Token
from sayso.reading.standing.signs import words

VERBAL = {"VERB", "AUX"}
_SUBJECTS = {"nsubj", "nsubjpass", "expl"}
_PREPOSITIONAL = {"prep", "agent", "dative"}
DEEPEST = 60  # governors looked at above one event: deeper trees are parse errors, and cost must stay linear


def is_verbal(token: Token) -> bool:
    """Say whether the token is a verb form used as one."""
    return token.pos in VERBAL or (token.tag.startswith("VB") and token.dep in {"ROOT", "xcomp", "ccomp", "advcl", "relcl", "acl", "pcomp"})


def first_conjunct(token: Token) -> Token:
    """Return the first of the coordination this token is in, or the token."""
    for _ in range(DEEPEST):
        if token.dep != "conj" or token.head is token:
            break
        token = token.head
    return token


def is_preposition(token: Token) -> bool:
    """Say whether the token is a preposition that hangs on what it modifies."""
    return (
        token.dep in (_PREPOSITIONAL if token.tag != "IN" else _PREPOSITIONAL | {"cc"})
        and token.tag in {"IN", "TO", "RP", "VBG", "VBN", "RB"}
        and token.child("pobj", "pcomp", "prep") is not None
    )


def governor(token: Token) -> tuple[Token | None, tuple[Token, ...]]:
    """Return what governs the token's coordination, and the prepositions between, the nearest to the governor first."""
    top = first_conjunct(token)
    over = top.head
    between: list[Token] = []
    if over is top:
        return None, ()
    while is_preposition(over) and over.head is not over and len(between) < 4:
        between.append(over)
        over = first_conjunct(over).head
    return over, tuple(reversed(between))


def auxiliaries(token: Token) -> list[Token]:
    """Return the token's auxiliaries, or those it shares with the coordination before it ("will meet and talk")."""
    for _ in range(DEEPEST):
        own = [child for child in token.children if child.dep in {"aux", "auxpass"}]
        if own or not shares(token):
            return own
        token = token.head
    return []


def shares(token: Token) -> bool:
    """Say whether a coordinated verb shares the auxiliaries of the one before it: same form, no subject of its own."""
    return token.dep == "conj" and token.tag == token.head.tag and token.tag in {"VB", "VBN", "VBG"} and not has_subject(token)


def has_subject(token: Token) -> bool:
    """Say whether the verb has a subject of its own."""
    return token.child("nsubj", "nsubjpass", "expl", "csubj") is not None


def is_infinitive(token: Token) -> bool:
    """Say whether the verb is a to-infinitive."""
    return any(aux.tag == "TO" for aux in auxiliaries(token)) or any(
        child.tag == "TO" and child.dep in {"aux", "mark"} for child in token.children
    )


def is_finite(token: Token) -> bool:
    """Say whether the verb, or its first auxiliary, is finite."""
    helpers = auxiliaries(token)
    return (helpers[0].tag if helpers else token.tag) in {"VBD", "VBZ", "VBP", "MD"}


def is_past(token: Token) -> bool:
    """Say whether the verb is in a past tense or the perfect."""
    helpers = auxiliaries(token)
    if any(aux.tag == "MD" or aux.tag == "TO" for aux in helpers):
        return False
    return (helpers[0].tag if helpers else token.tag) == "VBD" or any(aux.lemma == "have" for aux in helpers)


def determiners(token: Token) -> Iterator[Token]:
    """Yield the token's determiners, or those of the coordination before it."""
    for _ in range(DEEPEST):
        found = [child for child in token.children if child.dep in {"det", "poss", "preconj"} or child.lower in words("no")]
        yield from found
        if found or token.dep != "conj":
            return
        token = token.head


def is_negated_noun(token: Token) -> bool:
    """Say whether the noun is denied by its own words: "no talks", "nobody", "not one"."""
    if any(child.dep == "neg" for child in token.children) and any(w.lower in words("single") for w in (token, *token.children)):
        return True
    return token.lower in words("nobody") or any(child.lower in words("no") for child in determiners(token))


def is_hearsay(token: Token) -> bool:
    """Say whether a clause names nobody who says so: "it is said", "it was rumoured"."""
    nobody = {child.dep for child in token.children if child.lower == "it"}
    if token.lemma == "have":  # "rumour has it that"
        return "dobj" in nobody
    return token.lemma in words("hearsay") and token.child("auxpass") is not None and bool(nobody & _SUBJECTS)


def is_idle(subject: Token | None) -> bool:
    """Say whether what tells is nobody's word: "rumours said that", "unverified reports claimed that"."""
    if subject is None:
        return False
    return subject.lemma.lower() in words("idle") or any(
        child.lower in words("unproved") or (child.dep == "relcl" and child.child("neg") and child.lemma in words("verify"))
        for child in subject.children
    )


def is_definite(token: Token) -> bool:
    """Say whether the noun is presented as known: "the talks", "their meeting", a name."""
    return token.pos == "PROPN" or any(child.lower in words("definite") or child.dep == "poss" for child in determiners(token))


def is_under_way(noun: Token) -> bool:
    """Say whether the event is the subject of a verb of happening in the past, or of "is in force", "are under way", "was held"."""
    verb = noun.head
    if noun.dep not in {"nsubj", "nsubjpass"}:
        return False
    if noun.dep == "nsubjpass" and particle(verb) in words("brought_about"):
        return is_past(verb)
    ended = {word.lower for child in verb.children for word in (child, *child.children) if child.dep in {"prep", "advmod", "acomp"}}
    return (verb.lemma == "be" and bool(ended & words("under_way"))) or (particle(verb) in words("occurrence") and is_past(verb))


def particle(token: Token) -> str:
    """Return the verb's lemma with its particle, "call_off", "fall_through", or the lemma alone."""
    child = token.child("prt") or next((c for c in token.children if c.dep == "advmod" and c.lower in words("particles")), None)
    return f"{token.lemma}_{child.lower}" if child else token.lemma
