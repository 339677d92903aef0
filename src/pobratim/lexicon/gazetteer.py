"""The gazetteer: places by name, by an inflected form of it, by an adjective, by an id.

Nothing here chooses between places that share a name: `resolve/place.py` does, from the page.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from pobratim.core.memo import remembered

from .place_index import place_index
from .place_key import adjective_head, bare_name, fold, masculine, type_of, type_words


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


@remembered(20_000)
def entry(number: int) -> Entry:
    """The place in a row of the index."""
    name, kind, country, region, code, geonames, population, rank = place_index().row(number)
    return Entry(
        name, kind, country or None, region or None, code or None, int(geonames) if geonames else None,
        int(population), int(rank),
    )  # fmt: skip


@remembered(5_000)
def place_by_id(code: str) -> Entry | None:
    """The place with an ISO 3166 code or a GeoNames number («KG-C», «481964»), or None."""
    found = place_index().values("#" + code)
    return entry(int(found[0])) if found else None


@remembered(20_000)
def spellings(form: str) -> tuple[Spelling, ...]:
    """All readings of a folded form, the place of the highest rank first («шэньси»; «великого новгорода»)."""
    found = []
    for value in place_index().values(form):
        guard, cases, row = value.split("\t")
        name, numbers = place_index().row(int(row))
        entries = tuple(entry(int(n)) for n in numbers.split(","))
        found.append(Spelling(guard.rstrip("="), guard.endswith("="), cases, name, entries))
    return tuple(sorted(found, key=lambda s: (-s.entries[0].rank, s.name)))


@remembered(5_000)
def longer_names(word: str) -> tuple[int, ...]:
    """How many words the names have that begin with this form, the longest first; empty for none."""
    return tuple(sorted(map(int, place_index().values("+" + word)), reverse=True))


def begins_name(word: str) -> bool:
    """Whether a folded form is a name of the gazetteer («шэньси») or the first word of one («великого»)."""
    return place_index().has(word)


def lookup(key: str, kinds: Collection[str] | None = None) -> list[Entry]:
    """The places a nominative name may mean, the likeliest first; empty where the name is unknown.

    Args:
        key: a name, with or without its type word («Чуйская область», «Тосно», «республика Татарстан»).
        kinds: only these kinds; None takes them from the type word, if there is one.

    >>> [e.code for e in lookup("Чуйская область")], lookup("Шэньси")[0].code
    (['KG-C'], 'CN-SN')
    """
    found = _looked_up(key, kinds is None)
    return [e for e in found if kinds is None or e.kind in kinds]


@remembered(20_000)
def _looked_up(key: str, by_type: bool) -> tuple[Entry, ...]:
    word = type_of(key)
    whole = _named(key)
    if whole or word is None:  # «Киргизская Республика», «область Абай» are names as they stand
        return tuple(whole)
    if adjective_head(key):
        return tuple(place_by_adjective(key, word if by_type else None) or place_by_adjective(key, "район"))
    found = _named(bare_name(key))
    return tuple(_fitting(found, word) if by_type else found)


def _named(name: str) -> list[Entry]:
    """What a nominative may mean; an abbreviation only in capitals («СУАР» is no town in India, «Суар» no region)."""
    readings = [s for s in spellings(fold(name)) if s.nominative]
    short = [s for s in readings if "u" in s.guard and name.isupper()]
    return list(dict.fromkeys(e for s in short or readings if s in short or "u" not in s.guard for e in s.entries))


def _fitting(found: list[Entry], word: str) -> list[Entry]:
    """Those that the type word may stand beside, in the order of its kinds («город Минск», «провинция Шэньси»)."""
    kept = [(order, number, e) for number, e in enumerate(found) if (order := _place_in(e, word)) is not None]
    return [e for _, _, e in sorted(kept, key=lambda k: k[:2])]


_TIERS = "012345678orsp"  # as tools/gazetteer/key.py explains them
_OWN_TYPES = frozenset(("область", "край", "республика", "округ", "автономный округ", "провинция", "воеводство"))
_KINDS = ("country", "region", "city", "settlement", "district")
_GROUPED = {"settlement": "city"}


def place_by_adjective(adjective: str, head: str | None = None) -> list[Entry]:
    """The places an adjective of a name may mean, the likeliest first; several stay several («Советский район»).

    Args:
        adjective: in any form («чуйская», «тосненским»), or a name that begins with it («Чуйская область»).
        head: the lemma of the noun it stands with («область», «облисполком», «горсовет»), a kind of place, or None
            where the noun says nothing about the kind («делегация»): then countries, regions and large towns count.

    >>> place_by_adjective("чуйская", "область")[0].code, place_by_adjective("белорусский")[0].country
    ('KG-C', 'BY')
    """
    return list(_by_adjective(adjective_head(adjective) or masculine(fold(adjective)), head))


@remembered(20_000)
def _by_adjective(word: str, head: str | None) -> tuple[Entry, ...]:
    ranked = []
    for value in place_index().values("@" + word):
        tier, number = value.split("\t")
        place = entry(int(number))
        if head is None and (tier in "sp" or place.kind == "district"):
            continue
        order = _place_in(place, head)
        if order is not None:
            ranked.append((order, _TIERS.index(tier), -place.rank, -place.population, place))
    ranked.sort(key=lambda r: r[:4])
    return tuple(dict.fromkeys(r[4] for r in ranked))


def _place_in(place: Entry, head: str | None) -> int | None:
    """How well a place stands beside a head: 0 is best, None not at all. A head that is unknown allows every kind."""
    if head is None:
        return 0
    if head in _KINDS:
        return 0 if place.kind == head or _GROUPED.get(place.kind) == head else None
    kinds, countries = type_words().get(fold(head).rstrip("."), (_KINDS, frozenset()))
    if countries and place.country not in countries:
        return None
    own = (type_of(place.name) or "").split(" ")[-1]
    if place.kind == "region" and own and head in _OWN_TYPES and own != head.split(" ")[-1]:
        return None  # «Алтайский край» is not «Республика Алтай»
    if place.kind in kinds:
        return kinds.index(place.kind)
    if place.kind == "settlement" and "city" in kinds:
        return len(kinds)
    return kinds.index(place.kind + "!") if place.kind + "!" in kinds and own == fold(head) else None
