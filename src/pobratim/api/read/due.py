"""What is due, section by section: the agenda that the page, the calendar and the mails show."""

from __future__ import annotations

import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Path, Query, Router

from pobratim.api.asked import Asked, Day, day_of, next_address, place_in
from pobratim.api.schemas.answer import Answer
from pobratim.api.schemas.common import Next, Ref
from pobratim.register.selectors.agenda import NAMED, SECTIONS, Entry, entries, named_by, reasons
from pobratim.register.selectors.agenda_day import days_told
from pobratim.register.selectors.label import labels

router = Router(tags=["due"], by_alias=True)
LONGEST, SOON_DAYS = 3650, 180
Days = Annotated[
    int, Field(ge=0, le=LONGEST, description="How far to look ahead (back for what lapsed); half a year unless named")
]
SectionName = Annotated[
    str, Path(pattern=f"^({'|'.join(NAMED)})$", description="; ".join(f"`{one.name}`: {one.reason}" for one in SECTIONS))
]


class DueAsked(Asked):
    """On which day, looking how far."""

    on: Day = None
    days: Days = SOON_DAYS


class Section(Answer):
    """A section of what is due: its name in addresses, its heading, why its entries stand in it, and how many there are."""

    name: str = Field(examples=["expiring"])
    heading: str
    reason: str
    number: int


class Told(Answer):
    """The value that gives the reason, and the field of the record that has it."""

    field: str = Field(examples=["term"])
    value: Any


class Due(Answer):
    """A record, the day in question (null: no day is told), a second record where it takes two, and where the reason is told
    (null: no page tells it).
    """

    record: Ref
    day: datetime.date | None
    when: str | None = Field(description="The day as exactly as it is told: 2019, 2019-06, 2019-06-01")
    other: Ref | None
    told: Told | None


class DueList(Answer):
    """A section of what is due, the most pressing first; `number` of all entries."""

    number: int
    items: list[Due]
    next: Next


@router.get("/due", response=list[Section], summary="What is due")
def sections(request: HttpRequest, on: Day = None, days: Days = SOON_DAYS) -> list[Section]:
    """The sections of what is due, seen from a day."""
    day = day_of(on)
    return [
        Section(name=one.name, heading=one.heading, reason=one.reason, number=len(entries(one, day, days))) for one in SECTIONS
    ]


@router.get("/due/{section}", response=DueList, summary="A section of what is due")
def section(request: HttpRequest, section: SectionName, asked: Query[DueAsked]) -> DueList:
    """The entries of a section, seen from a day. What comes in between two slices may move them."""
    found = entries(NAMED[section], day_of(asked.on), asked.days)
    begin = _begin(asked, section)
    shown = found[begin : begin + asked.limit]
    after = [begin + asked.limit] if len(found) > begin + asked.limit else None
    return DueList(number=len(found), items=_items(shown), next=next_address(request, f"due-{section}", after))


def _begin(asked: DueAsked, name: str) -> int:
    place = place_in(asked, f"due-{name}")
    return int(place[0]) if place else 0


def _items(shown: list[Entry]) -> list[Due]:
    names, known, days = labels(named_by(shown)), reasons(shown), days_told(shown)

    def ref(key: str) -> Ref:
        return Ref(key=key, name=names.get(key, ""))

    return [
        Due(
            record=ref(one.record),
            day=one.day,
            when=days.get(one),
            other=ref(one.other) if one.other else None,
            told=Told(field=NAMED[one.section].field, value=known[one].value) if one in known else None,
        )
        for one in shown
    ]
