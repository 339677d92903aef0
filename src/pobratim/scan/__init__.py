"""Many pages: every page of every source gets an outcome, facts or a reason."""

from .outcome import Outcome

__all__ = ["Outcome"]
