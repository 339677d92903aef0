"""The claims behind a record a slice at a time: an actor may have hundreds of thousands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from django.db.models import F

from pobratim.register.derive.draft import canonical, resolved
from pobratim.register.field import refs_in
from pobratim.register.models import Claim, Node, PageVersion, Record
from pobratim.resolve.records.content import ACTOR

from .paging import Place, slice_of
from .record import Evidence, claims_of_record, evidence_from, record_of

_BY_PAGE = F("mention__version__published").asc(nulls_last=True), "mention__version__address_hash", "id"


def evidence_slice(
    key: str, field: str | None, limit: int, place: Sequence[Any] | None = None
) -> tuple[list[Evidence], Place | None]:
    """Claims behind a record, those of the earliest page first, and where the next slice begins.

    In the values references point to records; one whose record is no more is None. Three queries more than the record's own.

    Raises:
        NoSuchRecord: there is no such record.
    """
    claims = claims_of_record(record_of(key).key).select_related("mention__version")
    claims = claims.filter(field=field) if field else claims
    ordered = claims.order_by(*_BY_PAGE)
    found = slice_of(ordered.defer("mention__version__text", "mention__version__facts"), limit, place)
    values = [msgspec.json.decode(claim.value) for claim in found.rows]
    records = dict(Node.objects.filter(key__in=refs_in(values)).values_list("key", "record"))
    versions = {claim.mention.version_id for claim in found.rows}
    texts = dict(PageVersion.objects.filter(pk__in=versions).values_list("pk", "text"))
    rows = [
        evidence_from(claim, resolved(value, records), texts[claim.mention.version_id])
        for claim, value in zip(found.rows, values, strict=True)
    ]
    return rows, found.place


#: So many claims of an actor are looked at for the proof of a value; of other records all.
LOOKED = 400


def proofs_of(record: Record, field: str, value: Any, limit: int) -> list[Evidence]:
    """The claims that give a value, those of the earliest page first, so many at most; four queries, texts of these alone.

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
        rows = claims.filter(field=field).order_by(*_BY_PAGE).values_list("pk", "value")
        told = [(number, msgspec.json.decode(text)) for number, text in rows]
        records = dict(Node.objects.filter(key__in=refs_in([one for _, one in told])).values_list("key", "record"))
        found = [number for number, one in told if canonical(resolved(one, records)) == canonical(value)]
    read = Claim.objects.select_related("mention__version").defer("mention__version__facts").in_bulk(found[:limit])
    claimed = [read[number] for number in found[:limit] if number in read]
    return [evidence_from(one, value, one.mention.version.text) for one in claimed]
