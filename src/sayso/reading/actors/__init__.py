"""Actors: who a phrase stands for, and where an article mentions whom."""

from sayso.reading.actors.identify import actor_of
from sayso.reading.actors.index import MentionIndex
from sayso.reading.actors.mentions import mentions

__all__ = ["MentionIndex", "actor_of", "mentions"]
