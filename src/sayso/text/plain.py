"""Plain text: the text is the article, as it stands but for its line ends (``sayso.text.decode``)."""

from __future__ import annotations

from sayso.text.assemble import Facts, assemble
from sayso.text.decode import characters
from sayso.text.extracted import Extracted, Given

NOTHING = Given()


def article(text: str, *, given: Given = NOTHING, name: str = "the text") -> Extracted:
    """Return the Article of a plain text; raise UnreadableError when it is empty or not English."""
    text, notes = characters(text)
    made = assemble(text, Facts(), given, name)
    return Extracted(made.article, (*notes, *made.notes))
