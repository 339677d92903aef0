"""How the actors of a page lie to one another: what lies where, who is one side."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pobratim.core.facts import Body, Place

from .keys import proper_words
from .mention import LinkedPlace

_LOCAL = re.compile(r"(?i)\b(?:рай|гор)исполком|\b(?:районн|городск)\w+ (?:исполнительный комитет|администрация)")
_POWER = frozenset(("government", "administration", "representation"))
_ROOT = 3  # letters that a town and its district have in common at least, less one


@dataclass(slots=True)
class ActorTies:
    """The places and bodies of a page by id, and what the page and the gazetteer say of where they lie."""

    text: str
    places: dict[str, Place] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    _by_key: dict[tuple[str, ...], str] = field(default_factory=dict)
    _aliases: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    _entries: dict[str, LinkedPlace] = field(default_factory=dict)

    def name(self, entity: str) -> str:
        """The entity's name in the nominative."""
        return (self.places.get(entity) or self.bodies[entity]).name

    def place_of(self, entity: str | None) -> str | None:
        """The territory of an entity: itself for a place, its place for a body."""
        if entity is None or entity in self.places:
            return entity
        return self.bodies[entity].place

    def territory(self, entity: str) -> str:
        """For whom the head of an executive body signs: its territory where the page gives it, else the body."""
        body = self.bodies.get(entity)
        if body is not None and body.kind in ("administration", "government", "party") and body.place:
            return entity if self._of_unknown_district(body) else body.place
        return entity

    def _of_unknown_district(self, body: Body) -> bool:
        """«Верхнедвинский райисполком Витебской области»: where nobody knows the district, the region is not its territory."""
        place = self.places.get(body.place or "")
        return place is not None and place.kind in ("region", "country") and _LOCAL.search(body.name) is not None

    def lies_in(self, inner: str, outer: str) -> bool:
        """Whether a place is said, or known, to lie in another."""
        at: str | None = inner
        for _ in range(6):
            if at is None or at not in self.places:
                break
            at = self.places[at].within
            if at == outer:
                return True
        return self._linked_in(inner, outer)

    def _linked_in(self, inner: str, outer: str) -> bool:
        """Whether the gazetteer places one inside the other (a city in its region, a region in its country)."""
        small, large = self._entries.get(inner), self._entries.get(outer)
        if small is None or large is None or small.key == large.key:
            return False
        if large.kind == "country":
            return small.country is not None and small.country == large.country
        return large.kind == "region" and large.region is not None and small.region == large.region

    def may_lie_in(self, inner: str, outer: str) -> bool:
        """Whether a place lies in another, or nothing is known that says otherwise."""
        small, large = self._entries.get(inner), self._entries.get(outer)
        if small is None or large is None or large.kind != "region" or small.region is None:
            return small is None or large is None or small.country == large.country
        return small.region == large.region

    def one_in_other(self, a: str, b: str) -> bool:
        """Whether they are one side or the territory of one lies in that of the other."""
        if self.same_side(a, b):
            return True
        x, y = self.place_of(a), self.place_of(b)
        return x is not None and y is not None and (x == y or self.lies_in(x, y) or self.lies_in(y, x) or self._one_root(x, y))

    def _one_root(self, x: str, y: str) -> bool:
        """Whether a district bears a town's name («Россоны», «Россонский район»), and the gazetteer does not part them."""
        names = sorted((self.places[p].name for p in (x, y)), key=lambda name: " " in name)
        kinds = {self.places[p].kind for p in (x, y)}
        known = [self._entries[p] for p in (x, y) if p in self._entries]
        if " " in names[0] or "district" not in kinds or len({entry.region or entry.country for entry in known}) > 1:
            return False
        stem = names[0].lower().rstrip("ыиоаья")
        return len(stem) > _ROOT and names[1].lower().startswith(stem)

    def same_side(self, a: str, b: str) -> bool:
        """Whether two entities can stand for one party: the same, or a body of power and its territory."""
        if a == b:
            return True
        one, other = self.places.get(a), self.places.get(b)
        if one is not None and other is not None:
            if (proper_words(one.name) or a) != (proper_words(other.name) or b):
                return False  # the names without their types: «городской округ Шуя» and «Шуя» are one side
            entry = self._entries.get(b)
            return entry is None or not self._is_another(a, entry)
        place = self._under(a)
        return place is not None and place == self._under(b)

    def _under(self, entity: str) -> str | None:
        """The territory of a body of power, and a place itself; None for any other body."""
        body = self.bodies.get(entity)
        if body is None:
            return entity
        return body.place if body.kind in _POWER and not self._of_unknown_district(body) else None

    def _is_another(self, known: str, entry: LinkedPlace) -> bool:
        """Whether the page's place of a name is known to lie in another region or country than an entry."""
        own = self._entries.get(known)
        if own is None or own.key == entry.key or own.kind != entry.kind:
            return False
        return own.country != entry.country or own.region is not None and entry.region is not None and own.region != entry.region

    def lifted(self, entity: str, kind: str) -> str | None:
        """The place of a kind that an actor lies in or is («Пенза» → «Пензенская область» for region), if the page names it."""
        place = self.place_of(entity)
        for _ in range(4):
            if place is None:
                return None
            if self.places[place].kind == kind:
                return place
            region = self._entries[place].region if place in self._entries else None
            outer = self._linked_place(region) if region else None
            place = outer if outer and outer != place else self.places[place].within
        return None

    def lowered(self, entity: str, kind: str) -> str | None:
        """The only place of a kind on the page that lies in an actor's territory («районы» of a region and a district)."""
        place = self.place_of(entity)
        inside = [p.id for p in self.places.values() if place and p.kind == kind and self.lies_in(p.id, place)]
        return inside[0] if len(inside) == 1 else None

    def known(self, entry: LinkedPlace) -> str | None:
        """The page's place that is an entry of the gazetteer, or None."""
        return self._linked_place(entry.key)

    def _linked_place(self, code: str) -> str | None:
        """The page's place with a region's code («RU-LEN»), or None."""
        return self._by_key.get(("linked", code))
