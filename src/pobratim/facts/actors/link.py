"""Linking of actor mentions to the gazetteer, with the page's countries and regions as context."""

from __future__ import annotations

from pobratim.lexicon.gazetteer import Entry, lookup, place_by_adjective

from .mention import ActorMention, LinkedPlace


_SEATED = frozenset("administration government assembly representation".split())


def link_actors(actors: list[list[ActorMention]]) -> None:
    """Sets `entry` on every place mention the gazetteer knows."""
    for row in actors:
        for mention in row:
            for one in _with_inner(mention):
                if one.layer == "place" and one.entry is None:
                    _link(one)
                elif one.layer == "body" and one.adjective and not one.parent and one.kind in _SEATED:
                    found = place_by_adjective(one.adjective, one.name.split()[-1].lower() if " " in one.name else None)
                    one.seat = linked(found[0]) if found else None


def _with_inner(mention: ActorMention) -> list[ActorMention]:
    found = [mention]
    for inner in (*mention.inner, mention.parent):
        if inner is not None and inner is not mention:
            found += _with_inner(inner)
    return found


def _link(mention: ActorMention) -> None:
    found = lookup(mention.name)
    if not found or (found[0].kind == "district" and len(found) > 1):
        return
    mention.entry = linked(found[0])
    if mention.kind == "other" or mention.kind == "city" and found[0].kind in ("region", "country"):
        mention.kind = found[0].kind


def linked(entry: Entry) -> LinkedPlace:
    """What facts keep of a gazetteer entry; the key is one for all names of the place."""
    key = entry.code or (str(entry.geonames) if entry.geonames else f"{entry.kind}:{entry.region}:{entry.name}")
    iso = entry.code if entry.kind == "country" else None
    return LinkedPlace(key, entry.country, iso or entry.country, entry.code if entry.kind == "region" or iso is None else None, entry.geonames, entry.region, entry.name, entry.kind)
