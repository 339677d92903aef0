"""Plans that outlive the document they rest on, kept beside documents: it follows from both, whichever came in first."""

from __future__ import annotations

from collections.abc import Iterable

from pobratim.register import sql
from pobratim.register.models import Document, DocumentRelation, Outliving, State
from pobratim.register.successors import NOT_YET
from pobratim.resolve.records.content import DOCUMENT

from .change import replace

_KINDS = ("implements", "within")
_OVER = ("terminated", *NOT_YET)


def tell_outliving(keys: Iterable[str]) -> None:
    """Brings up to date which plans outlive what they rest on, where any of these records is one or the other."""
    for some in sql.chunks(key for key in keys if key[0] == DOCUMENT):
        relation = sql.table(DocumentRelation)
        rows = sql.select(f"SELECT document_id FROM {relation} WHERE kind IN {_KINDS} AND to_id IN {{keys}}", some)
        tell_outliving_of({*some, *(row[0] for row in rows)})


def tell_outliving_of(plans: Iterable[str]) -> None:
    """The same for plans alone."""
    for some in sql.chunks(plans):
        alive = " AND ".join(f"{one}.state <> '{State.REJECTED.value}' AND {one}.status NOT IN {_OVER}" for one in ("d", "t"))
        found = sql.select(
            f"SELECT DISTINCT r.document_id, r.to_id, d.ends_last, t.ends_last FROM {sql.table(DocumentRelation)} r "
            f"JOIN {sql.table(Document)} d ON d.key = r.document_id JOIN {sql.table(Document)} t ON t.key = r.to_id "
            f"WHERE r.kind IN {_KINDS} AND d.ends_last > t.ends_last AND {alive} AND r.document_id IN {{keys}} ORDER BY r.to_id",
            some,
        )
        rows = [(plan, to, *(sql.put_day(sql.day(one)) for one in days)) for plan, to, *days in found]
        replace(Outliving, "document_id", some, rows)
