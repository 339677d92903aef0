"""The map of ties as a page shows it: where each partner lies, the picture, and the same as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from pobratim.lexicon.point import Point, point_of
from pobratim.pictures.ties import Arc, Dot, ties_picture
from pobratim.register.models import Actor
from pobratim.register.selectors.tie import Ties, ties

from .words import url_of, url_of_pair


class Row(NamedTuple):
    """A tie as a row: two partners with their keys, how many documents, where these are told."""

    a: Actor
    b: Actor
    number: int
    url: str


class TiesMap(NamedTuple):
    """The map; `rows` are all ties, also those that cannot be drawn because nobody knows where a partner lies."""

    picture: SafeString
    rows: list[Row]
    documents: int
    more: bool


def ties_map(*, country: str = "", sphere: str = "", year: int | None = None, most: int = 60) -> TiesMap:
    """The map of the closest ties; arguments as for `selectors.tie.ties`."""
    found = ties(country=country, sphere=sphere, year=year, most=most)
    rows = [Row(found.partners[a][0], found.partners[b][0], number, url_of_pair(a, b)) for a, b, number in found.ties]
    return TiesMap(_picture(found, rows), rows, found.documents, found.more)


def _picture(found: Ties, rows: list[Row]) -> SafeString:
    places = {key: point for key, (actor, _) in found.partners.items() if (point := point_for(actor))}
    order = sorted(places, key=lambda key: (-found.partners[key][1], key))
    numbers = {key: number for number, key in enumerate(order)}
    dots = [_dot(*found.partners[key], places[key]) for key in order]
    arcs = [
        Arc(numbers[row.a.key], numbers[row.b.key], row.number, f"{row.a.name} — {row.b.name}: {_told(row.number)}", row.url)
        for row in rows
        if row.a.key in numbers and row.b.key in numbers
    ]
    outlines = f"{static('web/world.svg')}#world"
    title = gettext("Map of ties")
    desc = gettext("Partners as points, the larger the more documents they have; arcs between those who share documents.")
    # the picture escapes all that it is given, see `pictures.svg`
    return mark_safe(ties_picture(dots, arcs, outlines=outlines, title=title, desc=desc))


def _dot(actor: Actor, number: int, place: Point) -> Dot:
    return Dot(actor.name, *place, number, f"{actor.name}: {_told(number)}", url_of(actor.key))


def _told(number: int) -> str:
    return ngettext("{number} document", "{number} documents", number).format(number=number)


def point_for(actor: Actor) -> Point | None:
    """Where an actor lies: itself, else what it lies in, else its country; None where nobody knows.

    Where it fails: a body that pages put nowhere is not on the map; a district without a seat lies in the middle of its
    region.
    """
    return next((point for code in _codes(actor) if (point := point_of(code))), None)


def _codes(actor: Actor) -> Iterator[str]:
    place: Actor | None = actor
    for _ in range(3):
        if place is None:
            break
        yield from (str(place.geonames or ""), place.iso3166_2)
        if place.level == "national":
            yield place.country
        place = place.within
    yield actor.country
