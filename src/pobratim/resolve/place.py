"""Which place a name means: chosen by an explicit parent, by the other places of the page, by size.

A wrong link is worse than none: where the page does not decide between equals, the answer is None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log10
from typing import NamedTuple

from pobratim.core.facts import SETTLEMENTS, PlaceIds
from pobratim.lexicon.gazetteer import Entry, lookup, place_by_adjective, place_by_id

# A town must be this many times larger than its namesakes to be meant without any help from the page.
DOMINANT = 5
DOMINANT_AT_HOME = 2
# A smaller town far away is not linked where the page neither calls it a town nor speaks of its country.
KNOWN_ABROAD = 100_000
# Without a word about a country on the page, news in Russian is about these, and next about their neighbours.
HOME = frozenset(("RU", "BY", "KZ", "KG", "UZ"))
NEAR = HOME | frozenset("AM AZ CN EE FI GE LT LV MD MN NO PL TJ TM UA".split())


@dataclass(slots=True)
class PageContext:
    """The unambiguous places of a page: how often each country (ISO 3166-1) and region (ISO 3166-2) is mentioned."""

    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> PageContext:
        """The context that these linked places make; each counts for its region and its country."""
        context = cls()
        for entry in entries:
            context.add(entry)
        return context

    def add(self, entry: Entry, times: int = 1) -> None:
        """Counts one more mention of a linked place, or so many."""
        if entry.country:
            self.countries[entry.country] += times
        if entry.region:
            self.regions[entry.region] += times

    def speaks_for(self, entry: Entry) -> int:
        """0–2: nothing on the page is near the place, its country is there, its region is."""
        if entry.region in self.regions:
            return 2
        return 1 if entry.country in self.countries else 0


def link(name: str, kind_hint: str | None, context: PageContext, parent: Entry | None = None) -> Entry | None:
    """The place that a name means on this page, or None where nothing decides.

    Args:
        name: in the nominative, with its type word if the page gives one («Тосненский муниципальный район»).
        kind_hint: country, region, district, city or settlement, where the words around the name say so.
        context: what else the page mentions.
        parent: the territory named with it («Аламудунский район **Чуйской области**»).

    >>> link("Советский район", "district", PageContext()) is None
    True
    >>> link("Аламудунский район", "district", PageContext()).region
    'KG-C'
    """
    return choose(lookup(name), kind_hint, context, parent)


def link_adjective(adjective: str, head: str | None, context: PageContext, parent: Entry | None = None) -> Entry | None:
    """The place that an adjective beside a noun means («Гродненский облисполком» → the region), or None.

    `head` is the lemma of the noun, None where it says nothing about the kind of place («делегация»).
    """
    candidates = place_by_adjective(adjective, head)
    kind = candidates[0].kind if candidates else None
    return choose([e for e in candidates if e.kind == kind], kind, context, parent)


def choose(candidates: Sequence[Entry], kind_hint: str | None, context: PageContext, parent: Entry | None = None) -> Entry | None:
    """The one among places of one name (the likeliest first) that is meant, or None; see `link`."""
    candidates = list(candidates) if kind_hint is None else [e for e in candidates if _is_kind(e, kind_hint)]
    if parent is not None:
        candidates = [e for e in candidates if lies_in(e, parent)]
    if not candidates:
        return None
    if len(candidates) == 1 or _same_place(candidates):
        return candidates[0] if parent or kind_hint in SETTLEMENTS or _plausible(candidates[0], context) else None
    return _chosen(candidates, context, parent)


def _is_kind(entry: Entry, hint: str) -> bool:
    """A town is a town of any size; a city that is a region passes for both («правительство Москвы»)."""
    if entry.kind == hint or (entry.kind in SETTLEMENTS and hint in SETTLEMENTS):
        return True
    if hint == "country" and entry.kind == "region" and entry.country is None:
        return True
    return hint == "region" and entry.kind == "city" and entry.code is not None


def lies_in(entry: Entry, parent: Entry) -> bool:
    """Whether a place can lie in another: in the same region, or in the country; unknown ownership is not held against it."""
    if parent.kind == "country":
        return entry.country in (parent.country, None)
    return parent.region is not None and entry.region == parent.region and entry != parent


def _same_place(candidates: list[Entry]) -> bool:
    """Whether all candidates are one territory under several kinds («Выкса» and «городской округ Выкса»)."""
    first = candidates[0]
    return all(e.region == first.region and e.kind != first.kind for e in candidates[1:]) and first.region is not None


def _plausible(entry: Entry, context: PageContext) -> bool:
    """The only place of its name may still be another that the gazetteer lacks: far from the page it must be known."""
    if entry.kind in ("country", "region") or context.speaks_for(entry) or entry.country is None:
        return True
    if entry.kind == "district":
        return not context.countries or entry.country in HOME
    return entry.population >= KNOWN_ABROAD or bool(entry.code) or entry.country in NEAR


def _chosen(candidates: list[Entry], context: PageContext, parent: Entry | None) -> Entry | None:
    """The candidate of the kind that comes first, if it stands out among its equals."""
    most = max(context.speaks_for(e) for e in candidates)
    first = next((e for e in candidates if context.speaks_for(e) == most), candidates[0])
    if candidates[0].kind == "region" and candidates[0].country is None and most < 2:
        first = candidates[0]  # «Крым»: a country on the page cannot speak for a region whose country is left open
    if first.kind in SETTLEMENTS:
        found = _town([e for e in candidates if e.kind in SETTLEMENTS], context)
        return found if found is None or parent or _plausible(found, context) else None
    rivals = [e for e in candidates if e.kind == first.kind and e != first]
    if not rivals:
        return first if first.kind != "district" or most else None
    if first.kind == "district" and most < 2 and any(e.country in HOME for e in rivals):
        return None
    return first if all(context.speaks_for(e) < most for e in rivals) else None


def _town(towns: list[Entry], context: PageContext) -> Entry | None:
    """The town that outweighs its namesakes by a factor of `DOMINANT`, in people and in what the page says of it."""
    weights = sorted(((_weight(town, context), number) for number, town in enumerate(towns)), key=lambda w: -w[0])
    if len(weights) > 1:
        first, second = towns[weights[0][1]], towns[weights[1][1]]
        # two towns of one name in one region are mostly a town and its suburb: the town is meant
        factor = DOMINANT_AT_HOME if first.region and first.region == second.region else DOMINANT
        if weights[0][0] - weights[1][0] < log10(factor):
            return None
    return towns[weights[0][1]]


def _weight(town: Entry, context: PageContext) -> float:
    """The decimal logarithm of the number of people, each sign of nearness counting as so many times more people."""
    nearness = (0.0, 1.0, 2.7)[context.speaks_for(town)]
    return log10(max(town.population, 100)) + nearness + (1.2 if town.country in HOME else 0.0)


class PlaceMention(NamedTuple):
    """A name to be linked; `parent` is the number of the mention that names its territory, or None."""

    name: str
    kind_hint: str | None = None
    parent: int | None = None


def link_all(mentions: Sequence[PlaceMention]) -> list[Entry | None]:
    """The places of a page's mentions, in their order: countries and regions first, then what these help to decide."""
    found: list[Entry | None] = [None] * len(mentions)
    alike: dict[PlaceMention, list[int]] = {}  # what is told in the same words means the same
    for number, mention in enumerate(mentions):
        alike.setdefault(mention, []).append(number)
    context = PageContext()
    for kinds in (("country", "region"), None, None):
        linked = []
        for mention, numbers in alike.items():
            if found[numbers[0]] is None:
                parent = found[mention.parent] if mention.parent is not None else None
                entry = link(mention.name, mention.kind_hint, context, parent)
                if entry is not None and (kinds is None or entry.kind in kinds or entry.code):
                    linked.append((numbers, entry))
        for numbers, entry in linked:
            for number in numbers:
                found[number] = entry
            context.add(entry, len(numbers))
    return found


def within(entry: Entry) -> list[Entry]:
    """The territories a place lies in, the nearest first («Тосненский район» → Ленинградская область, Россия)."""
    chain: list[Entry] = []
    if entry.kind != "country":
        region = place_by_id(entry.region) if entry.region and entry.code != entry.region else None
        country = place_by_id(entry.country) if entry.country else None
        chain = [place for place in (region, country) if place is not None]
    return chain


def place_ids(entry: Entry) -> PlaceIds:
    """The outside identifiers of a place, as the contract of facts has them."""
    iso = entry.country if entry.kind == "country" else None
    return PlaceIds(iso3166=iso, iso3166_2=entry.code, geonames=entry.geonames)
