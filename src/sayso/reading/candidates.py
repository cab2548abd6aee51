"""Candidates for attributions, and the walks over the parse that find their parts.

A finder proposes candidates and never looks at another's; ``attributions`` decides between them. So a learned model can later propose,
or decide, without the noun changing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.language.tokens import Parse, Sentence, Token
from sayso.model.actor import ActorKind
from sayso.model.attribution import Attitude
from sayso.reading.cue_words import listed

Bounds = tuple[int, int]
ENCODER = "attributions.encoder"
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_CLOSING = frozenset({"”", "’", "»", "''", '"', "'", "」", ")"})  # at the start of a phrase they end what stands before it
_LARGEST = 200  # tokens that are looked at below one word: no clause is longer, and a broken text must not cost its square
_TRIMMED = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "―", "…"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible attribution. ``content`` are stretches of characters, none for a refusal; ``source`` is empty where nobody is named.

    ``weight`` says how much the rule is to be trusted against another that wants the same cue, 0 to 1; ``seconded`` names a rule that sees
    what the encoder sees. ``kind`` is what the encoder hears the source to be, with its probability; None from a rule.
    """

    rule: str
    cue: tuple[Token, ...]
    source: tuple[Token, ...]
    content: tuple[Bounds, ...]
    attitude: Attitude
    weight: float
    speech: bool = False
    seconded: tuple[str, ...] = ()
    kind: tuple[ActorKind, float] | None = None

    @property
    def anchor(self) -> int:
        """Where it stands in the text, for a stable order."""
        tokens = self.cue or self.source
        return tokens[0].start if tokens else self.content[0][0]


def pieces(tokens: Iterable[Token], without: frozenset[Token] = frozenset()) -> tuple[Bounds, ...]:
    """Return the stretches that these tokens cover but for ``without``; marks at the ends of a stretch are cut off."""
    kept = sorted({token for token in tokens if token not in without}, key=lambda token: token.i)
    runs: list[list[Token]] = []
    for token in kept:
        if runs and runs[-1][-1].i + 1 == token.i:
            runs[-1].append(token)
        else:
            runs.append([token])
    return tuple((run[0].start, run[-1].end) for run in map(trimmed, runs) if any(t.text[0].isalnum() for t in run))


