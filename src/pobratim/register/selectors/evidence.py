"""The claims behind a record a slice at a time: an actor may have hundreds of thousands."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import msgspec
from django.db.models import F

from pobratim.register import sql
from pobratim.register.derive.draft import canonical, resolved
from pobratim.register.field import refs_in
from pobratim.register.models import Claim, Mention, Node, PageVersion, Record
from pobratim.resolve.records.content import ACTOR

from .paging import Place, slice_of
from .record import Evidence, claims_of_record, evidence_from, record_of

#: So many nodes are asked for in one query.
_NODES = 400
_BY_PAGE = F("mention__version__published").asc(nulls_last=True), "mention__version__address_hash", "id"


def evidence_slice(
    key: str, field: str | None, limit: int, place: Sequence[Any] | None = None
) -> tuple[list[Evidence], Place | None]:
    """Claims behind a record, and where the next slice begins: those of the earliest page first, of an actor in the order
    in which the pages came in.

    In the values references point to records; one whose record is no more is None. Few queries, however many claims there
    are.

    Raises:
        NoSuchRecord: there is no such record.
    """
    record = record_of(key).key
    if record[0] == ACTOR:
        claims, after = _claims_of_actor(record, field, limit, place)
    else:
        found = claims_of_record(record).select_related("mention__version")
        ordered = (found.filter(field=field) if field else found).order_by(*_BY_PAGE)
        claims, after = slice_of(ordered.defer("mention__version__text", "mention__version__facts"), limit, place)
    values = [msgspec.json.decode(claim.value) for claim in claims]
    records = dict(Node.objects.filter(key__in=refs_in(values)).values_list("key", "record"))
    versions = {claim.mention.version_id for claim in claims}
    texts = dict(PageVersion.objects.filter(pk__in=versions).values_list("pk", "text"))
    rows = [
        evidence_from(claim, resolved(value, records), texts[claim.mention.version_id])
        for claim, value in zip(claims, values, strict=True)
    ]
    return rows, after


#: Of an actor pages claim this field alone.
_TOLD_OF_ACTORS = "name"


def _claims_of_actor(key: str, field: str | None, limit: int, place: Sequence[Any] | None) -> tuple[list[Claim], Place | None]:
    """The claims of so many mentions after a place: each of an actor's nodes is asked for its next ones, and no more."""
    if field not in (None, _TOLD_OF_ACTORS):
        return [], None
    version, mention = place or (0, 0)
    asked = (
        f"SELECT version_id, id FROM {sql.table(Mention)} WHERE node_id = %s AND version_id >= %s "
        "AND (version_id > %s OR id > %s) ORDER BY version_id, id LIMIT %s"
    )
    nodes = Node.objects.filter(record=key).values_list("key", flat=True)
    marks = (version, version, mention, limit + 1)
    found = sorted(row for some in sql.chunks(nodes, _NODES) for row in sql.select_each(asked, some, marks))[: limit + 1]
    claims = Claim.objects.filter(mention__in=[number for _, number in found[:limit]]).select_related("mention__version")
    read = claims.defer("mention__version__text", "mention__version__facts").order_by("mention", "pk")
    return list(read), list(found[limit - 1]) if len(found) > limit else None


#: So many claims of an actor are looked at for the proof of a value; of other records all.
LOOKED = 400


def proofs_of(record: Record, field: str, value: Any, limit: int) -> list[Evidence]:
    """The claims that give a value, those of the earliest page first, so many at most; five queries, texts of these alone.

    Pages claim an actor's name alone: what it is and where it lies is proved by the pages that name it. Of an actor
    that thousands of pages name any of them will do.
    """
    claims = claims_of_record(record.key)
    if record.key[0] == ACTOR:
        named = claims.filter(field="name")
        claims = (named.filter(value=canonical(value)) if field == "name" else named)[:LOOKED]
        days = claims.values_list("mention__published", "pk")
        found = [number for _, number in sorted(days, key=lambda row: (row[0] is None, str(row[0]), row[1]))]
    else:
        rows = list(claims.filter(field=field).values_list("mention__published", "mention__version", "pk", "value"))
        values = {text: msgspec.json.decode(text) for *_, text in rows}
        records = dict(Node.objects.filter(key__in=refs_in([*values.values()])).values_list("key", "record"))
        same = {text for text, one in values.items() if canonical(resolved(one, records)) == canonical(value)}
        found = _earliest([(day, version, number) for day, version, number, text in rows if text in same], limit)
    read = Claim.objects.select_related("mention__version").defer("mention__version__facts").in_bulk(found[:limit])
    claimed = [read[number] for number in found[:limit] if number in read]
    return [evidence_from(one, value, one.mention.version.text) for one in claimed]


def _earliest(claims: list[tuple[datetime.date | None, int, int]], limit: int) -> list[int]:
    """Of claims, `(day, version, number)`, the numbers of those of the earliest pages, in the order of `_BY_PAGE`. Pages' rows
    are wide: none is read but of those that may be among them.
    """
    claims.sort(key=lambda one: one[0] or datetime.date.max)
    last = claims[limit - 1][0] if len(claims) > limit else None
    near = [one for one in claims if last is None or (one[0] is not None and one[0] <= last)]
    versions = {version for _, version, _ in near}
    hashes = dict(PageVersion.objects.filter(pk__in=versions).values_list("pk", "address_hash"))
    near.sort(key=lambda one: (one[0] or datetime.date.max, hashes[one[1]], one[2]))
    return [number for *_, number in near[:limit]]
