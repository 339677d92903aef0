"""For which party each signatory signed."""

from __future__ import annotations

from collections.abc import Mapping

from pobratim.core.facts import Person

from .mapping import Field
from .story import RowStory


def signatories_of(
    story: RowStory, people: Mapping[Field, list[Person]], sides: Mapping[Field, str | None], parties: list[str]
) -> list[tuple[str, str | None]]:
    """`(person, party or None)` in the order of the columns: by the column, by the post, and the last one left by exclusion."""
    found: dict[str, str | None] = {}
    for field, named in people.items():
        for person in named:
            side = sides.get(field) or story.story.people.side_of(person.id)
            found.setdefault(person.id, _party(story, side, parties))
    open_people = [who for who, party in found.items() if party is None]
    open_parties = [one for one in parties if one not in found.values()]
    if len(open_people) == len(open_parties) == 1 and len(found) == len(parties):
        found[open_people[0]] = open_parties[0]
    return list(found.items())


def _party(story: RowStory, side: str | None, parties: list[str]) -> str | None:
    """The party that a side is, or is an organ of, or lies in; None where that is not one alone."""
    if side is None or side in parties:
        return side
    registry = story.registry
    same = [one for one in parties if registry.same_side(side, one)]
    near = same or [one for one in parties if registry.one_in_other(side, one)]
    return near[0] if len(near) == 1 else None
