"""With whom partners have documents, in which spheres and of which years: counted by the difference."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from pobratim.register import sql
from pobratim.register.models import Document, DocumentParty, DocumentSphere, PartnerTotal, State
from pobratim.register.successors import NOT_YET
from pobratim.resolve.records.content import DOCUMENT

_WHAT = ("partner_id", "kind", "value", "year")
_Total = tuple[str, str, str, int]


class Totals:
    """The totals of partners, kept true while some records are made anew: to be made before, brought up to date after."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = {key for key in keys if key[0] == DOCUMENT}
        self._before = _totals(self._keys)

    def bring_up_to_date(self) -> None:
        """Counts what these records changed."""
        change = _totals(self._keys)
        change.subtract(self._before)
        add(change)


def add(change: Counter[_Total]) -> None:
    """Adds so much to each total; one that comes to nothing goes."""
    rows = [(*total, number) for total, number in sorted(change.items()) if number]
    again = f"ON CONFLICT ({', '.join(_WHAT)}) DO UPDATE SET number = {{table}}.number + excluded.number"
    sql.insert(PartnerTotal, (*_WHAT, "number"), rows, again)
    same = " AND ".join(f"{column} = %s" for column in _WHAT)
    sql.many(f"DELETE FROM {sql.table(PartnerTotal)} WHERE {same} AND number = 0", [row[:-1] for row in rows if row[-1] < 0])


def totals_again(keys: Iterable[str]) -> None:
    """Counts these documents, of which nothing was counted before."""
    for some in sql.chunks(keys):
        add(_totals(set(some)))


def _totals(keys: set[str]) -> Counter[_Total]:
    """What these documents count as they are in the tables; rejected ones count nothing."""
    found: Counter[_Total] = Counter()
    for some in sql.chunks(keys):
        found.update(_each(some))
    return found


def _each(keys: list[str]) -> Iterator[_Total]:
    parties: dict[str, list[tuple[str, str]]] = defaultdict(list)
    asked = f"SELECT document_id, actor_id, acts_for_id FROM {sql.table(DocumentParty)} WHERE document_id IN {{keys}}"
    for key, actor, acts_for in sql.select(asked, keys):
        parties[key].append((actor, acts_for))
    spheres: dict[str, list[str]] = defaultdict(list)
    for key, code in sql.select(f"SELECT document_id, code FROM {sql.table(DocumentSphere)} WHERE document_id IN {{keys}}", keys):
        spheres[key].append(code)
    shown = f"SELECT key, status, signed_first FROM {sql.table(Document)} WHERE state <> '{State.REJECTED}'"
    for key, status, signed in sql.select(f"{shown} AND key IN {{keys}}", keys):
        year = signed.year if signed and status not in NOT_YET else 0
        for partner in {one for two in parties[key] for one in two}:
            for other in {acts_for for actor, acts_for in parties[key] if partner not in (actor, acts_for)}:
                yield partner, PartnerTotal.OTHER, other, 0
            for code in spheres[key]:
                yield partner, PartnerTotal.SPHERE, code, year
