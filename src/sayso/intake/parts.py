"""Libraries that only the way in needs: loaded at first use, with an error that names the extra to install."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from sayso.errors import MissingPartError


def part(module: str) -> Any:
    """Return a module of the extra ``fetch``; raise MissingPartError when it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise MissingPartError(
            f"{package} is not installed, which feeds, archives and addresses need: pip install 'sayso[fetch]'"
        ) from error
