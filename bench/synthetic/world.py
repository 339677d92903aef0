"""Who there is: real places, made-up bodies and people, and how often each of them is in the news."""

from __future__ import annotations

import random
from bisect import bisect
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from pobratim.lexicon.gazetteer import Entry, entry, place_by_id
from pobratim.lexicon.place_index import place_index

DATA = Path(__file__).resolve().parent.parent / "data"
COUNTRIES = "RU BY KZ KG UZ TJ AM AZ CN MN RS TR IN IR VN FI".split()
REGIONS, CITIES = 260, 140
STEEPNESS = 0.8
"""Of Zipf's law: the first of 400 places has a part in every sixth document."""
FIRST_OF_ALL = ("RU-LEN", "KG-C")
DOCUMENTS_A_BODY = 20
TERM_YEARS = 5
FIRST_YEAR, LAST_YEAR = 1998, 2026
TOPICS = "Восточный Западный Северный Южный Речной Горный Лесной Степной Заводской Приморский Полевой Центральный".split()


class Somebody(NamedTuple):
    """A person with a post; `owner` is whose post it is."""

    surname: str
    given: str
    patronymic: str
    title: str

    @property
    def name(self) -> str:
        """Given name and surname, as news have it."""
        return f"{self.given} {self.surname}"


class BodyName(NamedTuple):
    """A made-up body: number of its place, kind, name and the post of its head."""

    place: int
    kind: str
    name: str
    head: str


class World:
    """Places in the order of their popularity, and bodies of which there are as many as the documents ask for."""

    def __init__(self, documents: int, seed: int) -> None:
        self.seed = seed
        self.places = _places(seed)
        self.countries = {code: found for code in COUNTRIES if (found := place_by_id(code))}
        self.bodies = max(documents // DOCUMENTS_A_BODY, 1)
        self._weights = list(accumulate(1 / rank**STEEPNESS for rank in range(1, len(self.places) + 1)))
        self.body = lru_cache(20_000)(self._body)
        self.somebody = lru_cache(100_000)(self._somebody)

    def chance(self, *what: object) -> random.Random:
        """The dice of one thing in this world."""
        return random.Random("/".join(map(str, (self.seed, *what))))

    def any_place(self, chance: random.Random) -> int:
        """The number of a place; those in front are drawn more often."""
        return bisect(self._weights, chance.random() * self._weights[-1])

    def _body(self, number: int) -> BodyName:
        chance = self.chance("body", number)
        kind, name, head = chance.choice(_bodies())
        told = name.replace("*", str(number % 97 + 1)).replace("~", chance.choice(TOPICS))
        return BodyName(self.any_place(chance), kind, told, head)

    def _somebody(self, owner: str, title: str, year: int) -> Somebody:
        """Who holds a post in a year."""
        chance = self.chance("person", owner, title, (year + len(owner) + hash_of(owner)) // TERM_YEARS)
        words = _names()
        woman = chance.random() < 0.3
        ending, father = chance.choice(words["ending"]), chance.choice(words["father"])
        given = chance.choice(words["she" if woman else "he"])
        return Somebody(chance.choice(words["stem"]) + ending.split("/")[woman], given, father.split("/")[woman], title)


def hash_of(text: str) -> int:
    """A small number that is always the same for a text."""
    return sum(map(ord, text))


def _places(seed: int) -> list[Entry]:
    """Regions and towns of some countries: two whose name the reader knows first, then more of Russia than of the rest."""
    kinds: dict[str, list[Entry]] = {"region": [], "city": []}
    for number in range(int(place_index().head["rows"])):
        row = place_index().row(number)
        if len(row) == 8 and row[1] in kinds and row[2] in COUNTRIES:
            kinds[row[1]].append(entry(number))
    cities = sorted(kinds["city"], key=lambda one: (-one.population, one.name))[:CITIES]
    chance = random.Random(seed)
    regions = sorted(kinds["region"], key=lambda one: (_first_of_all(one), one.country != "RU", chance.random()))[:REGIONS]
    dice = {one: chance.random() * (1 if one.country == "RU" else 4) for one in regions + cities}
    return sorted(dice, key=lambda one: (_first_of_all(one), dice[one], one.name))


def _first_of_all(place: Entry) -> int:
    return FIRST_OF_ALL.index(place.code) if place.code in FIRST_OF_ALL else len(FIRST_OF_ALL)


@cache
def _bodies() -> list[tuple[str, str, str]]:
    return [(kind, name, head) for kind, name, head in (line.split("\t") for line in lines("bodies.txt"))]


@cache
def _names() -> dict[str, list[str]]:
    return {what: words.split() for what, words in (line.split("\t") for line in lines("people.txt"))}


@cache
def lines(name: str) -> list[str]:
    """The lines of a file of words, remarks left out."""
    return [line for line in (DATA / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
