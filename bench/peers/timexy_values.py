"""From timexy's tags to TIMEX3: it writes every date as a midnight, and the words say how much of it was meant."""

from __future__ import annotations

import re

_TAG = re.compile(r'TIMEX3 type="(\w+)" value="([^"]+)"')
_NUMBER = re.compile(r"\d+")


def value(words: str, tag: str) -> tuple[str, str]:
    """Type and value of an expression: a date whose words have a single number names a month, one with more a day."""
    found = _TAG.fullmatch(tag)
    if found is None:
        raise ValueError(f"timexy's tag {tag!r} is not of the form TIMEX3 type=... value=...; is it another version?")
    kind, given = found.groups()
    if kind == "DATE":
        return kind, given[:10] if len(_NUMBER.findall(words)) > 1 else given[:7]
    return kind, given
