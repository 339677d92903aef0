"""What records rest on: evidence, parts, decisions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Query, Router

from pobratim.api import asked as keys
from pobratim.api.asked import Asked, FieldName, Key, next_address, one_of, part, place_in
from pobratim.api.schemas import proof
from pobratim.register import models
from pobratim.register.selectors.evidence import evidence_slice
from pobratim.register.selectors.record import decisions_of, parts_of

router = Router(tags=["proof"], by_alias=True)
MENTIONS_SHOWN = 20


class EvidenceAsked(Asked):
    """Which claims."""

    field: Annotated[FieldName | None, Field(examples=["signed"])] = None


def _evidence(kind: type[models.Record], many: str, key_type: Any) -> Callable[..., proof.EvidenceList]:
    def evidence(request: HttpRequest, key: str, asked: Query[EvidenceAsked]) -> proof.EvidenceList:
        record = one_of(kind, key)
        rows, place = evidence_slice(record.key, asked.field, asked.limit, place_in(asked, "evidence"))
        return proof.EvidenceList(items=[proof.evidence(row) for row in rows], next=next_address(request, "evidence", place))

    evidence.__annotations__["key"] = key_type
    evidence.__name__ = f"{many}_evidence"
    return evidence


for _kind, _many, _key in (
    (models.Document, "documents", keys.DocumentKey),
    (models.Event, "events", keys.EventKey),
    (models.Person, "people", keys.PersonKey),
    (models.Actor, "partners", keys.ActorKey),
    (models.Statement, "statements", keys.StatementKey),
    (models.Measure, "measures", keys.MeasureKey),
):
    router.get(
        f"/{_many}/{{key}}/evidence",
        response=proof.EvidenceList,
        summary="Evidence",
        description="Every claim behind the record, or behind one field: the value, the page, the words that say so.",
        tags=[_many],
    )(_evidence(_kind, _many, _key))


@router.get("/records/{key}/decisions", response=proof.DecisionList, summary="Decisions about a record")
def record_decisions(request: HttpRequest, key: Key, asked: Query[Asked]) -> proof.DecisionList:
    """What people decided about a record of any kind, the latest first; also what was undone."""
    rows, next_ = part(request, asked, "decisions", decisions_of(key))
    return proof.DecisionList(items=[proof.decision(row) for row in rows], next=next_)


@router.get("/records/{key}/parts", response=list[proof.Part], summary="Parts of a record")
def record_parts(request: HttpRequest, key: Key) -> list[proof.Part]:
    """The nodes that a record of any kind is made of, and why they are one."""
    return [proof.part(one) for one in parts_of(key, mentions=MENTIONS_SHOWN)]
