"""News meets plan: which events and documents may be what became of measures, promises and documents announced."""

from .update import match_again

__all__ = ["match_again"]
