"""Language: sayso reads English; another language is refused by its name rather than misread.

py3langid (Barbaresi, after Lui and Baldwin 2012) looks at a sample. It errs on short texts and on lists of names, so those get the
benefit of the doubt.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

from sayso.errors import UnreadableError
from sayso.language.lexicon import lexicon

ENOUGH = 40  # letters from which the answer is trusted: of 2,461 English news sentences with as many, none was refused
SAMPLE = 1_500  # characters taken at the start, in the middle and at the end
SURE = 0.9  # probability from which another language is refused
ADVICE = "expected English, the only language read so far: give an English translation"


def check(text: str, name: str = "the text") -> str:
    """Return "en"; raise UnreadableError when the text is surely in another language. Looks at 4,500 characters at most."""
    sample = _sample(text)
    letters = [char for char in sample if char.isalpha()]
    latin = sum(1 for char in letters if char < "\u0250")
    foreign_script = len(letters) >= 20 and latin < 0.5 * len(letters)
    if not letters:
        raise UnreadableError(f"{name} holds no letters, expected an English article: check that it is the right file")
    if len(letters) < ENOUGH and not foreign_script:
        return "en"
    language, probability = _identifier().classify(sample)
    if language != "en" and (foreign_script or probability >= SURE):
        raise UnreadableError(f"{name} is in {_named(language)}, {ADVICE}")
    if foreign_script:
        script = unicodedata.name(next(char for char in letters if char >= "\u0250"), "another script").split()[0].lower()
        raise UnreadableError(f"{name} is mostly in {script} letters, {ADVICE}")
    return "en"


def _sample(text: str) -> str:
    if len(text) <= 3 * SAMPLE:
        return text
    middle = (len(text) - SAMPLE) // 2
    return "\n".join((text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]))


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _named(language: str) -> str:
    return str(lexicon("languages")["names"].get(language, f"another language ({language})"))
