"""Chains: through whom, back to who knew; who a source is, and which reports the article rests on."""

from sayso.reading.chains.back import words_for
from sayso.reading.chains.follow import chains
from sayso.reading.chains.reports import reports

__all__ = ["chains", "reports", "words_for"]
