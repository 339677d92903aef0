"""Who appears on a page: places, bodies and people with the ids that the page gives them."""

from __future__ import annotations

from pobratim.core.evidence import Evidence
from pobratim.core.facts import Body, Person, Place, PlaceIds, Post
from pobratim.lexicon.gazetteer import Entry

from .story import Side
from .world import Somebody, World

HEAD, DEPUTY, RECTOR = "губернатор", "заместитель губернатора", "ректор"
HEADS = {"region": "губернатор", "city": "мэр"}


class Cast:
    """Everybody on one page, each entered once, with the sentence that names them as evidence."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.places: dict[str, Place] = {}
        self.bodies: dict[str, Body] = {}
        self.people: dict[str, Person] = {}

    def place(self, number: int, said: Evidence) -> str:
        """The id of a place; its country comes with it."""
        one = self.world.places[number]
        local = f"pl{number}"
        if local not in self.places:
            code = one.code if one.kind == "region" else None
            ids = PlaceIds(iso3166_2=code, geonames=one.geonames)
            country = self._country(one, said)
            self.places[local] = Place(
                id=local, name=one.name, kind=one.kind, country=one.country, ids=ids, within=country, evidence=[said]
            )
        return local

    def party(self, side: Side, said: Evidence) -> str:
        """The id of a side as a party: the body, the government, or the place itself."""
        place = self.place(side.place, said)
        if side.body is None and not side.organ:
            return place
        local = f"b{side.place}.{side.body}"
        if local not in self.bodies:
            name, kind = self.name(side), "government" if side.body is None else self.world.body(side.body).kind
            self.bodies[local] = Body(id=local, name=name, kind=kind, place=place, evidence=[said])
        return local

    def name(self, side: Side) -> str:
        """How the page calls a side."""
        if side.body is not None:
            return self.world.body(side.body).name
        place = self.world.places[side.place].name
        return f"Правительство ({place})" if side.organ else place

    def head(self, side: Side, year: int) -> Somebody:
        """Who signs for a side in a year."""
        if side.body is not None:
            return self.world.somebody(f"body{side.body}", self.world.body(side.body).head, year)
        return self.world.somebody(f"place{side.place}", HEADS[self.world.places[side.place].kind], year)

    def other(self, side: Side, post: str, year: int) -> Somebody:
        """Somebody else of a side, with a post of that name."""
        return self.world.somebody(f"body{side.body}" if side.body is not None else f"place{side.place}", post, year)

    def person(self, who: Somebody, of: str, said: Evidence) -> str:
        """The id of a person with that post."""
        local = f"h-{who.surname}-{who.given}-{who.title}"
        if local not in self.people:
            self.people[local] = Person(
                id=local,
                name=who.name,
                surname=who.surname,
                given=who.given,
                evidence=[said],
                posts=[Post(title=who.title, of=of, evidence=[said])],
            )
        return local

    def _country(self, one: Entry, said: Evidence) -> str | None:
        country = self.world.countries.get(one.country or "")
        if country is None:
            return None
        local = f"c{country.country}"
        if local not in self.places:
            ids = PlaceIds(iso3166=country.country, geonames=country.geonames)
            self.places[local] = Place(
                id=local, name=country.name, kind="country", country=country.country, ids=ids, evidence=[said]
            )
        return local
