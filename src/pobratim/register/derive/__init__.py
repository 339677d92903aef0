"""Records made from claims and decisions. `derive(keys)` brings the rows of these records up to date."""

from .fill import fill_plans, fill_promises, fill_silences, fill_states
from .partner import recount_for_partners
from .run import derive

__all__ = ["derive", "fill_plans", "fill_promises", "fill_silences", "fill_states", "recount_for_partners"]
