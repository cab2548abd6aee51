"""From HeidelTime's answer, the text with TIMEX3 tags in it, to expressions at the text's own offsets."""

from __future__ import annotations

import re

from adapter import Timex

_BODY = re.compile(r"<TimeML>\n(.*)\n</TimeML>", re.DOTALL)
_TAG = re.compile(r"<TIMEX3 ([^>]*)>|</TIMEX3>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def expressions(answer: str, text: str) -> list[Timex]:
    """The expressions in order. Raises ValueError where the answer without its tags is not the text, since its offsets would be wrong."""
    body = _BODY.search(answer)
    if body is None or _TAG.sub("", body[1]) != text:
        raise ValueError("HeidelTime's answer is not the text with TIMEX3 tags in it")
    found: list[Timex] = []
    tags = 0
    for tag in _TAG.finditer(body[1]):
        at, tags = tag.start() - tags, tags + len(tag[0])
        if tag[1] is None:
            found[-1]["end"] = at
        else:
            told = dict(_ATTRIBUTE.findall(tag[1]))
            found.append({"start": at, "end": at, "type": told["type"], "value": told["value"]})
    return found
