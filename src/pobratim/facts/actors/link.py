"""Linking of actor mentions to the gazetteer, with the page's countries and regions as context."""

from __future__ import annotations

from pobratim.core.facts import ORGANS_OF_POWER
from pobratim.core.memo import remembered
from pobratim.lexicon.gazetteer import Entry
from pobratim.lexicon.table import words
from pobratim.resolve.place import PageContext, PlaceMention, link_adjective, link_all, place_ids

from .mention import ActorMention, LinkedPlace

_KINDS = frozenset("country region district city settlement".split())


def link_actors(actors: list[list[ActorMention]]) -> None:
    """Sets `entry` on every place mention that the page's own places decide, and `seat` on bodies named by an adjective.

    «Аламудунский район Чуйской области» is looked for in that region; of equals none is linked.
    """
    mentions = [one for row in actors for mention in row for one in _with_inner(mention)]
    places = [m for m in mentions if m.layer == "place"]
    number = {id(m): n for n, m in enumerate(places)}
    entries = link_all([PlaceMention(m.name, _hint(m), number.get(id(m.parent))) for m in places])
    for mention, entry in zip(places, entries, strict=True):
        if entry is not None:
            _set(mention, entry)
    _follow_page(places)
    seated = [m for m in mentions if m.layer == "body" and m.adjective and not m.parent and m.kind in ORGANS_OF_POWER]
    if seated:
        _seat_bodies(seated, PageContext.of(e for e in entries if e is not None))


def _follow_page(places: list[ActorMention]) -> None:
    """«Алтай» on a page about Алтайский край is that region, unless the page names the one that is called so in full too."""
    regions = [(m, m.entry) for m in places if m.entry is not None and m.entry.kind == "region"]
    if len({entry.key for _, entry in regions}) < 2:
        return  # most pages
    full = [(m.name.lower(), entry) for m, entry in regions if " " in m.name]
    for mention, own in regions:
        stem = mention.name.lower()
        if " " in stem or any(entry.key == own.key for _, entry in full):
            continue
        like = {entry.key: entry for name, entry in full if name.startswith(stem + "ск") and entry.country == own.country}
        if len(like) == 1:
            mention.entry = next(iter(like.values()))


def _with_inner(mention: ActorMention) -> list[ActorMention]:
    if not mention.inner and mention.parent is None:
        return [mention]  # most mentions
    found = [mention]
    for inner in (*mention.inner, mention.parent):
        if inner is not None and inner is not mention and inner not in found:
            found += [one for one in _with_inner(inner) if one not in found]
    return found


def _hint(mention: ActorMention) -> str | None:
    """The kind that a type word gives; a bare name («Минск») gives none that would bind."""
    if "республик" in mention.name.lower():
        return None  # a country or a region
    return mention.kind if mention.kind in _KINDS and " " in mention.name else None


def _set(mention: ActorMention, entry: Entry) -> None:
    mention.entry = linked(entry)
    if mention.kind == "other" or " " not in mention.name or _hint(mention) is None:
        mention.kind = entry.kind


def _seat_bodies(bodies: list[ActorMention], context: PageContext) -> None:
    for body in bodies:
        if body.adjective is None or body.adjective in words("names/level_adjectives.txt"):
            continue  # «Городской совет Ополе» is no council of a town Городея
        head = _territory_word(body.name) or (body.name.split()[-1].lower() if " " in body.name else None)
        entry = link_adjective(body.adjective, head, context)
        body.seat = linked(entry) if entry else None


_TERRITORY_WORDS = {"областной": "область", "краевой": "край", "городской": "город", "районный": "район", "окружной": "округ"}


def _territory_word(name: str) -> str | None:
    """The kind of territory an adjective of the name gives («Могилёвский **областной** исполнительный комитет»)."""
    return next((word for w in name.lower().split() for stem, word in _TERRITORY_WORDS.items() if w.startswith(stem[:-2])), None)


@remembered(5_000)
def linked(entry: Entry) -> LinkedPlace:
    """What facts keep of a gazetteer entry; the key is one for all names of the place."""
    ids = place_ids(entry)
    key = entry.code or (str(entry.geonames) if entry.geonames else f"{entry.kind}:{entry.country}:{entry.region}:{entry.name}")
    if entry.kind == "country":
        key = f"country:{entry.country or entry.name}"
    return LinkedPlace(key, entry.country, ids.iso3166, ids.iso3166_2, ids.geonames, entry.region, entry.name, entry.kind)
