"""Mentions: every noun phrase of a parse that stands for an actor, with the actor it stands for.

Three passes over the text: what each phrase says by itself; who the surnames are, from the full names before them; who the pronouns are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.language.gazetteer import Gazetteer, Piece, gazetteer, pieces, plain
from sayso.language.tokens import Parse, Token
from sayso.model.actor import Actor, ActorKind, How, Mention
from sayso.model.moment import Moment
from sayso.model.time import TimeExpression
from sayso.reading.actors.about import Abouts
from sayso.reading.actors.holders import When
from sayso.reading.actors.identify import Found, as_person, countries_in, identify
from sayso.reading.actors.linked import Placed, linked
from sayso.reading.actors.phrases import GUESSES, behind, heads, phrase
from sayso.reading.actors.pronouns import pronouns
from sayso.reading.actors.spot import small_words, spot


def mentions(
    parse: Parse,
    published: Moment | None,
    *,
    times: Sequence[TimeExpression] = (),
    book: Gazetteer | None = None,
    only: frozenset[str] | None = None,
) -> tuple[Mention, ...]:
    """Return the mentions of actors in text order; two with the same span where one phrase means two ("both sides").

    ``published`` is when names are looked up; without it everybody counts as in their last office. An office is looked up at the time its
    clause is about, as ``times`` tell, else at ``published``. ``book`` is the lexicon with a user's own actors in it. Pronouns that cannot
    be resolved are left out. Rules: actors.name, .shape (a name known by its shape only), .title, .description, .people, .metonym, .place,
    .pronoun, .both.
    """
    reader = _Reader(parse, Abouts(parse, published, times), book or gazetteer())
    placed = [found for head in heads(parse) for found in reader.read(head)]
    placed = list(linked(placed))
    made = [_mention(parse, each) for each in placed]
    made += pronouns(parse, [(each.head, mention) for each, mention in zip(placed, made, strict=True)])
    made = list(dict.fromkeys(made))
    made.sort(key=lambda mention: (mention.span.start, mention.span.end, mention.actor.id))
    return tuple(mention for mention in made if only is None or mention.rule in only)


class _Reader:
    """Reads phrases one by one; equal phrases about the same time are looked up once."""

    def __init__(self, parse: Parse, about: Abouts, book: Gazetteer) -> None:
        self.parse, self.about, self.book = parse, about, book
        self.surnames: set[str] = set()
        self.known: dict[tuple[tuple[str, ...], tuple[str, ...], ActorKind | None, When], Found | None] = {}

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
        beside = _beside(head)
        if beside is not None and _untold(found):
            told = self._identify(phrase(self.parse, beside), beside)
            found = as_person(found, told.actor) if told and told.rule != "place" else found
        return found

    def _named_inside(self, tokens: Sequence[Token]) -> Iterator[Placed]:
        """Yield the countries, peoples and bodies named in a phrase that is itself no actor ("the U.S.-North Korea summit")."""
        tokens = [token for token in tokens if token.dep != "poss" and token.head.dep != "poss"]  # a possessor heads a phrase of its own
        if not any(token.pos == "PROPN" or token.ent for token in tokens):
            return
        cut = pieces([token.text for token in tokens])
        for hit in spot(cut, self.about.published.month, self.book):
            if hit.role is None:
                part = tokens[cut[hit.start].token : cut[hit.end - 1].token + 1]
                found = identify([piece.written for piece in cut[hit.start : hit.end]], self.about.published, book=self.book)
                if found and found.rule != "place":
                    yield Placed(part, part[-1], found, _extent(tokens, cut[hit.start], cut[hit.end - 1]))

    def _each_country(self, tokens: Sequence[Token], head: Token, found: Found) -> list[Found]:
        """ "The leaders of China and the United States" are two actors."""
        actor = found.actor
        if head.tag != "NNS" or actor.kind is not ActorKind.GROUP or actor.country is None:
            return [found]
        countries = countries_in([token.text for token in (*tokens, *behind(self.parse, tokens))], self.book)
        made = (Actor.of(actor.name, actor.kind, country=country, sector=actor.sector, office=actor.office) for country in countries)
        return [Found(each, found.how, found.rule) for each in made] if len(countries) > 1 else [found]

    def _identify(self, tokens: Sequence[Token], head: Token) -> Found | None:
        guess = GUESSES.get(head.ent) if head.pos == "PROPN" else None
        if guess is ActorKind.PERSON and len(tokens) == 1 and head.dep == "pobj" and head.head.lower in small_words()["places"]:
            guess = None  # "at Panmunjom" is no person, whatever the recogniser says
        key = tuple(token.text for token in tokens), tuple(token.text for token in behind(self.parse, tokens)), guess, self.about.when(head)
        if key not in self.known:
            self.known[key] = identify(key[0], key[3], book=self.book, behind=key[1], guess=guess)
        return self.known[key]


def _beside(head: Token) -> Token | None:
    """The noun in apposition to a name, behind it or before it: "Quintas, a minister", "the minister, Quintas"."""
    if head.dep == "appos" and head.pos == "PROPN" and head.head.pos in ("NOUN", "PROPN"):
        return head.head
    return next((child for child in head.children if child.dep == "appos" and child.pos in ("NOUN", "PROPN")), None)


def _untold(found: Found) -> bool:
    """Whether a person, or a name known by its shape only, still lacks a country or a sector."""
    named = found.actor.kind is ActorKind.PERSON or found.rule == "shape"
    return named and not (found.actor.country and found.actor.sector)


def _extent(tokens: Sequence[Token], first: Piece, last: Piece) -> tuple[int, int]:
    """From the first piece to the last, which may be parts of tokens: "U.S.-North" is one token."""
    start, end = tokens[first.token], tokens[last.token]
    return start.start + max(start.text.find(first.written), 0), end.start + end.text.rfind(last.written) + len(last.written)


def _mention(parse: Parse, each: Placed) -> Mention:
    span = parse.cut(*each.cut) if each.cut else parse.span(each.tokens)
    return Mention(span, each.found.actor, each.found.how, f"actors.{each.found.rule}")
