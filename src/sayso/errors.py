"""Everything sayso raises on purpose, in one place.

* SaysoError
  * UngroundedError: a quoted piece of text is not where its offsets say it is
  * UnreadableError: an input cannot be read (missing, empty, binary, undecodable, not English); its ``why`` sorts it
    * PostponedError: a site asks to come back later; ``seconds`` says how much
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

from enum import StrEnum


class Why(StrEnum):
    """The sorts of failure, so that a list of 200 can be counted: what a document is not read for."""

    MISSING = "missing"  # no such file, or no permission
    UNREADABLE = "unreadable"  # empty, binary, undecodable, not English
    MALFORMED = "malformed"  # a line, a record, an archive that breaks its format's rules
    TOO_LARGE = "too large"
    BOMB = "bomb"  # unpacks to far more than it is
    EMPTY = "empty"  # a full page without an article's body
    WALL = "wall"  # a page that asks to log in, to subscribe or to agree
    NOT_ARTICLE = "not an article"  # an index, a list of links, an error page
    ADDRESS = "address"  # an address that must not be asked: internal, or no web address
    ROBOTS = "robots"  # the site asks not to be read
    LATER = "later"  # the site asks to come back later
    STATUS = "status"  # an answer that is no page (404, 500)
    NETWORK = "network"  # no answer, or one that broke off
    SLOW = "slow"  # over the time that one document may take
    CRASHED = "crashed"  # the process that read it died, of memory or of the parser


class SaysoError(Exception):
    """Base of every error sayso raises; catch it to catch them all."""


class UngroundedError(SaysoError):
    """A quoted piece of text is not where its offsets say it is."""


class UnreadableError(SaysoError):
    """An input cannot be read; the message says what was found and what to do, ``why`` sorts it."""

    def __init__(self, message: str, *, why: Why = Why.UNREADABLE) -> None:
        super().__init__(message)
        self.why = why


class PostponedError(UnreadableError):
    """A site asks to come back later, in ``seconds``."""

    def __init__(self, message: str, *, seconds: float) -> None:
        super().__init__(message, why=Why.LATER)
        self.seconds = seconds


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
