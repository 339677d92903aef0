"""Partners: the list with its filters, one by its key, two of them side by side."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from django.http import HttpRequest
from ninja import Field, Query, Router

from pobratim.api.asked import ActorKey, Asked, Code, Day, Text, day_of, part
from pobratim.api.schemas.partner import Level, Pair, PartnerList, WholePartner, pair, partner, whole_partner
from pobratim.register.selectors import listing
from pobratim.register.selectors import partner as told
from pobratim.register.selectors.as_of import numbers_on
from pobratim.register.selectors.whole import whole_actors

router = Router(tags=["partners"], by_alias=True)


class PartnersAsked(Asked):
    """Which partners."""

    name: Annotated[Text | None, Field(description="A part of the name", examples=["чуйск"])] = None
    kind: Annotated[Code | None, Field(examples=["region"])] = None
    level: Level | None = None
    country: Annotated[str | None, Field(pattern="^[A-Z]{2}$", description="ISO 3166-1")] = None
    on: Day = None


@router.get("/partners", response=PartnerList, summary="Partners")
def partners(request: HttpRequest, asked: Query[PartnersAsked]) -> PartnerList:
    """Places and bodies that are a party to a document or event, the busiest first.

    With `on` those that were one by that day, with the numbers of then.
    """
    day = day_of(asked.on) if asked.on else None
    found = listing.partners(
        name=asked.name or "", kind=asked.kind or "", level=asked.level or "", country=asked.country or "", on=day
    )
    rows, next_ = part(request, asked, "partners", whole_actors(found))
    numbers = numbers_on([row.key for row in rows], day) if day else {}
    return PartnerList(items=[partner(row, numbers.get(row.key)) for row in rows], next=next_)


@router.get("/partners/{key}", response=WholePartner, summary="A partner")
def partner_by_key(request: HttpRequest, key: ActorKey, on: Day = None) -> WholePartner:
    """A place or body, its cooperation on a day, and all that anybody says of it."""
    day = day_of(on)
    return whole_partner(told.partner(key, day), day)


@router.get("/pairs/{a}/{b}", response=Pair, summary="Two partners")
def pair_of(request: HttpRequest, a: ActorKey, b: ActorKey, on: Day = None) -> Pair:
    """Everything between two partners, in whatever order they are named."""
    day = day_of(on)
    found = told.pair(a, b, day)
    root = request.path.rsplit("/pairs/", 1)[0]
    query = urlencode({"party": [found.a.key, found.b.key]}, doseq=True)
    return pair(found, day, f"{root}/events?{query}")
