"""Actors from the ways in which pages describe them."""

from __future__ import annotations

from pobratim.lexicon.official_place import official_region
from pobratim.register.models import Actor
from pobratim.resolve.records.content import plain

from .draft import Draft, key_in
from .rows import Rows

FOLDED_CHARS = 200
_LEVELS = {"country": "national", "region": "region", "district": "district", "city": "city", "settlement": "city"}


def actor(draft: Draft, rows: Rows) -> None:
    """The row of a place or body, under the name that most mentions give it; of a region the official one goes before it."""
    kind = draft.best("kind") or "other"
    name = _name(draft, kind)
    within = key_in(draft.best("within"))
    rows.add(
        Actor,
        **draft.common(),
        name=name,
        folded=plain(name)[:FOLDED_CHARS],
        kind=kind[:20],
        level=_LEVELS.get(kind, "organisation"),
        country=(draft.best("country") or "")[:2],
        iso3166_2=(draft.best("iso3166_2") or "")[:12],
        geonames=draft.best("geonames"),
        within_id=within if within != draft.key else None,
        names=[[one.value, one.pages] for one in draft.values.get("name", [])],
        documents_count=0,  # `tally` counts them, when the documents and events are there
        events_count=0,
    )


def _name(draft: Draft, kind: str) -> str:
    """What it is called: as a person said, else as most pages do; folk names of regions («Оренбуржье») stay among its names."""
    told = draft.all("name")
    if not told:
        return ""
    decided = "name" in draft.decided or kind != "region"
    return str(told[0] if decided else official_region(told, draft.best("iso3166_2") or ""))
