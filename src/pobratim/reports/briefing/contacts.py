"""Part 4: contacts over three years, as a picture and as a list; what is planned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext

from pobratim.register.models import Event
from pobratim.register.selectors.days import Happened
from pobratim.reports import drawing
from pobratim.reports.paper import Block, Bullets, Gap, Heading, Line, Paragraph

from .matter import Matter
from .phrases import INTENDED, counted, day_of, event_of, listed, pictured

_FIELDS = ("kind", "date", "place", "person")
_SHORT_ROWS = 4


def contacts(matter: Matter) -> list[Block]:
    """How many, when, and each of them."""
    blocks: list[Block] = []
    if matter.events:
        blocks += [Paragraph((_number(matter),)), *_picture(matter), _list(matter, matter.events, _FIELDS)]
    else:
        blocks.append(_no_contact(matter))
    if matter.coming:
        blocks.append(Heading(gettext("Planned"), 2))
        blocks.append(_list(matter, matter.coming, _FIELDS))
    return blocks


def contacts_short(matter: Matter) -> list[Block]:
    """The last of them."""
    if not matter.events:
        return [_no_contact(matter)]
    return [_list(matter, matter.events[:_SHORT_ROWS], ("kind", "date"))]


def _number(matter: Matter) -> Line:
    """How many contacts there were, and how many of them are listed."""
    number, shown = len(matter.held.keys), len(matter.events)
    told = gettext("Contacts since {day}: {number}.")
    if matter.held.more:
        told = gettext("Contacts since {day}: more than {number}; the latest {shown} are listed.")
    elif number > shown:
        told = gettext("Contacts since {day}: {number}; the latest {shown} are listed.")
    return counted(told.format(day=day_of(matter.since), number=number, shown=shown))


def _no_contact(matter: Matter) -> Block:
    two = gettext("The register knows of no contact of the two sides since {day}.")
    return Gap(matter.said(two, gettext("The register knows of no contact since {day}.")).format(day=day_of(matter.since)))


def _list(matter: Matter, events: Sequence[Event], fields: Iterable[str]) -> Block:
    """A line a contact; what happened on one day at one place with the same people is one."""
    groups: dict[tuple[object, ...], list[Event]] = {}
    for one in events:
        groups.setdefault(_occasion(one), []).append(one)
    kinds = {one.key: list(dict.fromkeys(other.kind for other in some)) for some in groups.values() for one in some}
    together = [one for some in groups.values() for one in some]
    return Bullets(listed(matter, together, fields, lambda one: event_of(matter, one, kinds=kinds[one.key])))


def _occasion(event: Event) -> tuple[object, ...]:
    """What two events share that were one occasion; one without a day or people stands for itself."""
    people = tuple(sorted((row.person_id, row.role) for row in event.participations.all()))
    if not event.date or not people:
        return (event.key,)
    return event.date, event.place_id, tuple(sorted({row.acts_for_id for row in event.party_rows.all()})), people


def _picture(matter: Matter) -> list[Block]:
    held = [Happened(one.date_first, one.key, one.kind) for one in matter.events if one.date_first]
    signed = [
        Happened(one.signed_first, one.key, one.kind, one.title)
        for one in matter.documents
        if one.signed_first and matter.since <= one.signed_first <= matter.on and matter.life[one.key] not in INTENDED
    ]
    title = gettext("Contacts over three years")
    return pictured(drawing.timeline(signed, held, matter.since, matter.on, title=title), title)
