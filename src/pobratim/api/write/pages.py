"""Pages: what one says, by the contract of facts. It has its address, and so its router, in common with their list."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from ninja import Status

from pobratim.api.access import Token, author
from pobratim.api.read.pages import router
from pobratim.api.schemas.answer import Answer
from pobratim.register.services import Stored, facts_add

_EXAMPLE = {
    "schema": "pobratim.facts/1",
    "page": {"url": "https://pskov.example/news/1", "title": "Новые побратимы", "text": "Псков и Орша стали побратимами."},
    "places": [
        {"id": "p1", "name": "Псков", "kind": "city", "country": "RU", "evidence": [{"start": 0, "end": 5, "quote": "Псков"}]},
        {"id": "p2", "name": "Орша", "kind": "city", "country": "BY", "evidence": [{"start": 8, "end": 12, "quote": "Орша"}]},
    ],
    "documents": [
        {
            "id": "d1",
            "kind": "agreement",
            "parties": ["p1", "p2"],
            "signed": {"value": "2024-04-24", "precision": "day", "basis": "explicit"},
            "evidence": {"kind": [{"start": 13, "end": 30, "quote": "стали побратимами"}]},
        }
    ],
}
_FACTS = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Facts"}, "example": _EXAMPLE}},
    }
}


class Added(Answer):
    """What became of a page: `new`, `changed` (a new reading took the old one's place) or `same`; its number."""

    stored: Stored
    page: int


@router.post(
    "/pages",
    response={200: Added, 201: Added},
    summary="Add a page's facts",
    auth=Token(),
    tags=["writing"],
    openapi_extra=_FACTS,
)
def add_page(request: HttpRequest, response: HttpResponse) -> Status[Added]:
    """One page by the contract `pobratim.facts/1`, as `pobratim read --json` writes it, with its text and the evidence in it.

    The same page twice changes nothing; a changed one gets a new reading, and people's decisions stay. An editor may.
    """
    added = facts_add(line=request.body, author=author(request))
    response["Location"] = f"{request.path}/{added.page}"
    status = HTTPStatus.OK if added.stored is Stored.SAME else HTTPStatus.CREATED
    return Status(status, Added(stored=added.stored, page=added.page))
