"""Decoding: bytes to characters, once and for all. Offsets count in what comes out of here, or in what is extracted from it.

Line ends become a newline and the byte order mark goes. What no text holds - NUL, lone surrogates - becomes U+FFFD, one for one. All
else stays as it was written, also invisible and direction-changing characters: who is quoted must never depend on our tidying.
"""

from __future__ import annotations

import codecs
import re

from sayso.errors import UnreadableError
from sayso.language.lexicon import lexicon
from sayso.model.reading import Note

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16's does, so it goes first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^<>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
MENDABLE = 4  # times as many good characters beyond ASCII as broken ones make a text UTF-8 with a few errors
_USUAL = "“”‘’–—…éèáàóñüöäß£€\u00a0"  # the characters beyond ASCII that English news uses, and one in Latin letters is seldom without
_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
_LINE_END = re.compile("\r\n?|\u2028|\u2029|\x85")


def decoded(data: bytes, name: str, declared: str = "") -> tuple[str, tuple[Note, ...]]:
    """Return the characters of ``data``; raise UnreadableError when it is empty, binary or in no encoding we know.

    ``declared`` is the content type a server gives, which may name an encoding; UTF-8 is believed before it where the bytes are UTF-8.
    """
    if not data.strip():
        raise UnreadableError(f"{name} is empty, expected an article: give a file with text in it")
    _refuse_binary(data, name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name)
    try:
        return characters(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _otherwise(data, name, declared, error)


def characters(text: str) -> tuple[str, tuple[Note, ...]]:
    """Return ``text`` with newlines as its line ends and U+FFFD for what no text holds, with a note if there was any."""
    text = _LINE_END.sub("\n", text.removeprefix("\ufeff"))
    text, count = _NOT_TEXT.subn("\ufffd", text)
    if not count:
        return text, ()
    return text, (Note("decoding", f"characters that no text can hold (NUL, lone surrogates) were replaced by U+FFFD ({count:,} times)"),)


def _refuse_binary(data: bytes, name: str) -> None:
    marks = lexicon("file_marks", "zxx")["marks"]
    looks = next((what for mark, what in marks.items() if data.startswith(bytes.fromhex(mark))), None)
    if looks:
        raise UnreadableError(f"{name} looks like {looks}, expected text: save the article as plain text, Markdown or HTML")
    has_mark = any(data.startswith(mark) for mark, _ in _MARKS)
    zeros = data[:8_192].count(0)
    if zeros and not has_mark:
        sixteen = 0.3 < zeros / len(data[:8_192]) < 0.6
        what = "UTF-16 text without a byte order mark" if sixteen else "binary data (it holds NUL bytes)"
        raise UnreadableError(f"{name} looks like {what}, expected text: save it as UTF-8")


def _strictly(data: bytes, encoding: str, name: str) -> tuple[str, tuple[Note, ...]]:
    try:
        text, notes = characters(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise UnreadableError(f"{name} begins as {encoding} but breaks off at byte {error.start:,}: save it as UTF-8") from error
    if not text.strip():
        raise UnreadableError(f"{name} is empty, expected an article: give a file with text in it")
    return text, notes


def _otherwise(data: bytes, name: str, content_type: str, error: UnicodeDecodeError) -> tuple[str, tuple[Note, ...]]:
    """Not UTF-8: what the server or the page declares, then UTF-8 with a few errors, then Windows-1252, where that gives words."""
    served, found = _CHARSET.search(content_type), _DECLARED.search(data[:4_096])
    names = [served[1] if served else None, found[1].decode("ascii", "replace") if found else None]
    for declared in [known for name_given in names if name_given and (known := _known(name_given))]:
        try:
            return characters(data.decode(declared))
        except (UnicodeDecodeError, UnicodeError):
            pass
    mended = data.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    if broken * MENDABLE <= sum(map(mended.count, _USUAL)):
        text, notes = characters(mended)
        return text, (
            Note("decoding", f"bytes that are not UTF-8, as the rest of the text is, were replaced by U+FFFD ({broken:,} times)"),
            *notes,
        )
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if not _is_plausible(text):
        raise UnreadableError(
            f"{name} could not be decoded (not UTF-8 from byte {error.start:,} on, nor another encoding we know): save it as UTF-8"
        )
    text, notes = characters(text)
    return text, (Note("decoding", f"the text is not UTF-8 (byte {error.start:,}); it was read as Windows-1252"), *notes)


def _known(encoding: str) -> str | None:
    try:
        info = codecs.lookup(encoding)
    except (LookupError, ValueError):
        return None
    # what a browser takes for Latin-1 is Windows-1252; base64 and the like are no encodings of text
    return ("cp1252" if info.name in ("iso8859-1", "ascii") else info.name) if getattr(info, "_is_text_encoding", True) else None


def _is_plausible(text: str) -> bool:
    """Whether a decoding gave words: at most one letter in ten beyond ASCII, and no control characters."""
    odd = sum(1 for char in text[:100_000] if ord(char) > 127)
    control = sum(1 for char in text[:100_000] if ord(char) < 32 and char not in "\t\n\r\f\x0b\x1b")
    return bool(text.strip()) and not control and odd <= len(text[:100_000]) * 0.1
