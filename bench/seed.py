"""Compare what the reader takes from the seed article with what a careful person takes from it.

    python bench/seed.py [--seed ../shared/seed] [--json]

Prints one line for each thing in the gold, then the totals; with --json the totals alone. Right means:

times         an expression of ours overlaps it and has its value
attributions  content at least half right (words shared over words in either) and the first source right by its head word; where nothing
              is said (a refusal), cue and source instead
chains        of those, the whole chain right, link by link, our own outlet left aside
standing      an event of ours has its trigger in the phrase and the label is right
dates         of the events with a date, ours is the same stretch of time
wrongly_happened  planned, possible or denied events that we call happened (the lower the better)
unseen_reports    the reports the article rests on, outlet and date
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sayso
from sayso.model.attribution import Attribution, Source
from sayso.model.event import Event
from sayso.model.moment import Moment
from sayso.model.reading import Reading
from sayso.model.span import Span

Gold = dict[str, Any]
Line = tuple[str, bool, str]  # total it counts in, right?, what is printed
_HEAD_ENDS = re.compile(r",|\(| (?:of|in|at|for|from|with|on|to|by|who|that|which|including)\b")


def words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return re.findall(r"\w+", text.lower())


def head(text: str) -> str:
    """Return the head word of a noun phrase: the last before the first preposition, comma or bracket."""
    return (words(_HEAD_ENDS.split(text, maxsplit=1)[0]) or words(text) or [""])[-1]


def same_source(gold: str, ours: Source) -> bool:
    """Say whether a link of ours is the one meant: by head word of its own words, or by the name of whom it resolves to."""
    said = ours.span.text if ours.span else ours.actor.name
    return head(gold) in words(said) + words(ours.actor.name) or head(said) in words(gold)


def times(gold: Gold, reading: Reading) -> Iterator[Line]:
    """Each time expression."""
    for wanted in gold["times"]:
        near = [t for t in reading.times if t.span.start < wanted["end"] and wanted["start"] < t.span.end]
        right = any(t.value == wanted["value"] for t in near)
        yield "times", right, f"{wanted['text']!r} {wanted['value']} <- {[(t.span.text, t.value) for t in near]}"


def attributions(gold: Gold, reading: Reading) -> Iterator[Line]:
    """Each attribution, then its chain."""
    for wanted in gold["attributions"]:
        found = max(
            reading.attributions, key=lambda a: (_content_match(wanted, a), same_source(wanted["chain"][0], a.source)), default=None
        )
        near = found is not None and _content_match(wanted, found) >= 0.5
        right = found is not None and near and same_source(wanted["chain"][0], found.source)
        chain = list(found.chain[:-1]) if found else []
        whole = right and len(chain) == len(wanted["chain"]) and all(map(same_source, wanted["chain"], chain))
        said = (wanted["content"] or {"text": wanted["cue"]})["text"][:50]
        shown = [link.span.text if link.span else link.actor.name for link in chain] if near else None
        yield "attributions", right, f"{wanted['chain'][0]}: {said!r} <- {shown}"
        yield "chains", whole, f"{' < '.join(wanted['chain'])} <- {shown}"


def _content_match(wanted: Gold, ours: Attribution) -> float:
    if wanted["content"] is None:
        said = ours.cue.text if ours.cue and not ours.content else ""
        return float(bool(set(words(wanted["cue"])) & set(words(said))) and same_source(wanted["chain"][0], ours.source))
    theirs = set(range(wanted["content"]["start"], wanted["content"]["end"]))
    own = {place for span in ours.content for place in range(span.start, span.end)}
    return len(theirs & own) / len(theirs | own)


def events(gold: Gold, reading: Reading) -> Iterator[Line]:
    """Each event: its standing, its date, and whether we say it happened though it did not."""
    standings = {s.event: s.label.value for claim in reading.claims for s in claim.standings}
    for wanted in gold["events"]:
        ours = _event(wanted, reading.events)
        label = standings.get(ours.id, "?") if ours else "not found"
        shown = f"{wanted['text']!r}: {wanted['standing']} <- {label} ({ours.trigger.text if ours else '-'})"
        yield "standing", label == wanted["standing"], shown
        yield "wrongly_happened", wanted["standing"] != "happened" and label == "happened", shown
        if wanted["date"]:
            time = ours.time if ours else None
            yield "dates", _same_time(wanted["date"], time), f"{wanted['text']!r}: {wanted['date']} <- {time.value if time else None}"


def _event(wanted: Gold, ours: tuple[Event, ...]) -> Event | None:
    inside = [event for event in ours if wanted["start"] <= event.trigger.start < wanted["end"]]
    return min(inside, key=lambda event: (event.type != wanted["type"], event.trigger.start), default=None)


def _same_time(gold: str, ours: Moment | None) -> bool:
    wanted = Moment.parse(gold)
    return ours is not None and (ours.earliest, ours.latest) == (wanted.earliest, wanted.latest)


def unseen_reports(gold: Gold, reading: Reading) -> Iterator[Line]:
    """Each report the article rests on without our having seen it."""
    for wanted in gold["unseen_reports"]:
        place = Span(wanted["words"]["start"], wanted["words"]["end"], wanted["words"]["text"])
        ours = [r for r in reading.reports if r.span.overlaps(place)]
        date = wanted["date"].replace("before ", "../")
        right = any(r.date == date and set(words(r.outlet.name)) & set(words(wanted["outlet"])) for r in ours)
        yield "unseen_reports", right, f"{wanted['outlet']} {date} <- {[(r.outlet.name, r.date) for r in ours]}"


def compare(folder: Path) -> Iterator[Line]:
    """Yield every line of the comparison."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    reading = sayso.read_file(folder / "article.txt")
    for part in (times, attributions, events, unseen_reports):
        yield from part(gold, reading)
    published = reading.article.published
    yield (
        "published",
        published is not None and published.day == gold["published"],
        f"{published.value if published else None} ({reading.article.published_basis})",
    )
    for wanted in gold["boilerplate"]:
        held = [b for b in reading.article.blocks if b.span.start < wanted["end"] and wanted["start"] < b.span.end]
        apart = sum(min(b.span.end, wanted["end"]) - max(b.span.start, wanted["start"]) for b in held)
        yield "set_apart", apart >= 0.9 * len(wanted["text"].replace("\n", "")), f"{wanted['text'][:40]!r}: {apart} characters"


def main() -> int:
    """Run the comparison; exit 2 when the seed is not there."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument(
        "--seed", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "seed", help="folder of article and gold"
    )
    options.add_argument("--json", action="store_true", help="print the totals alone")
    given = options.parse_args()
    if not (given.seed / "gold.json").exists():
        print(f"no gold.json in {given.seed}; expected the seed article and its gold: name their folder with --seed", file=sys.stderr)
        return 2
    right, seen = Counter[str](), Counter[str]()
    for total, good, shown in compare(given.seed):
        right[total] += good
        seen[total] += 1
        if not given.json and total != "wrongly_happened":
            print(f"{total:15} {'right' if good else 'WRONG'}  {shown}")
    wanted = ("times", "attributions", "chains", "standing", "dates", "wrongly_happened", "unseen_reports")
    if given.json:
        print(json.dumps({name: right[name] for name in wanted}))
    else:
        print("\n" + "\n".join(f"{name:17} {right[name]:3} of {seen[name]}" for name in (*wanted, "published", "set_apart")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
