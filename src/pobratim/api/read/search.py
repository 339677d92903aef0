"""Search: the records that a person's words find, in whatever form the words are."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal, NamedTuple

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Query, Router

from pobratim.api.asked import NAME_CHARS, ActorKey, Asked, Code, Day, Year, day_of, known_one, next_address, place_in
from pobratim.api.contract import KINDS
from pobratim.api.schemas.answer import Answer
from pobratim.api.schemas.common import Next
from pobratim.api.schemas.document import Document, documents
from pobratim.api.schemas.event import Event, event
from pobratim.api.schemas.partner import Actor, Level, actor
from pobratim.api.schemas.person import Person, person
from pobratim.api.schemas.statement import Statement, statement
from pobratim.register import models
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.selectors import whole
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.search import Sort, search

router = Router(tags=["search"], by_alias=True)
#: So far one may go on: by then other words find it sooner.
DEEPEST = 10_000
Kind = Literal["partner", "person", "document", "event", "statement"]
_KIND_OF: dict[str, Kind] = {letter: kind for kind, letter in KINDS.items()}  # type: ignore[misc]


class SearchAsked(Asked):
    """What is looked for."""

    q: Annotated[str, Field(max_length=NAME_CHARS, pattern=r"^[^\x00]*$", examples=["соглашения с Чуйской областью"])] = ""
    of: Annotated[Kind | None, Field(description="Kind of record; the first that has finds unless named")] = None
    kind: Annotated[list[Code], Field(max_length=20, description="Of documents, events, partners; any of them")] = []
    status: Annotated[list[Code], Field(max_length=10, description="Any of them")] = []
    sphere: Annotated[list[Code], Field(max_length=40, description="Any of them")] = []
    level: Level | None = None
    country: Annotated[str | None, Field(pattern="^[A-Z]{2}$", description="ISO 3166-1")] = None
    partner: Annotated[ActorKey | None, Field(description="A party; of people: where they hold a post")] = None
    year: Year | None = None
    lifecycle: Annotated[
        list[Lifecycle], Field(max_length=10, description="Of documents, their state on the day; any of them")
    ] = []
    on: Day = None
    sort: Sort = "relevance"


class Facet(Answer):
    """A value that would narrow the search, and to how many finds; `name` is a partner's."""

    value: str
    number: int
    name: str | None


class Exact(Answer):
    """A record of any kind that bears the very name asked for."""

    kind: Kind
    key: str
    label: str


class Found(Answer):
    """What was found; `relaxed`: no record has all the words, these have as many of them as any."""

    words: list[str]
    relaxed: bool
    of: Kind = Field(description="The kind of `items`")
    counts: dict[Kind, int]
    items: list[Document] | list[Event] | list[Person] | list[Actor] | list[Statement]
    exact: list[Exact]
    facets: dict[str, list[Facet]]
    facets_partly: list[str] = Field(description="Facets counted over the newest finds alone: so many at least")
    next: Next


class _Shown(NamedTuple):
    whole: Callable[[QuerySet[Any]], QuerySet[Any]]
    model: type[models.Record]
    schema: Callable[[Sequence[Any], datetime.date], list[Any]]


_SHOWN = {
    "d": _Shown(whole.whole_documents, models.Document, documents),
    "e": _Shown(whole.whole_events, models.Event, lambda rows, on: [event(row, on) for row in rows]),
    "p": _Shown(whole.whole_people, models.Person, lambda rows, _: [person(row) for row in rows]),
    "a": _Shown(whole.whole_actors, models.Actor, lambda rows, _: [actor(row) for row in rows]),
    "s": _Shown(whole.whole_statements, models.Statement, lambda rows, on: [statement(row, on) for row in rows]),
}


@router.get("/search", response=Found, summary="Search")
def find(request: HttpRequest, asked: Query[SearchAsked]) -> Found:
    """Searches by lemmas: «соглашения с Чуйской областью» finds «Чуйская область». No words: everything that the filters leave.

    Finds are counted off by their places: one that comes in meanwhile may move the others, and 10,000 are the end.
    """
    day = day_of(asked.on)
    found = search(
        asked.q,
        kind=KINDS[asked.of] if asked.of else None,
        kinds=asked.kind,
        statuses=asked.status,
        spheres=asked.sphere,
        level=asked.level or "",
        country=asked.country or "",
        partner=known_one("partner", asked.partner),
        year=asked.year,
        states=asked.lifecycle,
        on=day,
        sort=asked.sort,
    )
    (start,) = place_in(asked, "search") or [0]
    stop = start + asked.limit
    more = stop < min(len(found.hits), DEEPEST)
    exact = labels(one.key for one in found.exact)
    return Found(
        words=list(found.words),
        relaxed=found.relaxed,
        of=_KIND_OF[found.kind],
        counts={_KIND_OF[letter]: number for letter, number in found.counts.items()},
        items=_items(found.kind, found.hits.keys(start, min(stop, len(found.hits))), day),
        exact=[Exact(kind=_KIND_OF[one.key[0]], key=one.key, label=exact[one.key]) for one in found.exact],
        facets={
            name: [Facet(value=one.value, number=one.number, name=one.name or None) for one in values]
            for name, values in found.facets.items()
        },
        facets_partly=sorted(found.facets_partly),
        next=next_address(request, "search", [stop] if more else None),
    )


def _items(kind: str, keys: Sequence[str], on: datetime.date) -> list[Any]:
    """The records in the order of their keys, as their own lists show them on the day."""
    shown = _SHOWN[kind]
    rows = shown.whole(shown.model._default_manager.filter(key__in=keys).defer("fields"))
    found = {row.pk: row for row in rows}
    return shown.schema([found[key] for key in keys if key in found], on)
