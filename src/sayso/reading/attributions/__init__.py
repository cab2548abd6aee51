"""Attributions: who says what. Finders propose by cues and quotation marks, ``decide`` chooses and makes the nouns."""

from sayso.reading.attributions.decide import attributions

__all__ = ["attributions"]
