"""What SQLite refuses, in words: what was found, what was expected, what to do next."""

from __future__ import annotations

import sqlite3

from sayso.errors import BusyLedgerError, DamagedLedgerError, LedgerError, NoLedgerError, UnwritableLedgerError
from sayso.ledger.stored import NEXT

_PRIMARY = 0xFF  # an extended code holds the primary one in its last byte


def in_words(error: Exception, where: str) -> LedgerError:
    """Return the error of ours that says what this one of SQLite's means."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    match code & _PRIMARY:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return BusyLedgerError(f"{where} is being written by somebody else, and stayed so; wait until the other is done and try again")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return UnwritableLedgerError(
                f"{where} can be read but not written ({error}); give its file and folder the right to be written, or copy it elsewhere"
            )
        case sqlite3.SQLITE_FULL:
            return UnwritableLedgerError(f"the disk with {where} is full ({error}); nothing of this step was kept: make room and try again")
        case sqlite3.SQLITE_CANTOPEN:
            return NoLedgerError(f"{where} cannot be opened ({error}); expected a file that may be read and written in such a folder")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_FORMAT:
            return DamagedLedgerError(f"{where} is damaged ({error}); {NEXT}")
        case sqlite3.SQLITE_IOERR:
            return LedgerError(f"the disk with {where} failed ({error}); nothing of this step was kept: see to the disk and try again")
        case sqlite3.SQLITE_INTERRUPT:
            return LedgerError(f"work on {where} was interrupted; nothing of this step was kept: try again")
        case sqlite3.SQLITE_TOOBIG:
            return LedgerError(f"something is too big for {where} ({error}); expected at most 1 GB in one piece: leave it out")
        case sqlite3.SQLITE_NOMEM:
            return LedgerError(f"there is not enough memory to work on {where}; end other programs and try again")
    if isinstance(error, sqlite3.ProgrammingError | sqlite3.InterfaceError):
        return LedgerError(f"{where} cannot be used so ({error}); open it anew, in the thread that uses it")
    return DamagedLedgerError(f"{where} does not hold together ({error}); {NEXT}")
