"""What happened in the made-up world: documents with their parties and dates, in chains, and the pages that tell of them."""

from __future__ import annotations

import datetime
import random
from typing import NamedTuple

from .world import FIRST_YEAR, LAST_YEAR, World

KINDS = ("agreement",) * 9 + ("memorandum",) * 4 + ("plan",) * 3 + ("protocol",) * 3 + ("programme",)
FOLLOWERS = ("plan", "protocol", "roadmap", "agreement")
SPHERES = (
    "trade-economic culture education tourism sport health youth agriculture science transport "
    "social industry ecology investment digital forestry".split()
)
#: How four documents in a row hang together: the first of each group is the framework of the others.
CHAINS = ((1, 1, 1, 1), (1, 1, 1, 1), (2, 1, 1), (3, 1), (2, 2), (4,))
TELLINGS = (1, 1, 2, 2, 2, 3, 3, 4, 5, 7)
"""How many pages tell of a document: three on the average; one document in a thousand has forty."""
FAMOUS, FAMOUS_TELLINGS = 1000, 40
END = datetime.date(LAST_YEAR, 9, 30)


class Side(NamedTuple):
    """A party: a place, or one of its bodies; `organ` where the government signs for the place."""

    place: int
    body: int | None = None
    organ: bool = False


class Story(NamedTuple):
    """A document. `head` is the number of the framework that it implements; `fate` what became of it."""

    number: int
    kind: str
    sides: tuple[Side, ...]
    day: datetime.date
    spheres: tuple[str, ...]
    fate: str
    years: int | None
    head: int | None


class Telling(NamedTuple):
    """A page about a story: `announced`, `signed`, `recalled` or `after` (a meeting about it later)."""

    manner: str
    day: datetime.date
    site: int
    slip: int
    variant: int


def story(world: World, number: int) -> Story:
    """The story with that number."""
    head = _head(world, number)
    lead = world.chance("chain", head)
    sides = _sides(world, lead)
    begin = datetime.date(FIRST_YEAR, 1, 1) + datetime.timedelta(days=int(9500 * lead.random() ** 0.6))
    chance = world.chance("story", number)
    later = datetime.timedelta(days=sum(world.chance("gap", one).randrange(60, 600) for one in range(head + 1, number + 1)))
    fate = chance.choices(("signed", "announced", "planned", "terminated", "prolonged"), (80, 9, 7, 2, 2))[0]
    return Story(
        number=number,
        kind=chance.choice(FOLLOWERS if number != head else KINDS),
        sides=sides,
        day=min(begin + later, END),
        spheres=tuple(dict.fromkeys(SPHERES[int(len(SPHERES) * chance.random() ** 1.7)] for _ in range(chance.randint(1, 3)))),
        fate=fate,
        years=chance.choice((None, None, None, 1, 3, 5, 5, 10)),
        head=head if head != number else None,
    )


def tellings(world: World, number: int) -> list[Telling]:
    """The pages that tell of a story, in the order of days."""
    one = story(world, number)
    chance = world.chance("tellings", number)
    many = FAMOUS_TELLINGS if number % FAMOUS == FAMOUS // 2 else chance.choice(TELLINGS)
    found = [_telling(one, place, chance) for place in range(many)]
    return sorted(found, key=lambda telling: (telling.day, telling.variant))


def _telling(one: Story, variant: int, chance: random.Random) -> Telling:
    """The first is the news itself; of the others some come from before, most from the same days, some from years later."""
    manner, days = "signed", chance.randrange(4)
    dice = chance.random()
    if one.fate == "planned" or (one.fate == "announced" and dice < 0.4 and variant):
        manner, days = "announced", -chance.randrange(5, 60)
    elif variant and dice > 0.75:
        manner, days = chance.choice(("recalled", "after")), chance.randrange(200, 2000)
    slip = chance.choice((-1, 1)) if chance.random() < 0.02 else 0
    return Telling(manner, min(one.day + datetime.timedelta(days=days), END), int(97 * chance.random() ** 2), slip, variant)


def _head(world: World, number: int) -> int:
    """The number of the framework that a document belongs to, its own for a framework."""
    block = number - number % 4
    begin = block
    for length in world.chance("block", block).choice(CHAINS):
        if number < begin + length:
            return begin
        begin += length
    return number


def _sides(world: World, chance: random.Random) -> tuple[Side, ...]:
    many = 2 if chance.random() < 0.92 else chance.randint(3, 4)
    places: dict[int, Side] = {}
    between_bodies = chance.random() < 0.3
    while len(places) < many:
        if between_bodies:
            body = int(world.bodies * chance.random() ** 1.3)
            place = world.body(body).place
            places.setdefault(place, Side(place, body=body))
        else:
            place = world.any_place(chance)
            places.setdefault(place, Side(place, organ=chance.random() < 0.4))
    return tuple(places.values())
