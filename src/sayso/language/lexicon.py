"""Lexicons: words as data, one TOML file a subject and language, each with its source, licence and version at the top."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str, language: str = "en") -> dict[str, Any]:
    """Return the tables of ``data/<language>/<name>.toml``; read once a process. Callers must not change what they get."""
    path = files("sayso.language").joinpath("data", language, f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
