"""People and their posts."""

from __future__ import annotations

import datetime
from typing import Any

from pobratim.register import models
from pobratim.register.selectors.as_of import posts_by

from .answer import Answer
from .common import Common, Details, Next, Ref, common, details, ref


class Post(Answer):
    """What a person is or was, and the days on which pages told so."""

    title: str
    of: Ref | None
    acting: bool
    first_told: datetime.date | None
    last_told: datetime.date | None
    pages: int


class Person(Common):
    """A person, by the fullest name that pages give."""

    name: str
    surname: str | None
    given: str | None
    patronymic: str | None
    posts: list[Post]


class PersonList(Answer):
    """People by surname."""

    items: list[Person]
    next: Next


class WholePerson(Person, Details):
    """A person with all that anybody says of them."""


def person(row: models.Person, on: datetime.date | None = None) -> Person:
    """A person of a list; with the posts told by a day, if one is asked for."""
    return Person(**_values(row, on))


def whole_person(row: models.Person) -> WholePerson:
    """A person by themselves."""
    return WholePerson(**_values(row), **details(row))


def post(row: models.Appointment) -> Post:
    """A post."""
    return Post(
        title=row.title,
        of=ref(row.of),
        acting=row.acting,
        first_told=row.first_told,
        last_told=row.last_told,
        pages=row.pages,
    )


def _values(row: models.Person, on: datetime.date | None = None) -> dict[str, Any]:
    return {
        **common(row),
        "name": row.name,
        "surname": row.surname or None,
        "given": row.given or None,
        "patronymic": row.patronymic or None,
        "posts": [post(one) for one in (posts_by(row, on) if on else row.appointments.all())],
    }
