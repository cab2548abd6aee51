"""Mentions: every noun phrase of a parse that stands for an actor, with the actor it stands for.

Three passes over the text: what each phrase says by itself; who the surnames are, from the full names before them; who the pronouns are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.language.gazetteer import Piece, pieces, plain
from sayso.language.tokens import Parse, Token
from sayso.model.actor import Actor, ActorKind, How, Mention
from sayso.model.moment import Moment
from sayso.reading.actors.holders import month_of
from sayso.reading.actors.identify import Found, as_person, countries_in, identify
from sayso.reading.actors.phrases import GUESSES, behind, heads, phrase
from sayso.reading.actors.pronouns import pronouns
from sayso.reading.actors.spot import small_words, spot


@dataclass(frozen=True, slots=True)
class Placed:
    """A phrase with who it stands for: its tokens, the token that heads it, and where it is cut when it ends inside a token."""

    tokens: Sequence[Token]
    head: Token
    found: Found
    cut: tuple[int, int] | None = None


def mentions(parse: Parse, published: Moment | None, *, only: frozenset[str] | None = None) -> tuple[Mention, ...]:
    """Return the mentions of actors in text order; two with the same span where one phrase means two ("both sides").

    ``published`` is when offices are looked up; without it everybody counts as in their last office. Pronouns that cannot be resolved are
    left out. Rules: actors.name, .shape (a name known by its shape only), .title, .description, .people, .metonym, .place, .pronoun, .both.
    """
    reader = _Reader(parse, month_of(published))
    placed = [found for head in heads(parse) for found in reader.read(head)]
    placed = list(_linked(placed))
    made = [_mention(parse, each) for each in placed]
    made += pronouns(parse, [(each.head, mention) for each, mention in zip(placed, made, strict=True)])
    made = list(dict.fromkeys(made))
    made.sort(key=lambda mention: (mention.span.start, mention.span.end, mention.actor.id))
    return tuple(mention for mention in made if only is None or mention.rule in only)


class _Reader:
    """Reads phrases one by one; equal phrases are looked up once."""

    def __init__(self, parse: Parse, month: str | None) -> None:
        self.parse, self.month = parse, month
        self.surnames: set[str] = set()
        self.known: dict[tuple[tuple[str, ...], tuple[str, ...], ActorKind | None], Found | None] = {}

    def read(self, head: Token) -> Iterator[Placed]:
        """Yield who the phrase of this head stands for, or else who is named before the head ("the U.S. decision")."""
        tokens = phrase(self.parse, head)
        found = self._surname(tokens) or self._look(tokens, head)
        if found and found.actor.kind is ActorKind.PERSON:
            self.surnames.add(pieces([found.actor.name])[-1].key)
        if found is None:
            yield from self._named_inside(tokens)
            return
        last = tokens[-1].i + 1
        whole = [*tokens, *self.parse.tokens[last : last + found.beyond]]
        for each in self._each_country(tokens, head, found):
            yield Placed(whole, head, each)

    def _surname(self, tokens: Sequence[Token]) -> Found | None:
        """A lone name that ends a full name before it, whatever the recogniser takes it for."""
        word = tokens[0].text
        if len(tokens) > 1 or tokens[0].pos != "PROPN" or plain(word) not in self.surnames:
            return None
        return Found(Actor.of(word, ActorKind.PERSON), How.NAME, "name")

    def _look(self, tokens: Sequence[Token], head: Token) -> Found | None:
        found = self._identify(tokens, head)
        if found is None or (found.rule == "place" and (head.pos == "NOUN" or not found.actor.name[:1].isupper())):
            return None
        appos = next((child for child in head.children if child.dep == "appos" and child.pos in ("NOUN", "PROPN")), None)
        if appos is not None and found.actor.kind is ActorKind.PERSON and not found.actor.sector:
            told = self._identify(phrase(self.parse, appos), appos)
            found = as_person(found, told.actor) if told else found
        return found

    def _named_inside(self, tokens: Sequence[Token]) -> Iterator[Placed]:
        """Yield the countries, peoples and bodies named in a phrase that is itself no actor ("the U.S.-North Korea summit")."""
        tokens = [token for token in tokens if token.dep != "poss" and token.head.dep != "poss"]  # a possessor heads a phrase of its own
        if not any(token.pos == "PROPN" or token.ent for token in tokens):
            return
        cut = pieces([token.text for token in tokens])
        for hit in spot(cut, self.month):
            if hit.role is None:
                part = tokens[cut[hit.start].token : cut[hit.end - 1].token + 1]
                found = identify([piece.written for piece in cut[hit.start : hit.end]], self.month)
                if found and found.rule != "place":
                    yield Placed(part, part[-1], found, _extent(tokens, cut[hit.start], cut[hit.end - 1]))

    def _each_country(self, tokens: Sequence[Token], head: Token, found: Found) -> list[Found]:
        """ "The leaders of China and the United States" are two actors."""
        actor = found.actor
        if head.tag != "NNS" or actor.kind is not ActorKind.GROUP or actor.country is None:
            return [found]
        countries = countries_in([token.text for token in (*tokens, *behind(self.parse, tokens))])
        made = (Actor.of(actor.name, actor.kind, country=country, sector=actor.sector, office=actor.office) for country in countries)
        return [Found(each, found.how, found.rule) for each in made] if len(countries) > 1 else [found]

    def _identify(self, tokens: Sequence[Token], head: Token) -> Found | None:
        guess = GUESSES.get(head.ent) if head.pos == "PROPN" else None
        if guess is ActorKind.PERSON and len(tokens) == 1 and head.dep == "pobj" and head.head.lower in small_words()["places"]:
            guess = None  # "at Panmunjom" is no person, whatever the recogniser says
        key = tuple(token.text for token in tokens), tuple(token.text for token in behind(self.parse, tokens)), guess
        if key not in self.known:
            self.known[key] = identify(key[0], self.month, behind=key[1], guess=guess)
        return self.known[key]


def _extent(tokens: Sequence[Token], first: Piece, last: Piece) -> tuple[int, int]:
    """From the first piece to the last, which may be parts of tokens: "U.S.-North" is one token."""
    start, end = tokens[first.token], tokens[last.token]
    return start.start + max(start.text.find(first.written), 0), end.start + end.text.rfind(last.written) + len(last.written)


def _linked(placed: Sequence[Placed]) -> Iterator[Placed]:
    """Give a surname the actor of the full name before it, and a title in apposition the person's ("Kim, chairman of ...")."""
    people: dict[str, Actor] = {}
    by_head: dict[int, Actor] = {}
    inside = 0
    for each in placed:
        if each.tokens[-1].i < inside:
            continue
        if each.found.beyond:
            inside = each.tokens[-1].i + 1
        actor = each.found.actor
        if actor.kind is ActorKind.PERSON:
            actor = _same_person(each, people)
        elif each.found.rule in ("title", "description"):
            actor = _in_apposition(each.head, by_head) or actor
        by_head[each.head.i] = actor
        yield replace(each, found=replace(each.found, actor=actor))


