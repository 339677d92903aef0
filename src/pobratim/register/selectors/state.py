"""In what state documents are on a day, many at a time: with what prolonged or replaced them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from pobratim.register.lifecycle import Lifecycle, Successor, lifecycle, turns
from pobratim.register.models import Document
from pobratim.register.successors import successors_of
from pobratim.register.term import period_on

#: Ended before its term: by the sides, by another document.
ENDED = (Lifecycle.TERMINATED, Lifecycle.SUPERSEDED)


def states_on(documents: Iterable[Document], on: datetime.date) -> dict[str, Lifecycle]:
    """Key → state on the day; one query for any number of documents."""
    many = list(documents)
    after = successors_of(one.key for one in many)
    return {one.key: lifecycle(one, on, after.get(one.key, ())) for one in many}


def ends_on(documents: Iterable[Document], on: datetime.date) -> dict[str, datetime.date]:
    """Key → the day on which a document ended or is to end, as far as is known on the day; one query.

    That of its end by the sides or by another document, else that to which it was prolonged, else the end of the period
    that runs.
    """
    many = list(documents)
    after = successors_of(one.key for one in many)
    ends = {one.key: _end(one, on, after.get(one.key, ())) for one in many}
    return {key: end for key, end in ends.items() if end}


def _end(document: Document, on: datetime.date, after: Iterable[Successor]) -> datetime.date | None:
    after = list(after)
    past = turns(document, on, after)
    if lifecycle(document, on, after) in ENDED:
        return max((one.day for one in past if one.state in ENDED and one.day > datetime.date.min), default=None)
    longer = [one for one in past if one.why in ("prolonged", "renewed")]
    if longer:
        return longer[-1].ends
    period = period_on(document, on)
    return period.end if period else None
