"""Records made from claims and decisions. `derive(keys)` brings the rows of these records up to date."""

from .fill import fill_states
from .run import derive

__all__ = ["derive", "fill_states"]
