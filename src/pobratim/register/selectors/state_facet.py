"""The facet of documents by their states on a day, and the choice of some of these states."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping

from pobratim.register.search import shelf
from pobratim.register.search.match import AnyOf, Condition, Matches, both
from pobratim.register.search.newest import stretch_of_newest
from pobratim.register.search.on_day import states_on_day

from .awaited import states_of_all
from .facets import FACET_ROWS, Facets
from .listing import THERE

LIFECYCLE = "lifecycle"
_NONE = AnyOf(("=",))  # met by no row


def state_filter(states: Iterable[str], on: datetime.date) -> AnyOf:
    """The condition that a document is in one of these states on the day; unknown states find nothing."""
    asked = {*states}
    known = [one for one in THERE if one in asked]
    return states_on_day(known, on) if known else _NONE


def states_of(text: Condition | None, filters: Mapping[str, AnyOf], number: int, on: datetime.date) -> Facets:
    """State → how many of the documents found are in it on the day, under the choice made in the other facets; those that
    were not there yet are in none.

    Of more finds than are counted those that are dated up to the day go first: later ones are hardly there on it.

    Args:
        text: what the words ask for.
        filters: facet → what was chosen.
        number: of the documents found.
        on: the day.
    """
    condition = both(text, *(one for name, one in filters.items() if name != LIFECYCLE))
    if condition is None:
        return Facets({LIFECYCLE: Counter(states_of_all(on))}, frozenset())
    found, documents = Matches(condition), shelf.SHELVES["d"]
    if LIFECYCLE in filters:
        number = found.counts().get(documents, 0)
    if number <= FACET_ROWS:
        told, _ = found.states(shelf.span(documents), FACET_ROWS, on)
        return Facets({LIFECYCLE: Counter(told)}, frozenset())
    span = shelf.span_to(documents, on)
    near = stretch_of_newest(span, FACET_ROWS, number)
    told, counted = found.states(near, FACET_ROWS, on) if near else ({}, 0)
    if counted < FACET_ROWS:
        told, _ = found.states(span, FACET_ROWS, on)
    return Facets({LIFECYCLE: Counter(told)}, frozenset((LIFECYCLE,)))
