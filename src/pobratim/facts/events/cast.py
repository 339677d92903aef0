"""The cast of a page: the two sides it is about, for what the text leaves to the reader."""

from __future__ import annotations

from pobratim.facts.documents.draft import Draft
from pobratim.facts.principal import Principals
from pobratim.facts.story import Story

from .place import related


class Cast:
    """The pair of a page: of its first document in the news with two sides, else of the headline and the lead.

    Fails on pages that tell of several pairs in turn.
    """

    def __init__(self, story: Story, drafts: list[Draft]) -> None:
        self._story = story
        news = [d for d in drafts if not d.recalled and not d.nested and len(d.parties) == 2]
        named = next((d for d in news if d.explicit), None) or next(iter(news), None)
        self.pair: list[str] = list(named.parties) if named else list(Principals(story).headline)

    def other(self, actors: list[str]) -> str | None:
        """The member of the pair that faces the given actors, or None where they are not of the pair."""
        if len(self.pair) != 2:
            return None
        sides = [any(related(self._story, a, p) for a in actors) for p in self.pair]
        if sides == [True, False]:
            return self.pair[1]
        return self.pair[0] if sides == [False, True] else None

    def people_of(self, actors: list[str]) -> list[tuple[str, str]]:
        """The people in office who act for one of the actors, with their side, in order of first mention."""
        found = []
        for person in self._story.people.people:
            side = self._story.side_of(person.id)
            if side and person.posts and any(self._acts_for(side, a) for a in actors):
                found.append((person.id, side))
        return found

    def _acts_for(self, side: str, actor: str) -> bool:
        """Whether a person's side is the actor, or lies in it where it is no whole country."""
        registry = self._story.registry
        place = registry.place_of(actor)
        if side == actor or registry.same_side(side, actor) or registry.place_of(side) == place:
            return True
        country = place in registry.places and registry.places[place].kind == "country"
        return not country and related(self._story, side, actor) and registry.lies_in(registry.place_of(side) or "", place or "")
