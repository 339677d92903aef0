"""Brings the rows of some records up to date."""

from __future__ import annotations

from collections.abc import Callable

from pobratim.register import sql
from pobratim.register.search import refresh
from pobratim.resolve.records.content import ACTOR, DOCUMENT, EVENT, MEASURE, PERSON, STATEMENT

from .actor import actor
from .document import document
from .document_state import lives_of, tell_states
from .draft import Draft
from .event import event
from .load import load
from .measure import measure
from .outliving import tell_outliving
from .partner import count_for_partners
from .person import person
from .plan import plans_of, tell_plans
from .rows import Rows
from .silence import tell_silences
from .state import mark_claims
from .statement import statement
from .tally import Tally
from .total import Totals

MAKERS: dict[str, Callable[[Draft, Rows], None]] = {
    ACTOR: actor,
    PERSON: person,
    DOCUMENT: document,
    EVENT: event,
    STATEMENT: statement,
    MEASURE: measure,
}


def derive(keys: set[str]) -> None:
    """Makes the rows of these records anew from claims and decisions; those that nothing speaks of any more go."""
    before, totals, lives, plans = Tally(keys), Totals(keys), lives_of(keys), plans_of(keys)
    for some in sql.chunks(keys):
        rows = Rows()
        loaded = load(set(some))
        for key, draft in loaded.drafts.items():
            MAKERS[key[0]](draft, rows)
        mark_claims(loaded.drafts, loaded.records)
        rows.store(some)  # chunk by chunk, for the sake of memory: what a row points at may come later
    before.bring_up_to_date()
    totals.bring_up_to_date()
    lives |= lives_of(keys)
    changed = tell_states(lives)
    tell_silences(keys, changed)
    tell_outliving(keys)
    tell_plans(plans | plans_of(keys))
    count_for_partners(keys | lives)
    refresh(keys | changed)
