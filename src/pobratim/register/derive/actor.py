"""Actors from the ways in which pages describe them."""

from __future__ import annotations

from pobratim.register.models import Actor
from pobratim.resolve.records.content import plain

from .draft import Draft, key_in
from .rows import Rows

FOLDED_CHARS = 200
_LEVELS = {"country": "national", "region": "region", "district": "district", "city": "city", "settlement": "city"}


def actor(draft: Draft, rows: Rows) -> None:
    """The row of a place or body, under the name that most mentions give it."""
    name, kind = draft.best("name") or "", draft.best("kind") or "other"
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
