"""Score chains: who says it, through whom, and what is told of those who are not named.

    python -m sayso.bench.chain_scores GOLD.jsonl PRED.jsonl

Attributions are paired as the benchmark's own scorer pairs them: content whose words share at least half of those in either, best first;
those without content (refusals) by a shared word of the cue. Words are runs of letters and digits, in lower case, without articles. Two
names match when all words of one are in the other. Prints JSON: for each ``part`` of the gold file and ``all`` of it

* ``joint``: F1 of attributions with the content and the source's words right, the last by its head, as the benchmark's scorer counts;
  ``direct``: the same of wholly quoted contents
* ``who``: share of those found whose nearest source is who it is: a pronoun resolved, "the report" named
* ``chain``: share of gold attributions found whose every link is right, in order; ``chain of all``: of all gold attributions
* ``kind``: share of those found whose nearest source's kind is right
* ``descriptors``: share of the counts, bases and affiliations, told or claimed, of anonymous sources that are right
* ``attitude``: share of those found whose attitude is right
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from sayso.bench.rows import Row, read_rows

_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_STOPS = frozenset(
    """, ( [ - – — : of in at for from with on to by near under over about who whom whose
    which that whether during including among after before as""".split()
)
_SMALL = frozenset({"the", "a", "an", "s", "s’"})
_QUOTED = re.compile(
    r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)|«[^»\n]*(?:»|$)|「[^」\n]*(?:」|$)|(?<!\w)[‘'][^\n]*?[.,!?…][’'](?!\w)", re.MULTILINE
)


def words(text: str) -> list[str]:
    """The words that count of a name or phrase."""
    return [word for word in _WORD.findall(text.lower()) if word not in _SMALL]


def same_name(a: str | None, b: str | None) -> bool:
    """Say whether two names are one: all words of one are in the other."""
    one, other = set(words(a or "")), set(words(b or ""))
    return one <= other or other <= one if one and other else one == other


def held(text: str, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """Where the words of these spans begin."""
    return frozenset(m.start() for start, end in spans for m in _WORD.finditer(text, start, end))


def pairs(row: Row, guesses: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Gold attributions with the guesses that are theirs, one to one."""
    found = []
    for g, gold in enumerate(row["attributions"]):
        role = "content" if gold["content"] else "cue"
        mine = held(row["text"], gold[role])
        for p, guess in enumerate(guesses):
            theirs = held(row["text"], guess[role])
            share = len(mine & theirs) / len(mine | theirs) if mine | theirs else 0
            if share >= 0.5 or (role == "cue" and share > 0 and not guess["content"]):
                found.append((-share, g, p))
    taken: tuple[set[int], set[int]] = (set(), set())
    made = []
    for _, g, p in sorted(found):
        if g not in taken[0] and p not in taken[1]:
            taken[0].add(g)
            taken[1].add(p)
            made.append((row["attributions"][g], guesses[p]))
    return made


def same_source(text: str, one: Sequence[Sequence[int]], other: Sequence[Sequence[int]]) -> bool:
    """Say whether two sources are one: the head word of either stands in the other, or neither has any."""
    a, b = held(text, one), held(text, other)
    return head(text, other) in a or head(text, one) in b if a else not b


def head(text: str, spans: Sequence[Sequence[int]]) -> int | None:
    """Where the head word of a source begins: its last before the first comma, preposition or relative that follows a word."""
    last = None
    for start, end in sorted(tuple(span) for span in spans):
        for m in _TOKEN.finditer(text, start, end):
            if last is not None and m[0].lower() in _STOPS:
                return last
            if _WORD.match(m[0]) and not (m[0] == "s" and text[m.start() - 1] in "'’"):
                last = m.start()
    return last


def links(guess: Row) -> list[Row]:
    """The guessed chain without its last link, the article's own outlet, unless that is all there is."""
    chain: list[Row] = guess["chain"]
    return chain[:-1]


def count(row: Row, guesses: Sequence[Row]) -> Counter[str]:
    """Everything countable of one passage."""
    n: Counter[str] = Counter()
    quoted = frozenset(at for m in _QUOTED.finditer(row["text"]) for at in held(row["text"], [m.span()]))
    direct = [is_direct(row["text"], one, quoted) for one in row["attributions"]]
    n["gold"], n["guessed"] = len(row["attributions"]), len(guesses)
    n["direct gold"], n["direct guessed"] = sum(direct), sum(is_direct(row["text"], one, quoted) for one in guesses)
    for gold, guess in pairs(row, guesses):
        chain = links(guess)
        nearest = chain[0] if chain else {"text": None, "kind": "unknown"}
        n["found"] += 1
        unknown = gold["chain"][0]["kind"] == "unknown"
        right = nearest["kind"] == "unknown" if unknown else same_name(gold["chain"][0]["text"], nearest["text"])
        n["who"] += right
        same = same_source(row["text"], gold["source"], guess["source"])
        n["joint"] += same
        n["direct joint"] += same and is_direct(row["text"], gold, quoted)
        n["chain"] += _same_chain(gold["chain"], chain)
        n["kind"] += gold["chain"][0]["kind"] == nearest["kind"]
        n["attitude"] += gold["attitude"] == guess["attitude"]
        for link in gold["chain"]:
            if link["kind"] == "anonymous":
                n.update(_descriptors(link, next((c for c in chain if same_name(c["text"], link["text"])), None)))
    return n


def is_direct(text: str, one: Row, quoted: frozenset[int]) -> bool:
    """Say whether all words of the content stand inside quotation marks."""
    content = held(text, one["content"])
    return bool(content) and content <= quoted


def _same_chain(gold: Sequence[Row], guessed: Sequence[Row]) -> bool:
    if len(gold) == 1 and gold[0]["kind"] == "unknown":
        return all(link["kind"] == "unknown" for link in guessed)
    return len(gold) == len(guessed) and all(
        (a["kind"] == "unknown" and b["kind"] == "unknown") or same_name(a["text"], b["text"]) for a, b in zip(gold, guessed, strict=True)
    )


def _descriptors(gold: Row, guess: Row | None) -> Counter[str]:
    n: Counter[str] = Counter()
    for what in ("count", "basis", "affiliation"):
        told, claimed = gold[what], guess[what] if guess else None
        if told or claimed:
            right = told == claimed if what == "count" else bool(told and claimed) and same_name(told, claimed)
            n.update({"descriptors": right, "descriptors told": 1})
    return n


def figures(n: Counter[str]) -> dict[str, float]:
    """The figures of some counts."""

    def share(a: float, b: float) -> float:
        return round(a / b, 4) if b else 0.0

    return {
        "joint": share(2 * n["joint"], n["gold"] + n["guessed"]),
        "direct": share(2 * n["direct joint"], n["direct gold"] + n["direct guessed"]),
        "who": share(n["who"], n["found"]),
        "chain": share(n["chain"], n["found"]),
        "chain of all": share(n["chain"], n["gold"]),
        "kind": share(n["kind"], n["found"]),
        "descriptors": share(n["descriptors"], n["descriptors told"]),
        "attitude": share(n["attitude"], n["found"]),
        "found": share(n["found"], n["gold"]),
        "gold": n["gold"],
    }


def score(gold: Sequence[Row], guessed: Sequence[Row]) -> dict[str, dict[str, float]]:
    """The figures by part, by register, and of all."""
    by_id = {row["id"]: row["attributions"] for row in guessed}
    sums: dict[str, Counter[str]] = {}
    for row in gold:
        n = count(row, by_id.get(row["id"], []))
        for name in ("all", row["part"], f"{row['part']} {row['register']}"):
            sums.setdefault(name, Counter()).update(n)
    return {name: figures(n) for name, n in sorted(sums.items())}


if __name__ == "__main__":
    print(json.dumps(score(read_rows(Path(sys.argv[1])), read_rows(Path(sys.argv[2]))), indent=1))
