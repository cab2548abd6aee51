"""Everything sayso raises on purpose, in one place.

* SaysoError
  * UngroundedError: a quoted piece of text is not where its offsets say it is
  * UnreadableError: an input cannot be read (missing, empty, binary, undecodable, not English)
  * UsageError: a request makes no sense as put (a wrong date, an unknown benchmark task)
  * MissingPartError: something that should be installed is not (the English pipeline)
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
