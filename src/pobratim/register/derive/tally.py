"""For how many documents and events each actor is a party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pobratim.register import sql
from pobratim.register.models import Actor, DocumentParty, EventParty
from pobratim.resolve.records.content import ACTOR, DOCUMENT, EVENT

#: Kind of record → its parties, the column that names it, the actor's column of the count.
_COUNTED = {
    DOCUMENT: (DocumentParty, "document_id", "documents_count"),
    EVENT: (EventParty, "event_id", "events_count"),
}


class Tally:
    """The counts of actors, kept true while some records are made anew: to be made before, brought up to date after.

    Of an actor that was there only the difference is counted: the busiest are parties to every tenth document.
    """

    def __init__(self, keys: set[str]) -> None:
        self._keys = keys
        actors = {key for key in keys if key[0] == ACTOR}
        self._new = actors - {row[0] for row in sql.select(f"SELECT key FROM {sql.table(Actor)} WHERE key IN {{keys}}", actors)}
        self._before = {kind: _parties(kind, keys) for kind in _COUNTED}

    def bring_up_to_date(self) -> None:
        """Counts what these records changed, and everything for actors that were not there."""
        for kind, (model, record, column) in _COUNTED.items():
            change = _parties(kind, self._keys)
            change.subtract(self._before[kind])
            changed = [(number, key) for key, number in sorted(change.items()) if number and key not in self._new]
            sql.many(f"UPDATE {sql.table(Actor)} SET {column} = {column} + %s WHERE key = %s", changed)
            count = f"SELECT acts_for_id, COUNT(DISTINCT {record}) FROM {sql.table(model)} WHERE acts_for_id IN {{keys}}"
            whole = [(number, key) for key, number in sql.select(f"{count} GROUP BY acts_for_id", self._new)]
            sql.many(f"UPDATE {sql.table(Actor)} SET {column} = %s WHERE key = %s", whole)


def _parties(kind: str, keys: Iterable[str]) -> Counter[str]:
    """Actor → for how many of these records of that kind it is a party."""
    model, record, _ = _COUNTED[kind]
    rows = sql.select(
        f"SELECT DISTINCT {record}, acts_for_id FROM {sql.table(model)} WHERE {record} IN {{keys}}",
        {key for key in keys if key[0] == kind},
    )
    return Counter(actor for _, actor in rows)
