"""Pages: the list with its filters, one by its number, its facts by the contract."""

from __future__ import annotations

from typing import Annotated

import msgspec
from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router

from pobratim.api.asked import NAME_CHARS, Asked, Key, Number, Text, known_one, part
from pobratim.api.body import JSON
from pobratim.api.schemas.page import PageList, WholePage, page, whole_page
from pobratim.register.ingest import stored_facts
from pobratim.register.selectors import listing
from pobratim.register.selectors.page import newer, page_of, records_of

router = Router(tags=["pages"], by_alias=True)
ADDRESS_CHARS = 10 * NAME_CHARS


class PagesAsked(Asked):
    """Which pages."""

    site: Annotated[Text | None, Field(description="Name of the site", examples=["lenobl.example"])] = None
    address: Annotated[str | None, Field(max_length=ADDRESS_CHARS, pattern=r"^[^\x00]*$", description="The whole address")] = None
    record: Annotated[Key | None, Field(description="A record that the page tells of")] = None


@router.get("/pages", response=PageList, summary="Pages")
def pages(request: HttpRequest, asked: Query[PagesAsked]) -> PageList:
    """The current reading of each page, the latest published first, without texts."""
    found = listing.pages(site=asked.site or "", address=asked.address or "", record=known_one("record", asked.record))
    rows, next_ = part(request, asked, "pages", found)
    return PageList(items=[page(row) for row in rows], next=next_)


@router.get("/pages/{number}", response=WholePage, summary="A page")
def page_by_number(request: HttpRequest, number: Number) -> WholePage:
    """A reading of a page with its text; also one that a newer reading has taken the place of."""
    row = page_of(number)
    return whole_page(row, newer(row), records_of(row))


@router.get("/pages/{number}/facts", summary="The facts of a page")
def page_facts(request: HttpRequest, number: Number) -> HttpResponse:
    """What the page says, by the contract `pobratim.facts/1`."""
    return HttpResponse(msgspec.json.encode(stored_facts(page_of(number))), content_type=JSON)
