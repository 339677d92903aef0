"""The map of ties: where each partner lies, and the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.translation import gettext, ngettext

from pobratim.lexicon.point import Point, point_of
from pobratim.pictures.ties import Arc, Dot, ties_picture
from pobratim.register.models import Actor
from pobratim.register.selectors.tie import Ties

from .drawing import Href, nowhere
from .names import actor_name


def ties_map(
    found: Ties,
    href: Href = nowhere,
    href_of_pair: Callable[[str, str], str] | None = None,
    outlines: str = "",
    named: Callable[[Actor], str] = actor_name,
) -> str:
    """The map as SVG; nothing where nobody knows where any partner lies.

    Args:
        found: the ties, the closest first.
        href: key of a partner → where its page is.
        href_of_pair: keys of two → where everything between them is told.
        outlines: address of the outlines, see `ties_picture`; empty: the picture is to be a file of its own.
        named: partner → what it is called; in the language of the paper unless told.
    """
    places = {key: point for key, (actor, _) in found.partners.items() if (point := point_for(actor))}
    if not places:
        return ""
    order = sorted(places, key=lambda key: (-found.partners[key][1], key))
    numbers = {key: number for number, key in enumerate(order)}
    names = {key: named(actor) for key, (actor, _) in found.partners.items()}
    dots = [_dot(names[key], found.partners[key][1], places[key], href(key)) for key in order]
    way = href_of_pair or (lambda a, b: "")
    arcs = [
        Arc(numbers[a], numbers[b], number, f"{names[a]} — {names[b]}: {_told(number)}", way(a, b))
        for a, b, number in found.ties
        if a in numbers and b in numbers
    ]
    title = gettext("Map of ties")
    desc = gettext("Partners as points, the larger the more documents they have; arcs between those who share documents.")
    return ties_picture(dots, arcs, outlines=outlines, title=title, desc=desc)


def _dot(name: str, number: int, place: Point, href: str) -> Dot:
    return Dot(name, *place, number, f"{name}: {_told(number)}", href)


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
