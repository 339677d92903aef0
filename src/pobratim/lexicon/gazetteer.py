"""The gazetteer: places by name, by an inflected form of it, by an adjective, by an id.

Nothing here chooses between places that share a name: `resolve/place.py` does, from the page.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from .place_index import place_index
from .place_key import adjective_head, fold, key_of, masculine, type_of, type_words


class Entry(NamedTuple):
    """A place.

    `kind` is country, region, district, city or settlement. `country` (ISO 3166-1) is None where states dispute it.
    `code` is the place's own ISO 3166-2 code, `region` that of the region it lies in (a region's own); a city that
    is a region («Москва») has both. `rank` is 0–100: country 100, region 80, towns by size, district 15.
    """

    name: str
    kind: str
    country: str | None
    region: str | None
    code: str | None
    geonames: int | None
    population: int
    rank: int


class Spelling(NamedTuple):
    """What a form may name: `name` is its nominative, `guard` as `tools/gazetteer/guard.py` explains it.

    `cases` are the numbers 0–5 of the cases the form can stand in (nomn, gent, datv, accs, ablt, loct).
    """

    guard: str
    nominative: bool
    cases: str
    name: str
    entries: tuple[Entry, ...]


@lru_cache(maxsize=20_000)
def entry(number: int) -> Entry:
    """The place in a row of the index."""
    name, kind, country, region, code, geonames, population, rank = place_index().row(number)
    return Entry(
        name, kind, country or None, region or None, code or None, int(geonames) if geonames else None,
        int(population), int(rank),
    )  # fmt: skip


@lru_cache(maxsize=5_000)
def place_by_id(code: str) -> Entry | None:
    """The place with an ISO 3166 code or a GeoNames number («KG-C», «481964»), or None."""
    found = place_index().values("#" + code)
    return entry(int(found[0])) if found else None


@lru_cache(maxsize=20_000)
def spellings(form: str) -> tuple[Spelling, ...]:
    """All readings of a folded form, the place of the highest rank first («шэньси»; «великого новгорода»)."""
    found = []
    for value in place_index().values(form):
        guard, cases, row = value.split("\t")
        name, numbers = place_index().row(int(row))
        entries = tuple(entry(int(n)) for n in numbers.split(","))
        found.append(Spelling(guard.rstrip("="), guard.endswith("="), cases, name, entries))
    return tuple(sorted(found, key=lambda s: (-s.entries[0].rank, s.name)))


@lru_cache(maxsize=5_000)
def longer_names(word: str) -> tuple[int, ...]:
    """How many words the names have that begin with this form, the longest first; empty for none."""
    return tuple(sorted(map(int, place_index().values("+" + word)), reverse=True))


@lru_cache(maxsize=20_000)
def lookup(key: str, kinds: tuple[str, ...] | None = None) -> list[Entry]:
    """The places a nominative name may mean, the likeliest first; empty where the name is unknown.

    Args:
        key: a name, with or without its type word («Чуйская область», «Тосно», «республика Татарстан»).
        kinds: only these kinds; None takes them from the type word, if there is one.

    >>> [e.code for e in lookup("Чуйская область")], lookup("Шэньси")[0].code
    (['KG-C'], 'CN-SN')
    """
    word = type_of(key)
    found = _named(fold(key))
    if not found and word is not None:
        found = place_by_adjective(key, word) if adjective_head(key) else _named(key_of(key))
    if kinds is None and word is not None:
        return _narrowed(found, word)
    return [e for e in found if kinds is None or e.kind in kinds]


def _named(form: str) -> list[Entry]:
    return list(dict.fromkeys(e for s in spellings(form) if s.nominative for e in s.entries))


def _narrowed(found: list[Entry], word: str) -> list[Entry]:
    """Those that the type word may stand beside; a region's city counts as a region («Минск» for «г. Минск»)."""
    kinds, countries = type_words()[word.rstrip(".")]
    if not found or (fold(found[0].name) != word and found[0].kind == "country" and word == "республика"):
        return found
    fitting = [e for e in found if (e.kind in kinds) and (not countries or e.country in countries)]
    return sorted(fitting, key=lambda e: kinds.index(e.kind)) if fitting else []


_TIERS = {"o": 0, "r": 1, "s": 2, "p": 3}


@lru_cache(maxsize=20_000)
def place_by_adjective(adjective: str, head: str | None = None) -> list[Entry]:
    """The places an adjective of a name may mean, the likeliest first; several stay several («Советский район»).

    Args:
        adjective: in any form («чуйская», «тосненским»), or a name that begins with it («Чуйская область»).
        head: the lemma of the noun it stands with («область», «облисполком», «горсовет»), a kind of place, or None
            where the noun says nothing about the kind («делегация»): then countries, regions and large towns count.

    >>> place_by_adjective("чуйская", "область")[0].code, place_by_adjective("белорусский")[0].country
    ('KG-C', 'BY')
    """
    word = adjective_head(adjective) or masculine(fold(adjective))
    tiered = [value.split("\t") for value in place_index().values("@" + word)]
    kinds, countries = _kinds_of(head)
    ranked = []
    for tier, number in tiered:
        place = entry(int(number))
        if place.kind not in kinds or (countries and place.country not in countries):
            continue
        if head is None and tier not in "or" or (head is None and place.kind == "district"):
            continue
        if place.kind in ("city", "settlement", "region") or tier == "o":
            ranked.append((kinds.index(place.kind) if head else 0, _TIERS[tier], -place.rank, -place.population, place))
    ranked.sort(key=lambda r: r[:4])
    return list(dict.fromkeys(r[4] for r in ranked))


_ALL = ("country", "region", "city", "settlement", "district")


def _kinds_of(head: str | None) -> tuple[tuple[str, ...], Collection[str]]:
    """The kinds a head allows, the likeliest first, and the countries it is limited to (empty for all)."""
    if head is None:
        return _ALL, ()
    if head in _ALL:
        return (head,), ()
    return type_words().get(fold(head).rstrip("."), (_ALL, ()))
