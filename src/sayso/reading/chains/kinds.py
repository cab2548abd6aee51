"""What kind of source a noun phrase is: a person, an office, an organisation, an outlet, a document, people without a name."""

from __future__ import annotations

from sayso.language.tokens import Token
from sayso.model.actor import ActorKind
from sayso.reading.chains.outlets import is_collective, is_generic
from sayso.reading.chains.source_words import table, words

_BY_ENTITY = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "FAC": ActorKind.ORGANISATION,
    "GPE": ActorKind.COUNTRY,
    "LOC": ActorKind.COUNTRY,
    "NORP": ActorKind.GROUP,
}
_BY_WORD = (
    ("spokesperson", ActorKind.OFFICE), ("document", ActorKind.DOCUMENT), ("organisation", ActorKind.ORGANISATION),
    ("office", ActorKind.OFFICE), ("anonymous", ActorKind.ANONYMOUS), ("group", ActorKind.GROUP),
)  # fmt: skip


PEOPLE = ("er", "or", "ist", "man", "woman", "ian", "ee", "ant", "izen", "old")
"""Endings of words for what somebody is ("the plumber", "the dentist")."""
_IDEAS = ("tion", "sion", "ness", "ment", "ism", "one")  # of words for what has no voice ("the decision")


def kind_of(head: Token) -> ActorKind:
    """Return the kind of source that a head noun, with what hangs on it, names."""
    if head.lower in words("sides"):
        of_states = any(c.ent in ("NORP", "GPE") for c in head.children)
        of_bodies = any(c.pos == "PROPN" for c in head.children)
        return ActorKind.COUNTRY if of_states else ActorKind.ORGANISATION if of_bodies else ActorKind.UNKNOWN
    if is_generic(head) or is_collective(head):
        return ActorKind.OUTLET
    if head.pos == "PROPN" or head.ent in ("PERSON", "GPE"):
        return _kind_of_name(head)
    if head.lemma in words("anonymous") and not (head.lemma in words("office") and is_definite(head)):
        return ActorKind.GROUP if head.lemma in words("crowd") and head.tag == "NNS" and not is_counted(head) else ActorKind.ANONYMOUS
    for name, kind in _BY_WORD:
        if not _is_nobodys(kind, name, head) and (head.lemma in words(name) or head.lower in words(name)):
            return kind
    if head.lower in words("anybody") or _is_one_of_them(head):
        return ActorKind.ANONYMOUS
    if head.pos == "PRON":
        return ActorKind.UNKNOWN
    human = head.lemma in words("human") or any(c.dep == "relcl" and any(w.lower == "who" for w in c.children) for c in head.children)
    if human and (is_counted(head) or (head.tag == "NN" and not is_definite(head))):
        return ActorKind.ANONYMOUS
    if head.tag == "NN" and not head.ent and is_definite(head) and not head.lower.endswith(_IDEAS):
        # a thing with a voice is somebody's body ("the cemetery", "the zoo")
        return ActorKind.ANONYMOUS if human or head.lower.endswith(PEOPLE) else ActorKind.ORGANISATION
    return ActorKind.GROUP if head.tag == "NNS" else _BY_ENTITY.get(head.ent, ActorKind.UNKNOWN)


def _is_nobodys(kind: ActorKind, name: str, head: Token) -> bool:
    """Say whether a listed word means somebody of a trade and not the listed kind: "ministers", "a lawyer for her", "an analyst"."""
    if kind is ActorKind.OFFICE and name == "office":
        return head.tag == "NNS" or (head.lemma in words("human") and not is_definite(head))
    return kind is ActorKind.GROUP and head.lemma in words("human") and (head.tag == "NN" or is_counted(head))


def _is_one_of_them(head: Token) -> bool:
    """Say whether a number stands for some of those named before: "one of them", "two of the four"."""
    of = head.child("prep") if head.pos in ("NUM", "DET", "PRON") else None
    below = of.child("pobj") if of is not None and of.lower == "of" else None
    return below is not None and below.pos in ("PRON", "NUM")


def _kind_of_name(head: Token) -> ActorKind:
    if head.ent in _BY_ENTITY:
        return _BY_ENTITY[head.ent]
    if head.lower in words("organisation"):
        return ActorKind.ORGANISATION
    # a name the parser could not place: with a title or a first name before it, a person's
    return ActorKind.PERSON if any(c.dep == "compound" for c in head.children) else ActorKind.UNKNOWN


def is_counted(head: Token) -> bool:
    """Say whether a number, or a word that bounds one, stands before a noun."""
    least = table("count")["least"]
    return any(c.i < head.i and (c.pos == "NUM" or c.lower in least or c.lower in ("two", "both", "one")) for c in head.children)


def is_definite(head: Token) -> bool:
    """Say whether an office is pinned to one holder: "the president", "China's foreign minister"."""
    return any((c.dep == "det" and c.lower == "the") or c.dep == "poss" for c in head.children)
