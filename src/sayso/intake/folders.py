"""Names on the disk: a file, a folder with all below it, or a pattern such as ``2025/*.html``, as paths in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from glob import has_magic, iglob
from pathlib import Path

from sayso.errors import UnreadableError, Why


def paths(name: str) -> Iterator[Path]:
    """Yield the files that a name stands for; raise UnreadableError when there is none. Hidden files count only when named themselves."""
    path = Path(name)
    if path.is_dir():
        yield from _below(path)
    elif path.exists():
        yield path
    elif has_magic(name):
        found = _matches(name)
        if not found:
            raise UnreadableError(f"no file is called like {name}: check the pattern", why=Why.MISSING)
        for match in found:
            yield from _below(Path(match)) if Path(match).is_dir() else [Path(match)]
    else:
        raise UnreadableError(f"{name} does not exist, expected a file, a folder or a pattern: check the name", why=Why.MISSING)


def _matches(pattern: str) -> list[str]:
    """What a pattern matches, in order; of the ways to one file (``**`` follows links in circles) only the shortest."""
    shortest: dict[str, str] = {}
    for match in iglob(pattern, recursive=True):  # noqa: PTH207  pathlib's patterns have no root of their own
        place = os.path.realpath(match)
        shortest[place] = min(shortest.get(place, match), match, key=lambda way: (len(way), way))
    return sorted(shortest.values())


def _below(folder: Path) -> Iterator[Path]:
    """The files of a folder and then of its folders, a folder's names in memory at a time; links to folders are not followed."""
    try:
        with os.scandir(folder) as entries:
            names = sorted((entry.is_dir(follow_symlinks=False), entry.name) for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        raise UnreadableError(f"{folder} could not be opened ({error.strerror}): check the permissions", why=Why.MISSING) from error
    for is_folder, name in names:
        if is_folder:
            yield from _below(folder / name)
        elif (folder / name).is_file():
            yield folder / name
