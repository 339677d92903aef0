"""Places and the spellings that name them, read from the tables."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import log10

from pobratim.core.errors import LexiconError
from pobratim.lexicon.place_key import adjective_head, bare_name, fold

from . import table

# A town with fewer people is shown as a settlement: GeoNames does not say which places have town rights.
TOWN = 5_000


@dataclass(eq=False)
class Place:
    """One row of the index; `codes` are all the ids it can be asked for by."""

    name: str
    kind: str
    country: str = ""
    region: str = ""
    code: str = ""
    geonames: str = ""
    population: int = 0
    capital: bool = False
    codes: list[str] = field(default_factory=list)

    @property
    def rank(self) -> int:
        """0–100: country, region, capital, towns by population, district."""
        if self.kind in ("country", "region"):
            return 100 if self.kind == "country" else 80
        if self.kind == "district":
            return 15
        if self.code:  # a city that is a region goes before the region around it («минская делегация»)
            return 85
        return min(79, round(10 * log10(max(self.population, 10))) + (10 if self.capital else 0))

    def line(self) -> str:
        """The row as the index keeps it."""
        fields = (self.name, self.kind, self.country, self.region, self.code, self.geonames, self.population, self.rank)
        return "\t".join(map(str, fields))


@dataclass(eq=False)
class Record:
    """A spelling in the nominative and the places it may name, the likeliest first; `alias` where it is not their name."""

    name: str
    places: list[Place]
    alias: bool = False


def places() -> list[Place]:
    """All places, in a fixed order; a region that is one city is that city's row, with both ids."""
    found = [Place(n, "country", iso, "", "", g, int(p or 0), codes=[iso]) for iso, g, p, n in table.read("countries.tsv", 4)]
    regions = {r[0]: r for r in table.read("regions.tsv", 5)}
    towns = [
        Place(name, "city" if int(size) >= TOWN else "settlement", owner, region, "", gid, int(size), cap == "1", [gid])
        for gid, owner, region, size, cap, name in table.read("cities.tsv", 6)
    ]
    cities = _city_regions(towns, regions)
    for code, geonames, owner, _, name in regions.values():
        if code not in cities:
            kind = "district" if bare_name(name) != name and name.endswith("район") and "автономный" not in name else "region"
            own = "" if code.startswith("X-") else code  # ISO has no code: ours only serves to ask for the place
            found.append(Place(name, kind, owner, own, own, geonames, codes=[c for c in (code, geonames) if c]))
    for region, geonames, name in table.read("districts.tsv", 3):
        owner = regions[region][2] if region in regions else region[:2]
        found.append(Place(name, "district", owner, region, "", geonames, codes=[geonames] if geonames else []))
    return found + towns


def _city_regions(towns: list[Place], regions: dict[str, list[str]]) -> set[str]:
    """The codes of regions that are one city; their towns take the code over.

    GeoNames puts Osh and Belgrade into the region around them, so the country and the name decide.
    """
    open_codes = {(code[:2], fold(name)): code for code, _, _, city, name in regions.values() if city}
    done: set[str] = set()
    for town in sorted(towns, key=lambda t: -t.population):
        code = open_codes.pop((town.country or town.region[:2], fold(town.name)), None)
        if code is not None:
            geonames = regions[code][1]
            town.kind, town.code, town.region = "city", code, code
            town.codes += [code, *([geonames] if geonames and geonames != town.geonames else [])]
            done.add(code)
    return done


def spellings(rows: list[Place]) -> list[Record]:
    """Every noun name and alias with its places; names that are adjectives («Чуйская область») are filed elsewhere."""
    by_name: dict[str, list[Place]] = defaultdict(list)
    by_code: dict[str, Place] = {}
    for place in rows:
        by_code.update(dict.fromkeys(place.codes, place))
        if not adjective_head(place.name):
            by_name[bare_name(place.name)].append(place)
    aliases: dict[str, list[Place]] = {}
    for name, targets in table.read("aliases.txt", 2):
        try:
            aliases[name] = [by_code[target] for target in targets.split(",")]
        except KeyError as error:
            raise LexiconError(f"{name}: no place has the id {error}", address="aliases.txt") from error
    found = [Record(name, _ordered(group)) for name, group in sorted(by_name.items())]
    merged = {fold(record.name): record for record in found}
    for name, meant in sorted(aliases.items()):
        same = merged.get(fold(name))
        if same and same.name.isupper() == name.isupper():  # a curated reading goes before those of the tables
            same.places = [*meant, *(p for p in same.places if p not in meant)]
            same.alias = True
        else:
            found.append(Record(name, meant, alias=True))
    return found


def _ordered(group: list[Place]) -> list[Place]:
    """By rank; a large town goes before the region around it that is called after it («Стамбул», «Анталья»)."""
    regions = {place.code for place in group if place.kind == "region"}

    def order(place: Place) -> tuple[int, int]:
        seat = place.kind == "city" and place.population >= 100_000 and place.region in regions
        return (-81 if seat else -place.rank, -place.population)

    return sorted(group, key=order)
