"""Offices: who held which office when, from the dated tables of the lexicon.

An office belongs to a place: a state, by its code, or a body, by its name ("International Monetary Fund"). Months are written "2017-01".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.language.lexicon import lexicon

GOVERNMENT = "GOV"
_BEFORE_IT_BEGINS = 8  # months somebody is called elect


@dataclass(frozen=True, slots=True)
class Term:
    """A time in office: from the first month to the one in which it ended ("2017-01"), open ends empty."""

    country: str
    office: str
    since: str
    until: str
    sector: str

    def holds(self, month: str) -> bool:
        """Say whether it runs in this month."""
        return self.since <= month and (not self.until or month <= self.until)


@dataclass(frozen=True, slots=True)
class Holding:
    """A row of the tables: a person, by all the ways to write the name, and one term in an office by all its titles."""

    place: str
    titles: tuple[str, ...]
    names: tuple[str, ...]
    term: Term
    head: bool = False  # one so well known that any surname alone may mean them
    of_body: bool = False

    @property
    def person(self) -> str:
        """The name the person goes by in all tables."""
        return self.names[0]


class Offices:
    """Holdings by place and title. Titles that mean one office, as ``alike`` lists them, find the same holders."""

    def __init__(self, alike: Iterable[Sequence[str]] = ()) -> None:
        self._same = {title: titles[0] for titles in alike for title in titles}
        self._held: dict[tuple[str, str], list[Holding]] = {}

    def add(self, holding: Holding) -> None:
        """Take up one holding under each of its titles."""
        for title in dict.fromkeys(self._same.get(title, title) for title in holding.titles):
            self._held.setdefault((holding.place, title), []).append(holding)

    def copy(self) -> Offices:
        """Return offices that can be added to without changing these."""
        made = Offices()
        made._same = self._same
        made._held = {key: list(held) for key, held in self._held.items()}
        return made

    def known(self, place: str, title: str) -> bool:
        """Say whether any holder of this office is known."""
        return bool(self._at(place, title))

    def holder(self, place: str, title: str, since: str, until: str) -> str | None:
        """Return who held the office through these months; who came last in a single month, nobody where several did in many.

        None also where the table has a gap.
        """
        held = [each for each in self._at(place, title) if each.term.since <= until and (not each.term.until or since <= each.term.until)]
        held.sort(key=lambda each: each.term.since)
        people = list(dict.fromkeys(each.person for each in held))
        if not people or (len(people) > 1 and since != until):
            return None
        return held[-1].person

    def predecessor(self, place: str, title: str, month: str) -> str | None:
        """Return who held the office last before whoever holds it in this month."""
        now = self.holder(place, title, month, month)
        before = [each for each in self._at(place, title) if each.term.until and each.term.until <= month and each.person != now]
        return max(before, key=lambda each: each.term.until).person if before else None

    def elect(self, place: str, title: str, month: str) -> str | None:
        """Return who takes the office next, where that is at most ``_BEFORE_IT_BEGINS`` months after this one."""
        coming = [
            each
            for each in self._at(place, title)
            if month < each.term.since and months_between(month, each.term.since) <= _BEFORE_IT_BEGINS
        ]
        return min(coming, key=lambda each: each.term.since).person if coming else None

    def _at(self, place: str, title: str) -> list[Holding]:
        return self._held.get((place, self._same.get(title, title)), [])


def holdings(language: str) -> Iterator[Holding]:
    """Yield every row of the tables of office-holders: heads of states first, then ministers, then heads of bodies."""
    for country, office, names, since, until, *sector in lexicon("office_holders", language)["rows"]:
        yield Holding(country, (office,), _listed(names), Term(country, office, since, until, *(sector or [GOVERNMENT])), head=True)
    for table in ("ministers", "heads_of_bodies"):
        for row in lexicon(table, language)["office"]:
            titles = _listed(row["titles"])
            office = f"{row['body']} {titles[0]}" if "body" in row else titles[0]
            for names, since, until in row["holders"]:
                term = Term(row["country"], office, since, until, row.get("sector", GOVERNMENT))
                yield Holding(row.get("body", row["country"]), titles, _listed(names), term, of_body="body" in row)


def held(terms: Sequence[Term], month: str | None) -> Term | None:
    """Return the term that holds in a month, the last of all when no month is given, or None."""
    return terms[-1] if month is None else next((term for term in reversed(terms) if term.holds(month)), None)


def months_between(one: str, other: str) -> int:
    """Return how many months the second lies after the first."""
    return 12 * (int(other[:4]) - int(one[:4])) + int(other[5:7]) - int(one[5:7])


def _listed(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(";"))
