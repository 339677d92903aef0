"""The actors of a page: mentions that mean the same place or body get one id."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from pobratim.core.evidence import Evidence
from pobratim.core.facts import Body, Place, PlaceIds

from .abbreviation import is_abbreviation, stands_for
from .keys import content, one_school, place_keys
from .mention import ActorMention, LinkedPlace
from .ties import ActorTies

_PARLIAMENT = "парламент"  # the common name of a region's assembly
_DISTRICT_LIKE = frozenset(("district", "settlement"))


@dataclass(slots=True)
class ActorRegistry(ActorTies):
    """Gives ids to actors in the order of their first mention and keeps every place and body of the page.

    A district keeps the longest name the page gives it («Тосненский муниципальный район»); a place with a link
    is one entity under all its names («Ленобласть», «47 регион»).
    """

    def entity(self, mention: ActorMention) -> str:
        """The id of the mention's entity; a new one is made where it is the first."""
        if mention.entity:
            return mention.entity
        mention.entity = self._place(mention) if mention.layer == "place" else self._body(mention)
        return mention.entity

    def note_abbreviations(self, row: list[ActorMention]) -> None:
        """Ties the abbreviations of a sentence to the names that they follow in brackets («… университет (СПбПУ)»).

        To be called before the page's actors are made entities, because an abbreviation may stand before its name.
        """
        for full, short in itertools.pairwise(row):
            if full.layer == short.layer == "body" and is_abbreviation(short.name) and self._bracketed(full, short):
                one, other = ("body", *content(short.name)), ("body", *content(full.name))
                if one != other:
                    self._aliases[one], self._aliases[other] = other, one

    def _bracketed(self, full: ActorMention, short: ActorMention) -> bool:
        closes = self.text[short.end : short.end + 1] in (")", ",")
        return closes and self.text[full.end : short.start].strip() in ("(", "(далее –", "(далее —")

    def _abbreviated(self, mention: ActorMention) -> str | None:
        """The body that the mention's name abbreviates, or whose abbreviation it spells out."""
        short = is_abbreviation(mention.name)
        for body in self.bodies.values():
            if (
                short
                and stands_for(mention.name, body.name)
                or not short
                and is_abbreviation(body.name)
                and stands_for(body.name, mention.name)
            ):
                return body.id
        return None

    def _shortened(self, mention: ActorMention) -> str | None:
        """The university of which one name begins the other («Национальный университет», «… Узбекистана»), if only one."""
        known = [b for b in self.bodies.values() if b.kind == "university" and " " in b.name]
        found = [b for b in known if _begins(b.name, mention.name)] or [b for b in known if one_school(b.name, mention.name)]
        return found[0].id if len(found) == 1 else None

    def _parliament(self, mention: ActorMention, place: str) -> str | None:
        """The assembly of a region that «парламент» of that region means, or whose name it was before, if only one."""
        if self.places[place].kind != "region" and self.places[place].ids.iso3166_2 is None:
            return None  # of a town
        common = mention.name.lower().startswith(_PARLIAMENT)
        found = [b for b in self.bodies.values() if b.kind == "assembly" and b.place == place]
        if len(found) != 1 or not (common or found[0].name.lower().startswith(_PARLIAMENT)):
            return None
        if not common:
            found[0].name = mention.name
        return found[0].id

    def _evidence(self, mention: ActorMention) -> Evidence:
        return Evidence.of(self.text, mention.start, mention.end)

    def _place(self, mention: ActorMention) -> str:
        keys = place_keys(mention)
        known = next((self._by_key[k] for k in keys if k in self._by_key), None)
        if known and mention.entry is not None and self._is_another(known, mention.entry):
            known = None  # «Кировский район Петербурга и Кировский район Могилёвской области»
        parent = self.entity(mention.parent) if mention.parent and mention.parent is not mention else None
        if known:
            place = self.places[known]
            place.evidence.append(self._evidence(mention))
            if len(mention.name) > len(place.name) and place.kind in _DISTRICT_LIKE and mention.adjective:
                place.name = mention.name
            if place.kind == "region" and " " in mention.name and " " not in place.name:
                place.name = mention.name
            if mention.entry and mention.name == mention.entry.name:
                place.name = mention.name  # the official name rather than «Ленобласть», where the page gives it
            if place.within is None and parent != known:
                place.within = parent
        else:
            known = f"pl{len(self.places) + 1}"
            entry = mention.entry
            ids = PlaceIds(entry.iso3166, entry.iso3166_2, entry.geonames) if entry else PlaceIds()
            self.places[known] = Place(
                id=known,
                name=mention.name,
                kind=mention.kind,
                country=entry.country if entry else None,
                ids=ids,
                within=parent,
                evidence=[self._evidence(mention)],
            )
            if entry:
                self._entries[known] = entry
        for key in keys:
            self._by_key.setdefault(key, known)
        return known

    def _seat(self, mention: ActorMention, seat: LinkedPlace) -> str:
        """The territory a body's adjective names, made a place of the page with the body's mention as its evidence."""
        stand_in = ActorMention(
            mention.sentence,
            mention.first,
            mention.last,
            mention.start,
            mention.end,
            "place",
            seat.kind,
            seat.name,
            mention.cases,
            entry=seat,
        )
        return self.entity(stand_in)

    def tie_places(self) -> None:
        """Puts every linked place into the nearest territory that the page names too: its region, else its country."""
        countries = {e.country: p for p, e in self._entries.items() if e.kind == "country"}
        for id_, entry in self._entries.items():
            place = self.places[id_]
            region = self._linked_place(entry.region) if entry.region and entry.kind != "region" else None
            outer = region or (countries.get(entry.country) if entry.kind != "country" else None)
            if place.within is None and outer is not None and outer != id_:
                place.within = outer

    def _body(self, mention: ActorMention) -> str:
        key = ("body", *content(mention.name))
        place = self.entity(mention.parent) if mention.parent and mention.parent.layer == "place" else None
        if place is None and mention.seat is not None:
            place = self._seat(mention, mention.seat)
        if mention.parent and mention.parent.layer == "body":
            place = self.place_of(self.entity(mention.parent))
        known = self._by_key.get(key) or self._by_key.get(self._aliases.get(key, key)) or self._abbreviated(mention)
        known = known or (self._shortened(mention) if mention.kind == "university" else None)
        known = known or (self._parliament(mention, place) if mention.kind == "assembly" and place else None)
        if known:
            self._by_key.setdefault(key, known)
            body = self.bodies[known]
            fuller = is_abbreviation(body.name) or mention.name.startswith(f"{body.name} ") or one_school(body.name, mention.name)
            if len(mention.name) > len(body.name) and fuller:
                body.name, body.kind = mention.name, mention.kind
            body.evidence.append(self._evidence(mention))
            body.place = body.place or place
            return body.id
        body = Body(
            id=f"bo{len(self.bodies) + 1}", name=mention.name, kind=mention.kind, place=place, evidence=[self._evidence(mention)]
        )
        self.bodies[body.id] = body
        self._by_key[key] = body.id
        return body.id


def _begins(a: str, b: str) -> bool:
    """Whether the words of one name begin the other's."""
    return a.startswith(f"{b} ") or b.startswith(f"{a} ")
