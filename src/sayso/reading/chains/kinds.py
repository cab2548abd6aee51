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
_HEARD = 0.4  # how probable a kind must be for the encoder's word to count
_IDEAS = ("tion", "sion", "ness", "ment", "ism", "one")  # of words for what has no voice ("the decision")


Heard = tuple[ActorKind, float]
"""The kind that the encoder hears in a source, with its probability."""


def kind_of(head: Token, heard: Heard | None = None) -> ActorKind:
    """Return the kind of source that a head noun, with what hangs on it, names; where the lexicon is silent, what the encoder hears."""
    if heard is None or heard[1] < _HEARD or head.pos == "PRON" or (heard[0] is ActorKind.OFFICE and not is_definite(head)):
        return listed_kind(head) or _guessed(head)
    return listed_kind(head) or heard[0]


def listed_kind(head: Token) -> ActorKind | None:
    """Return the kind that the lexicon or the parser's name for it gives a head noun, or None."""
    if head.lower in words("share"):
        return ActorKind.GROUP
    if head.lower in words("sides"):
        of_states = any(c.ent in ("NORP", "GPE") for c in head.children)
        of_bodies = any(c.pos == "PROPN" for c in head.children)
        return ActorKind.COUNTRY if of_states else ActorKind.ORGANISATION if of_bodies else None
    if is_generic(head) or is_collective(head):
        return ActorKind.OUTLET
    word = head.lemma.lower()
    if head.ent in ("PERSON", "GPE") or (head.pos == "PROPN" and head.ent):
        return ActorKind.OFFICE if word in words("office") and is_definite(head) else _BY_ENTITY.get(head.ent)
    if word in words("anonymous") and not (word in words("office") and is_definite(head)):
        return ActorKind.GROUP if word in words("crowd") and head.tag == "NNS" and not is_counted(head) else ActorKind.ANONYMOUS
    for name, kind in _BY_WORD:
        if not _is_nobodys(kind, name, head) and (word in words(name) or head.lower in words(name)):
            return ActorKind.ANONYMOUS if kind is ActorKind.GROUP and is_counted(head) else kind
    if head.lower in words("anybody") or _is_one_of_them(head):
        return ActorKind.ANONYMOUS
    return None


def _guessed(head: Token) -> ActorKind:
    if head.pos in ("PRON", "PROPN"):
        # a name the parser could not place: with a title or a first name before it, a person's
        named = head.pos == "PROPN" and any(c.dep == "compound" for c in head.children)
        return ActorKind.PERSON if named else ActorKind.UNKNOWN
    who = any(c.dep == "relcl" and any(w.lower == "who" for w in c.children) for c in head.children)
    human = who or head.lemma.lower() in words("human")
    if human and (is_counted(head) or (head.tag == "NN" and not is_definite(head))):
        return ActorKind.ANONYMOUS
    if head.tag == "NN" and not head.ent and is_definite(head) and not head.lower.endswith(_IDEAS):
        # a thing with a voice is somebody's body ("the cemetery", "the zoo")
        return ActorKind.ANONYMOUS if human or head.lower.endswith(PEOPLE) else ActorKind.ORGANISATION
    return ActorKind.GROUP if head.tag == "NNS" else _BY_ENTITY.get(head.ent, ActorKind.UNKNOWN)


def _is_nobodys(kind: ActorKind, name: str, head: Token) -> bool:
    """Say whether a listed word means somebody of a trade and not the listed kind: "ministers", "a lawyer for her", "an analyst"."""
    if kind is ActorKind.OFFICE and name == "office":
        return head.tag == "NNS" or (head.lemma.lower() in words("human") and not is_definite(head))
    return kind is ActorKind.GROUP and head.lemma.lower() in words("human") and (head.tag == "NN" or is_counted(head))


def _is_one_of_them(head: Token) -> bool:
    """Say whether a number or a rank stands for some of those named before: "one", "two of the four", "the older", "another"."""
    if head.lower in words("others") or (head.tag in ("JJR", "JJS") and is_definite(head)):
        return True
    of = head.child("prep") if head.pos in ("NUM", "DET", "PRON") else None
    below = of.child("pobj") if of is not None and of.lower == "of" else None
    return below is not None and below.pos in ("PRON", "NUM")


def is_counted(head: Token) -> bool:
    """Say whether a number, or a word that bounds one, stands before a noun."""
    least = table("count")["least"]
    return any(c.i < head.i and (c.pos == "NUM" or c.lower in least or c.lower in ("two", "both", "one")) for c in head.children)


def is_definite(head: Token) -> bool:
    """Say whether an office is pinned to one holder: "the president", "China's foreign minister"."""
    return any((c.dep == "det" and c.lower == "the") or c.dep == "poss" for c in head.children)
