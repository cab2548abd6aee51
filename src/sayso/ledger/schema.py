"""The schema, as numbered steps that only go forward: files of SQL in ``schema/``, with a second one for what a backend does its own way.

A step is one transaction with the number it leads to, so a store is always at exactly one of them, whatever dies on the way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

FOLDER = Path(__file__).parent / "schema"
APPLICATION = 0x5359534F  # "SYSO", by which a SQLite file says whose it is
TYPES = {
    "sqlite": {"text": "TEXT", "int": "INTEGER", "real": "REAL", "blob": "BLOB", "strict": "STRICT"},
    "postgres": {"text": 'TEXT COLLATE "C"', "int": "BIGINT", "real": "DOUBLE PRECISION", "blob": "BYTEA", "strict": ""},
}


@dataclass(frozen=True, slots=True)
class Step:
    """What leads from one version of the schema to the next."""

    version: int
    statements: tuple[str, ...]


def steps(dialect: str, folder: Path = FOLDER) -> tuple[Step, ...]:
    """Return all steps for ``sqlite`` or ``postgres``, the first first."""
    found = []
    for version, path in enumerate(sorted(folder.glob("[0-9][0-9][0-9].sql")), 1):
        own = path.with_suffix(f".{dialect}.sql")
        sql = path.read_text(encoding="utf-8") + (own.read_text(encoding="utf-8") if own.exists() else "")
        found.append(Step(version, _statements(Template(sql).substitute(TYPES[dialect]))))
    return tuple(found)


def newest(known: Sequence[Step]) -> int:
    """Return the version that these steps lead to."""
    return max((step.version for step in known), default=0)


def _statements(sql: str) -> tuple[str, ...]:
    lines = [line for line in sql.splitlines() if not line.startswith("--")]
    return tuple(statement.strip() for statement in "\n".join(lines).split(";") if statement.strip())
