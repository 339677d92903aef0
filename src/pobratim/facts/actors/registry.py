"""The actors of a page: mentions that mean the same place or body get one id."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from pobratim.core.evidence import Evidence
from pobratim.core.facts import Body, Place, PlaceIds
from pobratim.core.memo import remembered
from pobratim.text.morph import lemma

from .abbreviation import is_abbreviation, stands_for
from .mention import ActorMention, LinkedPlace

_TYPE_WORDS = frozenset(
    """область край республика район округ город провинция муниципальный городской автономный г село посёлок
    федеральный внутригородской""".split()
)
_WORD = re.compile(r"[а-яёa-z0-9]+(?:-[а-яёa-z0-9]+)*", re.I)
_LOCAL = re.compile(r"(?i)\b(?:рай|гор)исполком|\b(?:районн|городск)\w+ (?:исполнительный комитет|администрация)")
_POWER = frozenset(("government", "administration", "representation"))
_ROOT = 3  # letters that a town and its district have in common at least, less one
_DISTRICT_LIKE = frozenset(("district", "settlement"))


@dataclass(slots=True)
class ActorRegistry:
    """Gives ids to actors in the order of their first mention and keeps every place and body of the page.

    A district keeps the longest name the page gives it («Тосненский муниципальный район»); a place with a link
    is one entity under all its names («Ленобласть», «47 регион»).
    """

    text: str
    places: dict[str, Place] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    _by_key: dict[tuple[str, ...], str] = field(default_factory=dict)
    _aliases: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    _entries: dict[str, LinkedPlace] = field(default_factory=dict)

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
                one, other = ("body", *_content(short.name)), ("body", *_content(full.name))
                if one != other:
                    self._aliases[one], self._aliases[other] = other, one

    def _bracketed(self, full: ActorMention, short: ActorMention) -> bool:
        closes = self.text[short.end : short.end + 1] in (")", ",")
        return closes and self.text[full.end : short.start].strip() in ("(", "(далее –", "(далее —")

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

    def _content_of(self, place: str) -> tuple[str, ...]:
        """The words of a place's name without its type («городской округ Шуя» and «Шуя» are one side)."""
        return _proper_words(self.places[place].name) or (place,)

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
        if a in self.places and b in self.places:
            return self._content_of(a) == self._content_of(b) and not (b in self._entries and self._is_another(a, self._entries[b]))
        place = self._under(a)
        return place is not None and place == self._under(b)

    def _under(self, entity: str) -> str | None:
        """The territory of a body of power, and a place itself; None for any other body."""
        body = self.bodies.get(entity)
        if body is None:
            return entity
        return body.place if body.kind in _POWER and not self._of_unknown_district(body) else None

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
        found = [b for b in self.bodies.values() if b.kind == "university" and " " in b.name and _begins(b.name, mention.name)]
        return found[0].id if len(found) == 1 else None

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

    def _is_another(self, known: str, entry: LinkedPlace) -> bool:
        """Whether the page's place of a name is known to lie in another region or country than an entry."""
        own = self._entries.get(known)
        if own is None or own.key == entry.key or own.kind != entry.kind:
            return False
        return own.country != entry.country or own.region is not None and entry.region is not None and own.region != entry.region

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
        key = ("body", *_content(mention.name))
        place = self.entity(mention.parent) if mention.parent and mention.parent.layer == "place" else None
        if place is None and mention.seat is not None:
            place = self._seat(mention, mention.seat)
        if mention.parent and mention.parent.layer == "body":
            place = self.place_of(self.entity(mention.parent))
        known = self._by_key.get(key) or self._by_key.get(self._aliases.get(key, key)) or self._abbreviated(mention)
        known = known or (self._shortened(mention) if mention.kind == "university" else None)
        if known:
            self._by_key.setdefault(key, known)
            body = self.bodies[known]
            if len(mention.name) > len(body.name) and (is_abbreviation(body.name) or mention.name.startswith(f"{body.name} ")):
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


@remembered(5_000)
def _proper_words(name: str) -> tuple[str, ...]:
    """The lemmas of a place's name without the words for its type («городской округ Шуя» → «шуя»)."""
    return tuple(w for w in (lemma(x.lower()) for x in _WORD.findall(name)) if w not in _TYPE_WORDS)


@remembered(5_000)
def _content(name: str) -> tuple[str, ...]:
    return tuple(sorted({lemma(w.lower()) for w in _WORD.findall(name)}))


def place_keys(mention: ActorMention) -> list[tuple[str, ...]]:
    """The keys under which a place is known: its link, else its words without the type, with its level."""
    keys: list[tuple[str, ...]] = []
    if mention.entry and mention.entry.key:
        keys.append(("linked", mention.entry.key))
    words = _proper_words(mention.name)
    level = "district" if mention.kind in ("district", "settlement") else mention.kind
    keys.append(("place", level, *(words or (mention.name.lower(),))))
    return keys
