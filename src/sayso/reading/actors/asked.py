"""A phrase taken apart: its head part with what was spotted there, and what was spotted behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.language.gazetteer import Gazetteer, Name, Piece, Role, Sort
from sayso.model.actor import ActorKind
from sayso.reading.actors.holders import When
from sayso.reading.actors.spot import Hit, country_in, small_words

KINDS = {
    Sort.ORGANISATION: ActorKind.ORGANISATION,
    Sort.OUTLET: ActorKind.OUTLET,
    Sort.METONYM: ActorKind.ORGANISATION,
    Sort.GROUP: ActorKind.GROUP,
    Sort.OFFICE: ActorKind.OFFICE,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A phrase, the time it is about, and the book its names are looked up in. The head part ends at piece ``end``."""

    cut: Sequence[Piece]
    end: int
    head: Sequence[Hit]
    rest: Sequence[Hit]
    when: When
    book: Gazetteer

    def says(self, words: str) -> bool:
        """Say whether a word of this kind ("former", "once", "indefinite") stands in the head part."""
        return any(piece.key in small_words()[words] for piece in self.cut[: self.end])

    @property
    def former(self) -> bool:
        """Whether it puts somebody out of office."""
        return self.says("former")

    @property
    def addressed(self) -> bool:
        """Whether what follows is whom it goes to, and not whose it is: "the mission to the United Nations"."""
        role = self.last.role if self.last else None
        sent = role is not None and role.noun in small_words()["sent"]
        return sent and self.end < len(self.cut) and self.cut[self.end].key in small_words()["towards"]

    @property
    def text(self) -> str:
        """The phrase's words without its article."""
        kept = self.cut[1:] if len(self.cut) > 1 and self.cut[0].key in small_words()["articles"] else self.cut
        return " ".join(piece.written for piece in kept).replace(" 's", "'s").replace(" ’s", "’s")

    @property
    def last(self) -> Hit | None:
        """What was spotted at the very end of the head part."""
        return self.head[-1] if self.head and self.head[-1].end == self.end else None

    @property
    def country(self) -> str | None:
        """The country named before the head, else behind it."""
        return country_in(self.head) or country_in(self.rest)

    def body(self, hits: Sequence[Hit]) -> Name | None:
        """The first organisation among these hits."""
        return next((hit.name for hit in hits if hit.name and hit.name.sort in KINDS), None)

    def singular(self, role: Role) -> bool:
        """Whether the role's noun, at the head's end, means one: "minister", not "ministers"."""
        return (self.last is not None and self.last.elect) or role.noun.endswith(self.cut[self.end - 1].key)

    def holder(self, role: Role, place: str | None) -> str | None:
        """Who holds the office of this role at the place, at the time meant; None where the phrase or the tables do not tell.

        "The then minister" is only told by a time in the sentence, "the former" one is whom the one in office came after.
        """
        months = self.when.months
        if not place or not months or self.says("indefinite") or self.last is None:
            return None
        offices, elect = self.book.offices, self.last.elect
        if elect:
            return offices.elect(place, role.noun, months[0])
        if self.former:
            return offices.predecessor(place, role.noun, months[0])
        if self.says("once") and not self.when.since:
            return None
        return offices.holder(place, role.noun, *months)
