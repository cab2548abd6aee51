"""Sources: what a user names, as one stream of items. Nothing is fetched: an address stays an address (``sayso.intake.follow``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from sayso.errors import UnreadableError, Why
from sayso.intake.folders import paths
from sayso.intake.incoming import Failed, Item, Linked
from sayso.intake.opened import items
from sayso.intake.streams import Stream


def sources(names: Iterable[str], *, stdin: BinaryIO | Stream | None = None) -> Iterator[Item]:
    """Yield the documents, addresses and failures behind names: files, folders, patterns, web addresses, and ``-`` for ``stdin``.

    Memory holds one document at a time. What fails is a ``Failed`` in its place, and the rest goes on; MissingPartError is raised when a
    library is not installed.
    """
    for name in names:
        if name == "-":
            yield from items(stdin, "-") if stdin else [Failed("-", Why.MISSING, "there is no standard input here: name a file")]
        elif name.lower().startswith(("http://", "https://", "feed://", "feed:http")):
            yield Linked(_web(name), name)
        else:
            yield from _on_disk(name)


def _web(name: str) -> str:
    """The address behind a feed reader's own ``feed:`` addresses."""
    return f"https://{name[7:]}" if name.lower().startswith("feed://") else name.removeprefix("feed:")


def _on_disk(name: str) -> Iterator[Item]:
    try:
        for path in paths(name):
            try:
                stream = path.open("rb")
            except OSError as error:
                reason = f"{path} could not be opened ({error.strerror}): check the name and the permissions"
                yield Failed(str(path), Why.MISSING, reason)
                continue
            with stream:
                yield from items(stream, str(path))
    except UnreadableError as error:
        yield Failed.of(name, error)
    except (OSError, ValueError) as error:
        yield Failed(name, Why.MISSING, f"{name} could not be opened ({error}): check the name")
