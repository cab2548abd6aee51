"""What PostgreSQL refuses, in words: what was found, what was expected, what to do next. Of its own words only the first line."""

from __future__ import annotations

from sayso.errors import BusyLedgerError, DamagedLedgerError, LedgerError, UnwritableLedgerError

_WORDS = {
    "55P03": (BusyLedgerError, "{where} is being written by somebody else, and stayed so; wait until the other is done and try again"),
    "40P01": (BusyLedgerError, "{where} is being written by somebody else at the same place; try again"),
    "25006": (UnwritableLedgerError, "{where} can be read but not written; open it as a user who may write, on the primary server"),
    "42501": (UnwritableLedgerError, "{where} does not let this user do that ({why}); give the user the right, or use another"),
    "53100": (UnwritableLedgerError, "the disk with {where} is full; nothing of this step was kept: make room and try again"),
    "42P01": (DamagedLedgerError, "{where} lacks a table ({why}); restore the newest backup"),
    "42703": (DamagedLedgerError, "{where} lacks a column ({why}); restore the newest backup"),
    "XX001": (DamagedLedgerError, "{where} is damaged ({why}); restore the newest backup"),
    "XX002": (DamagedLedgerError, "{where} is damaged ({why}); reindex the database, or restore the newest backup"),
}


def in_words(error: Exception, where: str) -> LedgerError:
    """Return the error of ours that says what this one of PostgreSQL's means."""
    why = (str(error).splitlines() or [type(error).__name__])[0]
    state = getattr(error, "sqlstate", None)
    if state in _WORDS:
        kind, words = _WORDS[state]
        return kind(words.format(where=where, why=why))
    if state is None or state[:2] in ("08", "57"):
        return LedgerError(f"the connection to {where} was cut ({why}); this step was not kept: see that the server runs and try again")
    return LedgerError(f"{where} refused a step ({state}: {why}); nothing of it was kept")
