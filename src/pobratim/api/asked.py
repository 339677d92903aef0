"""What a request asks for: keys, texts, days, and which slice of a list."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, NamedTuple, TypeVar

import msgspec
from django.core.signing import BadSignature, Signer
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Schema

from pobratim.register.errors import NoSuchRecord
from pobratim.register.selectors.agenda import FIRST, LAST
from pobratim.register.selectors.paging import Place, slice_of
from pobratim.register.selectors.record import record_of

from .problem import wrong_parameter

M = TypeVar("M", bound=Model)
T = TypeVar("T")
LIMIT, MOST = 50, 200
NAME_CHARS = 200

Key = Annotated[str, Field(pattern="^[apdesm][0-9a-f]{20}$", description="Key of a record")]
ActorKey = Annotated[str, Field(pattern="^a[0-9a-f]{20}$", description="Key of a partner: a place or body")]
PersonKey = Annotated[str, Field(pattern="^p[0-9a-f]{20}$", description="Key of a person")]
DocumentKey = Annotated[str, Field(pattern="^d[0-9a-f]{20}$", description="Key of a document")]
EventKey = Annotated[str, Field(pattern="^e[0-9a-f]{20}$", description="Key of an event")]
StatementKey = Annotated[str, Field(pattern="^s[0-9a-f]{20}$", description="Key of a statement")]
MeasureKey = Annotated[str, Field(pattern="^m[0-9a-f]{20}$", description="Key of a measure")]
Number = Annotated[int, Field(ge=1, le=2**53 - 1)]
Text = Annotated[str, Field(min_length=1, max_length=NAME_CHARS, pattern=r"^[^\x00]*$")]
Code = Annotated[str, Field(pattern="^[a-z][a-z0-9_-]{0,39}$")]
FieldName = Annotated[str, Field(pattern="^[a-z]{1,12}$", description="Name of a field, as `GET /fields` lists them")]
Day = Annotated[
    str | None,
    Query(
        pattern=r"^\d{4}-\d\d-\d\d$",
        description="The day whose state is told; today unless named",
        examples=["2026-01-31"],
    ),
]
Year = Annotated[int, Field(ge=1000, le=9999)]


class Asked(Schema):
    """Which slice of a list."""

    limit: Annotated[int, Field(ge=1, le=MOST, description="How many at most")] = LIMIT
    cursor: Annotated[str | None, Field(max_length=4000, description="Where the slice begins: from `next` of the one before")] = (
        None
    )


class Part(NamedTuple):
    """A slice of a list as it is shown, and the address of the next one."""

    rows: list[Any]
    next: str | None


def part(request: HttpRequest, asked: Asked, name: str, found: QuerySet[M]) -> Part:
    """The rows that were asked for.

    Args:
        request: its address is that of the next slice, but for the cursor.
        asked: how many, and from where.
        name: of the list; a cursor of another one is refused.
        found: the whole list.
    """
    rows, place = slice_of(found, asked.limit, place_in(asked, name))
    return Part(rows, next_address(request, name, place))


def place_in(asked: Asked, name: str) -> Place | None:
    """The place that a cursor stands for; None for the beginning.

    Raises:
        Problem: it is no cursor of this list.
    """
    if asked.cursor is None:
        return None
    try:
        return list(_signer(name).unsign_object(asked.cursor))
    except (BadSignature, ValueError):
        raise wrong_parameter("cursor", "not a cursor of this list") from None


def next_address(request: HttpRequest, name: str, place: Sequence[Any] | None) -> str | None:
    """The address of the slice that begins at a place."""
    if place is None:
        return None
    query = request.GET.copy()
    query["cursor"] = _signer(name).sign_object(msgspec.to_builtins(place))
    return f"{request.path}?{query.urlencode()}"


def _signer(name: str) -> Signer:
    return Signer(salt=f"pobratim.api.cursor.{name}")


def day_of(on: str | None) -> datetime.date:
    """The day that `on` names, else today.

    Raises:
        Problem: the calendar does not have it, or it is none of our times.
    """
    if on is None:
        return timezone.localdate()
    try:
        day = datetime.date.fromisoformat(on)
    except ValueError:
        raise wrong_parameter("on", f"no such day: {on}") from None
    if not FIRST <= day <= LAST:
        raise wrong_parameter("on", f"not between {FIRST} and {LAST}: {on}")
    return day


def one_of(kind: type[T], key: str) -> T:
    """The record of that key, or of a node that became part of it.

    Raises:
        NoSuchRecord: there is none, or it is of another kind.
    """
    found = record_of(key)
    if not isinstance(found, kind):
        raise NoSuchRecord("no record has this key", address=key)
    return found


def known(parameter: str, keys: Iterable[str | None]) -> list[str]:
    """The keys of the records that a filter names, as they are now.

    Raises:
        Problem: there is no such record.
    """
    found = []
    for key in keys:
        if key is not None:
            try:
                found.append(record_of(key).key)
            except NoSuchRecord:
                raise wrong_parameter(parameter, f"no record has this key: {key}") from None
    return found


def known_one(parameter: str, key: str | None) -> str:
    """The same for one key; empty for none."""
    return next(iter(known(parameter, [key])), "")
