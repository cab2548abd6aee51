"""Words to word pieces, the units a BERT encoder reads (Devlin et al. 2019, NAACL; Schuster & Nakajima 2012, ICASSP), lower-cased."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

UNKNOWN, START, END, MASK = 100, 101, 102, 103  # of the vocabulary of BERT's uncased models
_PART = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|[^\w\s]|_")
_LONGEST = 16  # pieces of one word: more tell nothing


class WordPieces:
    """Cuts words into pieces of a vocabulary, the longest first; words are remembered, so a running text costs a look-up a word."""

    def __init__(self, vocabulary: Mapping[str, int], remember: int = 100_000) -> None:
        self._vocabulary, self._remember = vocabulary, remember
        self._seen: dict[str, tuple[int, ...]] = {}

    def __call__(self, word: str) -> tuple[int, ...]:
        """Return the ids of a word's pieces: at least one, at most 16."""
        got = self._seen.get(word)
        if got is None:
            got = tuple(self._parts(word))[:_LONGEST] or (UNKNOWN,)
            if len(self._seen) < self._remember:
                self._seen[word] = got
        return got

    def _parts(self, word: str) -> Iterator[int]:
        for part in _PART.findall("".join(map(_plain, word))):
            yield from self._longest_first(part)

    def _longest_first(self, part: str) -> list[int]:
        found: list[int] = []
        at = 0
        while at < len(part):
            lead = "##" if at else ""
            end = next((end for end in range(min(len(part), at + 30), at, -1) if lead + part[at:end] in self._vocabulary), None)
            if end is None:
                return [UNKNOWN]
            found.append(self._vocabulary[lead + part[at:end]])
            at = end
        return found


def _plain(letter: str) -> str:
    """A letter in lower case and without its accents."""
    if letter < "\x80":
        return letter.lower()
    return "".join(c for c in unicodedata.normalize("NFD", letter.lower()) if unicodedata.category(c) != "Mn")
