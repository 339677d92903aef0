"""Keys under which the index files names; the same rules as the reader's (`lexicon/place_key.py`)."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.lexicon.place_key import adjective_head, fold, masculine

from . import table
from .adjective import possible, regular
from .record import Place

__all__ = ["adjective_keys", "fold"]

# A bare «X-ский» without a type word means the town only where the town is large.
LARGE = 100_000
DERIVED = 3_000
# Only here do town councils and town committees make the news of a town below LARGE.
CLOSE = ("RU", "BY", "KZ", "KG", "UZ")


def adjective_keys(rows: list[Place]) -> Iterator[tuple[str, str, Place]]:
    """`(adjective, tier, place)`: tiers: `0`–`8` the order of adjectives.txt, `o` the place's own name
    («Чуйская область»), `r` regular of a large town, `s` of a small one, `p` merely possible.
    """
    by_code: dict[str, Place] = {}
    for place in rows:
        by_code.update(dict.fromkeys(place.codes, place))
    listed = set()
    for adjective, targets in table.read("adjectives.txt", 2):
        for order, target in enumerate(targets.split(",")):
            listed.add(target)
            yield masculine(fold(adjective)), str(order), by_code[target]
    for place in rows:
        own = adjective_head(place.name)
        if own:
            yield own, "o", place
        elif place.kind in ("city", "settlement", "region") and place.population >= DERIVED:
            yield from ((masculine(a), "r" if place.population >= LARGE else "s", place) for a in regular(place.name))
            if place.country in CLOSE or place.population >= LARGE:
                yield from ((masculine(a), "p", place) for a in possible(place.name))
        elif place.kind == "region" and not listed.intersection(place.codes):
            yield from ((masculine(a), "r", place) for a in regular(place.name))