def trimmed(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without commas, stops and dashes at either end."""
    first, last = 0, len(tokens)
    while first < last and tokens[first].text in _TRIMMED:
        first += 1
    while last > first and tokens[last - 1].text in _TRIMMED:
        last -= 1
    return list(tokens[first:last])


def subtree(token: Token, *stop: Token) -> list[Token]:
    """Return a token and all below it in text order, but not what lies at or below ``stop``."""
    found: list[Token] = []
    waiting, stops = [token], set(stop)
    while waiting and len(found) < _LARGEST:
        here = waiting.pop()
        found.append(here)
        waiting += [child for child in here.children if child not in stops]
    found.sort(key=lambda one: one.i)
    return found


def contiguous(tokens: Sequence[Token], around: Token) -> list[Token]:
    """Return the unbroken run of these tokens that holds ``around``."""
    here = {token.i: token for token in tokens}
    first = last = around.i
    while first - 1 in here:
        first -= 1
    while last + 1 in here:
        last += 1
    return [here[i] for i in range(first, last + 1)]


def noun_phrase(head: Token, *stop: Token) -> tuple[Token, ...]:
    """Return the noun phrase of a head, whole but for marks at its ends and clauses named in ``stop``."""
    title = next((c for c in head.head.children if c.dep == head.dep == "nsubj" and c is not head and _is_title_of(c, head)), None)
    stop = (*stop, *_parentheses(head))
    tokens = trimmed(contiguous([*(subtree(title) if title is not None else ()), *subtree(head, *stop)], head))
    while len(tokens) > 1 and tokens[0].text in _CLOSING:
        tokens = trimmed(tokens[1:])
    return tuple(tokens)


def verb_phrase(verb: Token, *more: Token) -> tuple[Token, ...]:
    """Return a cue verb with its auxiliaries, negation, particle and the adverbs between, and ``more`` where they follow at once."""
    parts = [verb, *(c for c in verb.children if c.dep in ("aux", "auxpass", "neg", "prt") or (c.dep == "advmod" and c.i < verb.i)), *more]
    wanted = {part.i for part in parts}
    sentence = verb.sent.tokens
    offset = sentence[0].i
    first = last = verb.i
    while first - 1 in wanted or (first - 2 in wanted and sentence[first - 1 - offset].pos in ("ADV", "PART")):
        first -= 1
    while last + 1 in wanted:
        last += 1
    return tuple(trimmed(sentence[first - offset : last + 1 - offset]))


def subject(verb: Token) -> Token | None:
    """Return who does what a verb says: its own subject, or that of the verb it is joined to or depends on."""
    for _ in range(6):
        own = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass")]
        if own:
            return own[1] if len(own) > 1 and _is_title_of(own[0], own[1]) else own[0]
        misread = _after_according(verb)
        if misread is not None:
            return misread
        above = _matrix(verb) or joined_to(verb)
        if above is not None:
            verb = above
            continue
        if verb.dep in ("acl", "relcl") and verb.head.pos in ("NOUN", "PROPN", "PRON"):
            return verb.head if verb.tag in ("VBG", "VBN", "VBZ", "VBP", "VBD") else subject_of_noun(verb.head)
        if verb.dep not in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "dep", "acl", "parataxis", "acomp") or verb.head is verb:
            return None
        if verb.dep == "ccomp" and verb.tag != "VBG":
            return None
        verb = verb.head
        while verb.pos == "ADP" and verb.head is not verb:
            verb = verb.head
    return None


def _parentheses(head: Token) -> list[Token]:
    """What stands between commas behind a name and says how it speaks, not who it is: ", in an interview with X,"."""
    tokens, first = head.sent.tokens, head.sent.tokens[0].i
    return [c for c in head.children if c.dep == "prep" and c.i > head.i and c.i > first and tokens[c.i - first - 1].text == ","]


def _matrix(verb: Token) -> Token | None:
    """Return the verb whose subject speaks in ", saying P" behind a noun, or in "issued a statement saying P"; None elsewhere."""
    if verb.tag != "VBG" or verb.dep != "acl":
        return None
    tokens, first = verb.sent.tokens, verb.sent.tokens[0].i
    loose = verb.i > first and tokens[verb.i - 1 - first].text == ","
    issued = verb.head.dep == "dobj" and verb.head.i + 1 == verb.i and verb.head.head.lemma in listed("light", "verbs")
    return next((t for t in verb.ancestors() if t.pos in ("VERB", "AUX") and t.i < verb.i), None) if loose or issued else None


def joined_to(verb: Token) -> Token | None:
    """Return the verb that another goes on from where the parser joined it to one below that, of another form; None elsewhere.

    In "denied that he was beaten and condemned the coverage" it is the one who denied that condemned.
    """
    below = verb.head
    above = below.head
    if verb.dep != "conj" or below.dep != "ccomp" or above.i > below.i or verb.child("nsubj", "nsubjpass", "aux", "auxpass") is not None:
        return None
    past = verb.tag in ("VBD", "VBN") and above.tag == "VBD"
    if not past and verb.tag != above.tag:
        return None
    passive = below.child("auxpass") is not None
    other = below.tag != verb.tag if not passive else verb.tag != "VBN" or verb.child("dobj") is not None
    return above if other and verb.tag in ("VBD", "VBN", "VBZ", "VBP") and (verb.tag != "VBN" or verb.child("dobj") is not None) else None


def _is_title_of(title: Token, name: Token) -> bool:
    """Say whether a noun stands right before a name that the parser took for a second subject ("observer Ann Lee said")."""
    return title.pos == "NOUN" and name.pos == "PROPN" and title.i + 1 == min(t.i for t in subtree(name))


def _after_according(verb: Token) -> Token | None:
    """In "According to X, Y said P" the parser may take Y for another name of X; then Y is the one who said it."""
    if verb.tag == "VBG":
        return None
    for opening in verb.children:
        if opening.i < verb.i and opening.lower == "according":
            below = subtree(opening)
            names = [t for t in below if t.dep == "appos" and t.head.i < t.i and t.head.dep in ("pobj", "appos")]
            return next((t for t in names if t.head.dep == "pobj"), None)
    return None


def subject_beside(verb: Token) -> Token | None:
    """Return the noun right before or after a finite verb that the parser hung elsewhere ("..., records filed on Sunday show")."""
    if verb.tag not in ("VBD", "VBZ", "VBP", "VBN") or (verb.tag == "VBN" and not any(c.dep == "aux" for c in verb.children)):
        return None
    tokens, first = verb.sent.tokens, verb.sent.tokens[0].i
    after = next((t for t in tokens[verb.i + 1 - first : verb.i + 6 - first] if t.pos not in ("DET", "ADJ") and t.dep != "compound"), None)
    if after is not None and after.dep in ("nsubj", "nsubjpass") and after.head is not verb and after.pos in ("NOUN", "PROPN", "PRON"):
        return after
    at = verb_phrase(verb)[0].i - first - 1
    if at > 0 and tokens[at].text == ",":
        at -= 1
    if at < 0 or tokens[at].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    head = tokens[at]
    while (
        head.head.i < verb.i
        and head.head is not head
        and (head.head.pos in ("NOUN", "PROPN", "ADP") or head.dep == "pobj" or head.pos == "VERB")
    ):
        if (head.head.pos == "VERB" and head.head.dep != "acl") or (
            head.pos in ("NOUN", "PROPN") and head.head.pos == "ADP" and head.head.i == first
        ):
            break
        head = head.head
    return head if head.pos in ("NOUN", "PROPN", "PRON") else None


def subject_of_noun(noun: Token) -> Token | None:
    """Return whose a noun is: its possessor, or the subject of the verb it is an object of ("made an attempt to")."""
    owner = noun.child("poss")
    if owner is not None:
        return owner
    if noun.dep in ("dobj", "attr") and noun.head is not noun:
        return noun.head.child("nsubj")
    return None


def antecedent(pronoun: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for ("officials who said"), or None when it is no relative pronoun."""
    if pronoun.tag not in ("WDT", "WP"):
        return None
    clause = pronoun.head
    return (
        clause.head
        if clause.dep in ("relcl", "acl") and clause.head is not clause and clause.head.pos in ("NOUN", "PROPN", "PRON")
        else None
    )


def words(parse: Parse, bounds: Iterable[Bounds]) -> set[int]:
    """Return the indices of the tokens with a letter or digit in these stretches."""
    return {token.i for start, end in bounds for token in parse.within(start, end) if token.text[0].isalnum() or token.text[-1].isalnum()}


def joined(bounds: Iterable[Bounds], text: str) -> tuple[Bounds, ...]:
    """Return the stretches in order, those merged that touch, overlap, or have only white space between."""
    made: list[Bounds] = []
    for start, end in sorted(bounds):
        if made and (start <= made[-1][1] or not text[made[-1][1] : start].strip()):
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return tuple(made)


def verbs(sentence: Sentence) -> Iterator[Token]:
    """Yield the verbs of a sentence in order."""
    return (token for token in sentence.tokens if token.pos in ("VERB", "AUX"))
