"""Brings the index up to date with records that were made anew or dropped. A row that says the same as before stays.

What a record lends to others (the name of an actor, of a person) may change while those others do not: their rows are
made anew too. The index is therefore a function of the records, whatever the order in which they came in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from django.db import transaction

from pobratim.register import sql
from pobratim.register.models import (
    Appointment,
    Document,
    DocumentParty,
    DocumentState,
    Event,
    EventParty,
    Participation,
    SearchName,
    SearchRow,
    SearchTotal,
    Signature,
    Statement,
)

from .gather import READERS
from .naming import COLUMNS as NAME_COLUMNS
from .on_day import spell_tokens
from .own import parted
from .renewal import COLUMNS, Renewal, Row, renewal
from .shelf import HIDDEN, beside, shelf_of

#: Kind of record that lends → where those stand that borrow: table, their column, the column that names the lender.
_BORROWERS = {
    "a": (
        (Appointment, "person_id", "of_id"),
        (DocumentParty, "document_id", "actor_id"),
        (DocumentParty, "document_id", "acts_for_id"),
        (Document, "key", "place_id"),
        (EventParty, "event_id", "actor_id"),
        (EventParty, "event_id", "acts_for_id"),
        (Event, "key", "place_id"),
        (Event, "key", "host_id"),
    ),
    "p": (
        (Signature, "document_id", "person_id"),
        (Participation, "event_id", "person_id"),
        (Statement, "key", "speaker_id"),
    ),
}


def refresh(keys: Iterable[str], ready: Sequence[Renewal] = ()) -> None:
    """Makes the rows of these records anew; those of records that are no more go.

    Args:
        keys: of the records.
        ready: for some of them what is to be written, worked out before rows of records that lend to them changed, if any do.
    """
    waiting: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        waiting[key[0]].add(key)
    lent = False
    for kind in READERS:
        done = [] if lent else [one for one in ready if one.keys[0][0] == kind and waiting[kind].issuperset(one.keys)]
        lent |= kind in _BORROWERS and bool(waiting[kind])
        waiting[kind].difference_update(*(one.keys for one in done))
        for one in chain(done, (renewal(kind, some) for some in sql.chunks(waiting[kind]))):
            _write(one)
            for borrower in _borrowers(kind, one.lenders):
                waiting[borrower[0]].add(borrower)


@transaction.atomic
def refill(*, only_if_empty: bool = False) -> None:
    """Makes the whole index anew from the records.

    Args:
        only_if_empty: leaves an index as it is that has anything in it.
    """
    if not sql.there(SearchRow):
        return
    sql.lock()
    if only_if_empty and SearchRow.objects.exists():
        return
    for index in (SearchRow, SearchTotal, SearchName):
        sql.clear(index)
    for model, _ in READERS.values():
        refresh(model._default_manager.values_list("pk", flat=True).iterator())


@transaction.atomic
def refill_states() -> None:
    """Makes the rows of documents anew in an index that is older than the tokens of their states."""
    if not sql.there(SearchRow, DocumentState):
        return
    one = DocumentState.objects.order_by("pk").first()
    row = SearchRow.objects.filter(key=one.document_id).first() if one else None
    if one is None or row is None or {*spell_tokens(one.state, one.first, one.last)} & {*row.words.split()}:
        return
    sql.lock()
    refresh(Document.objects.values_list("pk", flat=True).iterator())


def _write(one: Renewal) -> None:
    for model in (SearchRow, SearchName):
        sql.delete(model, "id", [row[0] for row in one.gone])
    come = _placed(one.come)
    sql.insert(SearchRow, COLUMNS, come)
    _count(one.gone, come)
    sql.delete(SearchName, "id", one.renamed)
    names = one.renamed | {place: one.names[key] for place, key, *_ in come if key in one.names}
    sql.insert(SearchName, NAME_COLUMNS, sorted((place, *told) for place, told in names.items()))


def _placed(rows: list[Row]) -> list[Row]:
    """The rows with numbers that are free: a digest may, once in millions of rows of a day, be another's too."""
    taken, found = _taken([row[0] for row in rows]), []
    for row in rows:
        place = row[0]
        while place in taken:
            place = beside(place)
            taken |= _taken([place])
        taken.add(place)
        found.append((place, *row[1:]))
    return found


def _taken(numbers: list[int]) -> set[int]:
    return {row[0] for row in sql.select(f"SELECT id FROM {sql.table(SearchRow)} WHERE id IN {{keys}}", numbers)}


def _borrowers(kind: str, keys: set[str]) -> set[str]:
    found: set[str] = set()
    for model, owner, column in _BORROWERS.get(kind, ()):
        rows = sql.select(f"SELECT {owner} FROM {sql.table(model)} WHERE {column} IN {{keys}}", keys)
        found |= {row[0] for row in rows}
    return found


def _count(gone: list[Row], come: list[Row]) -> None:
    """Keeps the totals true."""
    change: Counter[tuple[int, str]] = Counter()
    for rows, sign in ((gone, -1), (come, 1)):
        for place, _, _, facets, _ in rows:
            if (shelf := shelf_of(place)) != HIDDEN:
                for token in facets.split():
                    change[shelf, token] += sign
    changed = [(shelf, *parted(token), difference) for (shelf, token), difference in sorted(change.items()) if difference]
    again = "ON CONFLICT (shelf, facet, value) DO UPDATE SET number = {table}.number + excluded.number"
    sql.insert(SearchTotal, ("shelf", "facet", "value", "number"), changed, again)
    fewer = [row[:-1] for row in changed if row[-1] < 0]
    sql.many(f"DELETE FROM {sql.table(SearchTotal)} WHERE shelf = %s AND facet = %s AND value = %s AND number = 0", fewer)
