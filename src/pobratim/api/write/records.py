"""Records: enter, accept, reject, merge, split; and taking a decision back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router

from pobratim.api.access import author
from pobratim.api.asked import Key, Number
from pobratim.api.contract import KINDS
from pobratim.api.schemas.answer import Answer
from pobratim.api.schemas.asked import MergeAsked, RecordAsked, SplitAsked, Why
from pobratim.api.schemas.proof import Decided, decision
from pobratim.register import services
from pobratim.register.models import PersonDecision
from pobratim.register.selectors.history import records_decided

from .if_match import MANY, unless_changed

router = Router(tags=["writing"], by_alias=True)


class Entered(Answer):
    """The key of the record; that of one which was there already, where it is the same thing."""

    key: str


def decided(made: PersonDecision) -> Decided:
    """What came of a decision."""
    return Decided(decision=decision(made), records=records_decided([made.pk])[made.pk])


@router.post("/records", response={201: Entered}, summary="Enter a record")
def enter(request: HttpRequest, response: HttpResponse, asked: RecordAsked) -> Entered:
    """Enters a record by hand; news of the same thing, earlier or later, join it. An editor may."""
    letter = KINDS[asked.kind]
    key = services.record_enter(kind=letter, fields=asked.fields, author=author(request), reason=asked.reason)
    response["Location"] = f"{request.path.removesuffix('/records')}/{MANY[letter]}/{key}"
    return Entered(key=key)


@router.post("/records/merge", response=Decided, summary="Merge records")
def merge(request: HttpRequest, asked: MergeAsked) -> Decided:
    """Several records of one kind are one thing. A manager may."""
    return decided(services.records_merge(keys=asked.keys, author=author(request), reason=asked.reason))


@router.post("/records/{key}/accept", response=Decided, summary="Accept a record")
def accept(request: HttpRequest, key: Key, asked: Why) -> Decided:
    """You have looked at it and found it right; it stays, even if no page tells of it any more. An editor may."""
    with unless_changed(request, key):
        made = services.record_accept(key=key, author=author(request), reason=asked.reason)
    return decided(made)


@router.post("/records/{key}/reject", response=Decided, summary="Reject a record")
def reject(request: HttpRequest, key: Key, asked: Why) -> Decided:
    """There is no such thing: it is kept, and left out of lists. An editor may."""
    with unless_changed(request, key):
        made = services.record_reject(key=key, author=author(request), reason=asked.reason)
    return decided(made)


@router.post("/records/{key}/split", response=Decided, summary="Split a record")
def split(request: HttpRequest, key: Key, asked: SplitAsked) -> Decided:
    """Some of its nodes are another thing than the rest. A manager may."""
    with unless_changed(request, key):
        made = services.record_split(key=key, nodes=asked.nodes, author=author(request), reason=asked.reason)
    return decided(made)


@router.post("/decisions/{number}/undo", response=Decided, summary="Undo a decision")
def undo(request: HttpRequest, number: Number) -> Decided:
    """The register is as if it had not been made; that it was stays in the history. Whoever may decide so may undo it."""
    return decided(services.decision_undo(number=number, author=author(request)))
