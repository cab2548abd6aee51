"""What kind of source a noun phrase is: a person, an office, an organisation, an outlet, a document, people without a name."""

from __future__ import annotations

from sayso.language.tokens import Token
from sayso.model.actor import ActorKind
from sayso.reading.chains.names import kind_of_name
from sayso.reading.chains.outlets import is_collective, is_generic
from sayso.reading.chains.people import PEOPLES, is_counted, is_definite, is_person_noun, kind_of_people
from sayso.reading.chains.source_words import words

_BY_ENTITY = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "FAC": ActorKind.ORGANISATION,
    "GPE": ActorKind.COUNTRY,
    "LOC": ActorKind.COUNTRY,
    "NORP": ActorKind.GROUP,
}
_BY_WORD = (("document", ActorKind.DOCUMENT), ("organisation", ActorKind.ORGANISATION), ("group", ActorKind.GROUP))
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
    if head.lemma.lower() in words("nobody"):
        return ActorKind.UNKNOWN
    if _is_people(head):
        return ActorKind.COUNTRY
    if is_generic(head) or is_collective(head):
        return ActorKind.OUTLET
    word = head.lemma.lower()
    if head.pos == "PROPN" and any(c.dep == "det" and c.lower in ("a", "an") for c in head.children) and kind_of_name(head) is None:
        return ActorKind.ANONYMOUS  # "a Sherpa"
    own = kind_of_name(head) if head.pos == "PROPN" and word not in words("office") else None
    if own is not None:
        return own
    if head.ent in ("PERSON", "GPE") or (head.pos == "PROPN" and head.ent):
        return ActorKind.OFFICE if word in words("office") and is_definite(head) else _BY_ENTITY.get(head.ent)
    body = next((kind for name, kind in _BY_WORD if word in words(name) or head.lower in words(name)), None)
    if body is ActorKind.ORGANISATION and word in words("either") and head.tag == "NNS":
        return ActorKind.ANONYMOUS if is_counted(head) else ActorKind.ORGANISATION if is_definite(head) else ActorKind.GROUP
    if body is None or (is_person_noun(word) and _is_somebody(head)):
        people = kind_of_people(head)
        if people is not None:
            return people
    if body is not None:
        return body
    if head.lower in words("anybody") or _is_one_of_them(head):
        return ActorKind.ANONYMOUS
    return None


def _is_people(head: Token) -> bool:
    """Say whether a phrase is "the Germans", "the Swiss": a state by its people, of whom nothing else is said."""
    named = head.ent == "NORP" and head.pos in ("PROPN", "ADJ") and any(c.dep == "det" and c.lower == "the" for c in head.children)
    return named and all(c.dep in ("det", "punct") for c in head.children) and head.lower.endswith(PEOPLES)


def _is_somebody(head: Token) -> bool:
    """Say whether a noun that may also name a body or a paper means people here: "a guard", "two figures in the party"."""
    return is_counted(head) or (head.tag == "NN" and any(c.dep == "det" and c.lower in ("a", "an") for c in head.children))


def _guessed(head: Token) -> ActorKind:
    if head.pos in ("PRON", "PROPN"):
        # a name the parser could not place: with a title or a first name before it, a person's
        named = head.pos == "PROPN" and any(c.dep == "compound" for c in head.children)
        return ActorKind.PERSON if named else ActorKind.UNKNOWN
    people = kind_of_people(head, guess=True)
    if people is not None:
        return people
    if head.tag == "NN" and not head.ent and is_definite(head) and not head.lower.endswith(_IDEAS):
        return ActorKind.ORGANISATION  # a thing with a voice is somebody's body ("the cemetery", "the zoo")
    return ActorKind.GROUP if head.tag == "NNS" else _BY_ENTITY.get(head.ent, ActorKind.UNKNOWN)


def _is_one_of_them(head: Token) -> bool:
    """Say whether a number or a rank stands for some of those named before: "one", "two of the four", "the older", "another"."""
    if head.lower in words("others") or (head.tag in ("JJR", "JJS") and is_definite(head)):
        return True
    of = head.child("prep") if head.pos in ("NUM", "DET", "PRON") else None
    below = of.child("pobj") if of is not None and of.lower == "of" else None
    return below is not None and below.pos in ("PRON", "NUM")
