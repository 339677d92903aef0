"""The claims behind a record a slice at a time: an actor may have hundreds of thousands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from django.db.models import F

from pobratim.register.derive.draft import resolved
from pobratim.register.field import refs_in
from pobratim.register.models import Node, PageVersion

from .paging import Place, slice_of
from .record import Evidence, claims_of_record, evidence_from, record_of


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
    ordered = claims.order_by(F("mention__version__published").asc(nulls_last=True), "mention__version__address_hash", "id")
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
