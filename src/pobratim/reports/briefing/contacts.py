"""Part 4: contacts over three years, as a picture and as a list; what is planned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext

from pobratim.pictures.timeline import Point, timeline_picture
from pobratim.register.models import Event
from pobratim.reports.paper import Block, Bullets, Gap, Heading, Paragraph, Picture
from pobratim.reports.words import word
from pobratim.words import codes

from .matter import EVENTS, Matter
from .phrases import counted, day_of, event_of, listed, title_of

_FIELDS = ("kind", "date", "place", "person")
_SHORT_ROWS = 4


def contacts(matter: Matter) -> list[Block]:
    """How many, when, and each of them."""
    blocks: list[Block] = []
    if matter.events:
        told = gettext("Contacts since {day}: {number}.")
        if len(matter.events) == EVENTS:
            told = gettext("The latest contacts since {day}: {number}.")
        since = counted(told.format(day=day_of(matter.since), number=len(matter.events)))
        blocks += [Paragraph((since,)), *_picture(matter), _list(matter, matter.events, _FIELDS)]
    else:
        blocks.append(
            Gap(gettext("The register knows of no contact of the two sides since {day}.").format(day=day_of(matter.since)))
        )
    if matter.coming:
        blocks.append(Heading(gettext("Planned"), 2))
        blocks.append(_list(matter, matter.coming, _FIELDS))
    return blocks


def contacts_short(matter: Matter) -> list[Block]:
    """The last of them."""
    if not matter.events:
        return [Gap(gettext("The register knows of no contact of the two sides since {day}.").format(day=day_of(matter.since)))]
    return [_list(matter, matter.events[:_SHORT_ROWS], ("kind", "date"))]


def _list(matter: Matter, events: Sequence[Event], fields: Iterable[str]) -> Block:
    return Bullets(listed(matter, events, fields, lambda one: event_of(matter, one)))


def _picture(matter: Matter) -> list[Block]:
    held = [Point(one.date_first, 1, word(codes.EVENT_KINDS, one.kind)) for one in matter.events if one.date_first]
    signed = [
        Point(one.signed_first, 0, title_of(one))
        for one in matter.documents
        if one.signed_first and matter.since <= one.signed_first <= matter.on
    ]
    if len(held) + len(signed) < 2:
        return []
    title, lanes = gettext("Contacts over three years"), (gettext("documents signed"), gettext("events held"))
    desc = gettext("A mark for each document signed and each event held, from left to right")
    svg = timeline_picture([*signed, *held], lanes, matter.since, matter.on, title=title, desc=desc)
    return [Picture(svg, title, title)]
