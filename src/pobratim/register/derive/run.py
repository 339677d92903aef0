"""Brings the rows of some records up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pobratim.register.search import refresh
from pobratim.register.search.renewal import Renewal

from .change import store
from .document_state import lives_of, tell_states
from .make import Made, Part, make, parts_of
from .outliving import tell_outliving
from .partner import count_for_partners
from .plan import plans_of, tell_plans
from .silence import tell_silences
from .state import mark_claims
from .tally import Tally
from .total import Totals

#: Parts of the records → what they become, in the same order.
Making = Callable[[Iterator[Part]], Iterator[Made]]


def make_here(parts: Iterator[Part]) -> Iterator[Made]:
    """All of it in this process, which sees what it has written."""
    return (make(part, {}) for part in parts)


def derive(keys: set[str], making: Making = make_here) -> None:
    """Makes the rows of these records anew from claims and decisions; those that nothing speaks of any more go.

    Args:
        keys: of the records.
        making: works out what they become.
    """
    coming = making(parts_of(keys))  # who helps begins with it at once
    before, totals, lives, plans = Tally(keys), Totals(keys), lives_of(keys), plans_of(keys)
    ready: list[Renewal] = []
    for made in coming:  # part by part, for the sake of memory: what a row points at may come later
        mark_claims(made.marks)
        store(made.changes)
        ready += made.found_by
    before.bring_up_to_date()
    totals.bring_up_to_date()
    lives |= lives_of(keys)
    changed = tell_states(lives)
    tell_silences(keys, changed)
    tell_outliving(keys)
    tell_plans(plans | plans_of(keys))
    count_for_partners(keys | lives)
    refresh(keys | changed, ready)
