"""Own actors: a user's list of actors, read from a file, to be known beside those of the lexicon and before them.

Two formats, told apart by their first line: our own CSV, whose first line names its columns, and PETRARCH's actor dictionaries.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import UsageError

KINDS = ("person", "organisation", "outlet", "group", "office", "country", "people", "place", "metonym")
COLUMNS = ("name", "kind", "country", "sector", "office", "from", "to")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class OwnActor:
    """A row of a list: the ways to write a name, what kind it is of, and what it stands for from one month to another, open where empty."""

    names: tuple[str, ...]
    kind: str
    country: str = ""
    sector: str = ""
    office: str = ""
    since: str = ""
    until: str = ""


def read_own_actors(path: Path) -> tuple[OwnActor, ...]:
    """Return the actors a file lists, in its order; raise UsageError, naming the line, when the file is no list of actors."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read as a list of actors ({error}); expected a CSV or PETRARCH file in UTF-8") from error
    lines = text.splitlines()
    header = next((line for line in lines if line.strip()), "")
    if header.split(",")[0].strip() == "name":
        return tuple(_rows(lines, path))
    from sayso.language.petrarch import petrarch_actors

    return tuple(petrarch_actors(text, str(path)))


def _rows(lines: Sequence[str], path: Path) -> Iterator[OwnActor]:
    table = csv.DictReader(lines)
    unknown = {column.strip() for column in table.fieldnames or ()} - set(COLUMNS)
    if unknown:
        raise UsageError(f"{path} has a column {sorted(unknown)[0]!r}; expected only {', '.join(COLUMNS)}")
    for row in table:
        cells = {str(column).strip(): (cell or "").strip() for column, cell in row.items() if column and isinstance(cell, str | None)}
        if any(cells.values()):
            yield _row(cells, f"{path}, line {table.line_num}")


def _row(cells: dict[str, str], where: str) -> OwnActor:
    names = tuple(name.strip() for name in cells["name"].split(";") if name.strip())
    kind = cells.get("kind") or "organisation"
    if not names:
        raise UsageError(f"{where} names nobody; expected a name, or several divided by semicolons")
    if kind not in KINDS:
        raise UsageError(f"{where} has the kind {kind!r}; expected one of {', '.join(KINDS)}")
    since, until = (_month(cells.get(column, ""), where, last=column == "to") for column in ("from", "to"))
    return OwnActor(names, kind, cells.get("country", ""), cells.get("sector", ""), cells.get("office", ""), since, until)


def _month(written: str, where: str, *, last: bool) -> str:
    """The month of a date; of a year the last or the first."""
    if written and not _DATE.fullmatch(written):
        raise UsageError(f"{where} has the date {written!r}; expected 2024, 2024-05 or 2024-05-31")
    return f"{written}-{'12' if last else '01'}" if len(written) == 4 else written[:7]
