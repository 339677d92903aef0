"""People: the list with its filters, one by their key."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Query, Router

from pobratim.api.asked import ActorKey, Asked, Day, PersonKey, Text, day_of, known_one, one_of, part
from pobratim.api.schemas.person import PersonList, WholePerson, person, whole_person
from pobratim.register import models
from pobratim.register.selectors import listing
from pobratim.register.selectors.whole import whole_people

router = Router(tags=["people"], by_alias=True)


class PeopleAsked(Asked):
    """Which people."""

    name: Annotated[Text | None, Field(description="Beginning of the surname", examples=["Дрозд"])] = None
    post_of: Annotated[ActorKey | None, Field(description="The place or body in which they hold or held a post")] = None
    on: Day = None


@router.get("/people", response=PersonList, summary="People")
def people(request: HttpRequest, asked: Query[PeopleAsked]) -> PersonList:
    """People by surname, with their posts; with `on` those of whom pages had told by that day, and the posts told by then."""
    day = day_of(asked.on) if asked.on else None
    found = listing.people(name=asked.name or "", post_of=known_one("post_of", asked.post_of), on=day)
    rows, next_ = part(request, asked, "people", whole_people(found.defer("fields", "decided")))
    return PersonList(items=[person(row, day) for row in rows], next=next_)


@router.get("/people/{key}", response=WholePerson, summary="A person")
def person_by_key(request: HttpRequest, key: PersonKey) -> WholePerson:
    """All that is known of a person, and all that anybody says of them."""
    row = one_of(models.Person, key)
    (row,) = whole_people(models.Person.objects.filter(key=row.key))
    return whole_person(row)
