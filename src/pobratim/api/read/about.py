"""About the register itself: its figures, the fields of its records, where to begin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Field, Router

from pobratim import __version__
from pobratim.api.contract import field_schemas
from pobratim.api.schemas.answer import Answer
from pobratim.register.selectors.figures import figures

router = Router(tags=["register"], by_alias=True)


class Index(Answer):
    """Where to begin."""

    version: str = Field(description="Of Pobratim")
    openapi: str
    docs: str
    search: str
    documents: str
    events: str
    people: str
    partners: str
    statements: str
    measures: str
    pages: str


class Figures(Answer):
    """Numbers of records that are not rejected, of current pages and of sites."""

    documents: int
    events: int
    people: int
    actors: int
    statements: int
    pages: int
    sources: int


class FieldOf(Answer):
    """A field: whether it holds several values, and the JSON Schema of one."""

    many: bool
    value: dict[str, Any]


@router.get("/", response=Index, summary="Where to begin")
def index(request: HttpRequest) -> Index:
    """The addresses of the lists and of this description."""
    root = request.path.rstrip("/")
    lists = ("search", "documents", "events", "people", "partners", "statements", "measures", "pages")
    return Index(
        version=__version__, openapi=f"{root}/openapi.json", docs=f"{root}/docs", **{one: f"{root}/{one}" for one in lists}
    )


@router.get("/figures", response=Figures, summary="Figures")
def figures_now(request: HttpRequest) -> Figures:
    """How much the register holds."""
    return Figures(**figures()._asdict())


@router.get("/fields", response=dict[str, dict[str, FieldOf]], summary="Fields of records")
def fields(request: HttpRequest) -> dict[str, dict[str, FieldOf]]:
    """Kind of record → field → what its values are: what evidence shows, and what writing takes."""
    return {
        kind: {name: FieldOf(many=many, value=value) for name, (many, value) in of.items()}
        for kind, of in field_schemas().items()
    }
