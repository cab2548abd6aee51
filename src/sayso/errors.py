"""Everything sayso raises on purpose, in one place.

* SaysoError
  * UngroundedError: a quoted piece of text is not where its offsets say it is
  * UnreadableError: an input cannot be read (missing, empty, binary, undecodable, not English)
  * UsageError: a request makes no sense as put (a wrong date, an unknown benchmark task)
    * QueryError: a search cannot be understood; the message points at the place
  * MissingPartError: something that should be installed is not (the English pipeline)
  * LedgerError: a ledger cannot be opened, read or written
    * NoLedgerError: there is none at the place named, and none can be made there
    * NotALedgerError: what is there is no ledger (another program's database, a text)
    * NewerLedgerError: it was written by a newer sayso
    * BusyLedgerError: somebody else writes and does not stop, or a server does not answer
    * DamagedLedgerError: bytes of it are not what was written
    * UnwritableLedgerError: it can be read but not written (a read-only or a full disk)
"""


class SaysoError(Exception):
    """Base of every error sayso raises; catch it to catch them all."""


class UngroundedError(SaysoError):
    """A quoted piece of text is not where its offsets say it is."""


class UnreadableError(SaysoError):
    """An input cannot be read; the message says what was found and what to do."""


class UsageError(SaysoError):
    """A request makes no sense as put; the message says what was expected."""


class MissingPartError(SaysoError):
    """Something that should be installed beside sayso is not; the message names it."""


class QueryError(UsageError):
    """A search cannot be understood; ``start`` and ``end`` are the place in ``query``, at which the message points as well."""

    def __init__(self, problem: str, query: str, start: int, end: int) -> None:
        super().__init__(f"{problem}\n  {_flat(query)}\n  {' ' * start}{'^' * max(1, end - start)}")
        self.problem, self.query, self.start, self.end = problem, query, start, end


def _flat(query: str) -> str:
    """The query on one line, of as many characters, so that what stands below it points at the right one."""
    return "".join(letter if letter.isprintable() else " " for letter in query)


class LedgerError(SaysoError):
    """A ledger cannot be opened, read or written."""


class NoLedgerError(LedgerError):
    """There is no ledger at the place named, and none can be made there."""


class NotALedgerError(LedgerError):
    """What is at the place named is not a ledger, and is left as it is."""


class NewerLedgerError(LedgerError):
    """A ledger was written by a newer sayso than this one."""


class BusyLedgerError(LedgerError):
    """Somebody else writes to the ledger and does not stop, or a server does not answer."""


class DamagedLedgerError(LedgerError):
    """Bytes of the ledger are not what was written."""


class UnwritableLedgerError(LedgerError):
    """The ledger cannot be written: a read-only disk, a full one, or a file that belongs to somebody else."""
