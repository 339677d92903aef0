"""In what state documents are on a day, many at a time: with what prolonged or replaced them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from pobratim.register.lifecycle import Lifecycle, Successor, lifecycle, turns
from pobratim.register.models import Document, DocumentRelation, State
from pobratim.register.term import period_on

SUCCEEDING = ("prolongs", "replaces")
#: Ended before its term: by the sides, by another document.
ENDED = (Lifecycle.TERMINATED, Lifecycle.SUPERSEDED)
#: A document that is only meant to be signed follows nothing yet.
NOT_YET = ("planned", "proposed")


def states_on(documents: Iterable[Document], on: datetime.date) -> dict[str, Lifecycle]:
    """Key → state on the day; one query for any number of documents."""
    many = list(documents)
    after = successors_of(one.key for one in many)
    return {one.key: lifecycle(one, on, after.get(one.key, ())) for one in many}


def successors_of(keys: Iterable[str]) -> dict[str, list[Successor]]:
    """Document → the documents that prolonged or replaced it, each with the day from which it did."""
    rows = DocumentRelation.objects.filter(to__in=list(keys), kind__in=SUCCEEDING)
    rows = rows.exclude(document__state=State.REJECTED).exclude(document__status__in=NOT_YET)
    columns = ("to", "kind", "document__signed_first", "document__first_told", "document__ends_last")
    found: dict[str, list[Successor]] = {}
    for to, kind, signed, told, ends in rows.values_list(*columns).order_by("pk"):
        if day := signed or told:
            found.setdefault(to, []).append(Successor(kind, day, ends))
    return found


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
