"""In what state documents are on a day, many at a time: with what prolonged or replaced them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from pobratim.register.lifecycle import Lifecycle, Successor, lifecycle
from pobratim.register.models import Document, DocumentRelation, State

SUCCEEDING = ("prolongs", "replaces")
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
