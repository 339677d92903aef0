"""Fields of a record: several at once; one value accepted, rejected, set."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from pobratim.api.access import author
from pobratim.api.asked import FieldName, Key
from pobratim.api.schemas.asked import EditAsked, ValueAsked
from pobratim.api.schemas.proof import Decided, Edited, decision
from pobratim.register import services
from pobratim.register.selectors.record import record_of

from .if_match import unless_changed
from .records import decided

router = Router(tags=["writing"], by_alias=True)


@router.patch("/records/{key}", response=Edited, summary="Edit a record")
def edit_record(request: HttpRequest, key: Key, asked: EditAsked) -> Edited:
    """Several fields at once. With `seen` it is refused (409) if somebody decided on the record meanwhile. An editor may."""
    with unless_changed(request, key):
        made = services.record_edit(key=key, changes=asked.fields, author=author(request), reason=asked.reason, seen=asked.seen)
    return Edited(decisions=[decision(one) for one in made], record=record_of(key).key)


@router.put("/records/{key}/fields/{field}", response=Decided, summary="Set a field")
def edit(request: HttpRequest, key: Key, field: FieldName, asked: ValueAsked) -> Decided:
    """The field is as you say, for a field of several values the whole list; what pages claim stays beside it. An editor may."""
    with unless_changed(request, key):
        made = services.field_edit(key=key, field=field, value=asked.value, author=author(request), reason=asked.reason)
    return decided(made)


@router.post("/records/{key}/fields/{field}/accept", response=Decided, summary="Accept a value")
def accept_value(request: HttpRequest, key: Key, field: FieldName, asked: ValueAsked) -> Decided:
    """Of what pages claim, this is right; the value as the record's `fields` has it. An editor may."""
    with unless_changed(request, key):
        made = services.field_accept(key=key, field=field, value=asked.value, author=author(request), reason=asked.reason)
    return decided(made)


@router.post("/records/{key}/fields/{field}/reject", response=Decided, summary="Reject a value")
def reject_value(request: HttpRequest, key: Key, field: FieldName, asked: ValueAsked) -> Decided:
    """What pages claim here is wrong; the value as the record's `fields` has it. An editor may."""
    with unless_changed(request, key):
        made = services.field_reject(key=key, field=field, value=asked.value, author=author(request), reason=asked.reason)
    return decided(made)