def _same_person(each: Placed, people: dict[str, Actor]) -> Actor:
    actor = each.found.actor
    names = [piece.key for piece in pieces([actor.name])]
    known = people.get(" ".join(names)) or (people.get(names[-1]) if len(names) == 1 else None)
    if known and (known.sector or not actor.sector):
        actor = known
    if len(names) > 1 or not known:
        for key in (" ".join(names), names[-1], _spoken_surname(each, names)):
            people[key] = actor
    return actor


def _in_apposition(head: Token, by_head: dict[int, Actor]) -> Actor | None:
    while head.dep == "conj" and head.head.dep in ("appos", "conj"):
        head = head.head
    named = by_head.get(head.head.i) if head.dep == "appos" else None
    return named if named and named.kind is ActorKind.PERSON else None


def _spoken_surname(each: Placed, names: Sequence[str]) -> str:
    """The first name of an East Asian name is its surname: "Kim" for "Kim Jong-un"."""
    asian = each.found.actor.country in ("CHN", "KOR", "PRK", "TWN", "VNM") or any("-" in token.text for token in each.tokens)
    return names[0] if asian else names[-1]


def _mention(parse: Parse, each: Placed) -> Mention:
    span = parse.cut(*each.cut) if each.cut else parse.span(each.tokens)
    return Mention(span, each.found.actor, each.found.how, f"actors.{each.found.rule}")
