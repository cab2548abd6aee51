"""How far the tests of reliability go: as much as every change can afford, or, for ``make gauntlet``, much further."""

import os

LONG = bool(os.environ.get("SAYSO_GAUNTLET"))


def size(usual: int, long: int) -> int:
    """The usual number, or the long one."""
    return long if LONG else usual
