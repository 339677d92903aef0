"""For how many documents and events each actor is a party."""

from __future__ import annotations

from collections.abc import Iterable

from pobratim.register import sql
from pobratim.register.models import Actor, DocumentParty, EventParty
from pobratim.resolve.records.content import ACTOR, DOCUMENT, EVENT

#: Kind of record → its parties, the column that names it, the actor's column of the count.
_COUNTED = {
    DOCUMENT: (DocumentParty, "document_id", "documents_count"),
    EVENT: (EventParty, "event_id", "events_count"),
}


def parties_of(keys: Iterable[str]) -> set[str]:
    """The actors for whom these records count, themselves among them: to be asked before and after they are made anew."""
    found = {key for key in keys if key[0] == ACTOR}
    for kind, (model, column, _) in _COUNTED.items():
        some = {key for key in keys if key[0] == kind}
        rows = sql.select(f"SELECT DISTINCT acts_for_id FROM {sql.table(model)} WHERE {column} IN {{keys}}", some)
        found |= {row[0] for row in rows}
    return found


def tally(actors: set[str]) -> None:
    """Counts anew for these actors."""
    for model, column, count in _COUNTED.values():
        found = dict.fromkeys(actors, 0)
        statement = f"SELECT acts_for_id, COUNT(DISTINCT {column}) FROM {sql.table(model)} WHERE acts_for_id IN {{keys}}"
        found |= dict(sql.select(f"{statement} GROUP BY acts_for_id", actors))
        known = dict(sql.select(f"SELECT key, {count} FROM {sql.table(Actor)} WHERE key IN {{keys}}", actors))
        changed = [(number, key) for key, number in sorted(found.items()) if known.get(key, number) != number]
        sql.many(f"UPDATE {sql.table(Actor)} SET {count} = %s WHERE key = %s", changed)
