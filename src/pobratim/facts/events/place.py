"""How actors lie to one another: whether two of them can be one side of an event."""

from __future__ import annotations

from pobratim.facts.sides import Side
from pobratim.facts.story import Story

_NO_PARTIES = frozenset(("forum", "media", "party", "court"))


def at_home(story: Story, guest: str, place: str) -> bool:
    """Whether a place is the guest's own or lies in the guest's region; a country's official is a guest in its regions."""
    registry = story.registry
    home = registry.place_of(guest)
    if home is None:
        return False
    whole = home in registry.places and registry.places[home].kind == "country"
    return home == place or registry.lies_in(home, place) or registry.lies_in(place, home) and not whole


def related(story: Story, a: str, b: str) -> bool:
    """Whether two actors are one side: the same, a body and its territory, or one within the other.

    «Тверь» and «правительство Тверской области» are; «Тверь» and «Минск» are not.
    """
    registry = story.registry
    if a == b or registry.same_side(a, b):
        return True
    x, y = registry.place_of(a), registry.place_of(b)
    if x is None or y is None:
        return False
    return x == y or registry.lies_in(x, y) or registry.lies_in(y, x) or _inside(story, x, y) or _inside(story, y, x)


def _inside(story: Story, place: str, country: str) -> bool:
    return story.registry.places[country].kind == "country" and in_country(story, place, country)


def in_country(story: Story, actor: str, country: str) -> bool:
    """Whether an actor is known to lie in a country."""
    code = story.registry.places[country].country
    return code is not None and country_of(story, actor) == code


def actor_of(story: Story, side: Side) -> str | None:
    """The actor id that a side stands for, or None for a person without one and for what is no party."""
    if side.actor:
        return None if side.actor.kind in _NO_PARTIES else story.registry.entity(side.actor)
    return story.side_of(side.person.person) if side.person else None


def add_party(story: Story, parties: list[str], party: str | None) -> None:
    """Adds a party, unless it or its own body of power is there."""
    if party and not any(story.registry.same_side(party, known) for known in parties):
        parties.append(party)


def country_of(story: Story, actor: str) -> str | None:
    """The code of the country an actor lies in, if it is known."""
    at = story.registry.place_of(actor)
    for _ in range(6):
        if at is None or at not in story.registry.places:
            return None
        place = story.registry.places[at]
        if place.country:
            return place.country
        at = place.within
    return None
