"""Who a place or a body is, across pages: by an outside id, else by its name and what it belongs to."""

from __future__ import annotations

from pobratim.core.facts import ORGANS_OF_POWER, Body, Facts, Place
from pobratim.lexicon.gazetteer import lookup
from pobratim.lexicon.place_key import key_of

from .content import ACTOR, Actor, encode, node_key, plain

_LOCAL = frozenset(("district", "city", "settlement", "other"))


def place_identity(place: Place, facts_places: dict[str, Place], address: str) -> str:
    """ISO 3166, else GeoNames, else name and country; a name that many places bear counts for its page alone.

    A region comes with its code in whatever kind the page sees it; a city has the code only if it is a region itself.
    """
    ids = place.ids
    if place.kind == "country" and ids.iso3166:
        return f"iso:{ids.iso3166}"
    if place.kind in ("region", "city") and ids.iso3166_2:
        return f"iso:{ids.iso3166_2}"
    if ids.geonames is not None:
        return f"geo:{ids.geonames}"
    name = f"name:{place.kind}|{place.country or ''}|{key_of(place.name)}"
    parent = facts_places.get(place.within or "")
    if parent is not None and parent is not place:
        return f"{name}|{key_of(parent.name)}"
    return f"{name}@{address}" if place.country is None and place.kind in _LOCAL and _ambiguous(place) else name


def _ambiguous(place: Place) -> bool:
    return sum(entry.kind == place.kind for entry in lookup(place.name)) > 1


def body_identity(body: Body, place_node: str | None) -> str:
    """Its name, and the place it belongs to; its kind is left out, pages differ over it."""
    return f"body:{plain(body.name)}|{place_node or ''}"


def actor_nodes(facts: Facts, address: str) -> tuple[dict[str, str], dict[str, str]]:
    """`(local id → content of its node, local id → key of its node)` of the page's places and bodies."""
    places = {place.id: place for place in facts.places}
    contents = {one.id: encode(Actor(place_identity(one, places, address))) for one in facts.places}
    keys = {local: node_key(ACTOR, content) for local, content in contents.items()}
    for body in facts.bodies:
        contents[body.id] = encode(Actor(body_identity(body, keys.get(body.place or ""))))
        keys[body.id] = node_key(ACTOR, contents[body.id])
    return contents, keys


def territories(facts: Facts, keys: dict[str, str]) -> dict[str, str]:
    """Local id → the node that stands for it as a party: an organ of power stands for its territory."""
    found = {place.id: keys[place.id] for place in facts.places}
    for body in facts.bodies:
        own = keys.get(body.place or "") if body.kind in ORGANS_OF_POWER else None
        found[body.id] = own or keys[body.id]
    return found
