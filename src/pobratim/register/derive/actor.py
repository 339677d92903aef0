"""Actors from the ways in which pages describe them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import msgspec

from pobratim.register import sql
from pobratim.register.models import Actor, ActorVariant, Node
from pobratim.resolve.records.content import plain

from .draft import Draft, Json, canonical, key_in
from .rows import Rows

FOLDED_CHARS = 200
_LEVELS = {"country": "national", "region": "region", "district": "district", "city": "city", "settlement": "city"}


def actors(drafts: Mapping[str, Draft], records: Mapping[str, str], rows: Rows) -> None:
    """A row for every actor that pages mention."""
    found: dict[str, Counter[str]] = {}
    variants = sql.select(
        f"SELECT n.record, x.value, x.mentions FROM {sql.table(Node)} n JOIN {sql.table(ActorVariant)} x ON x.node_id = n.key "
        "WHERE x.mentions > 0 AND n.record IN {keys}",
        drafts,
    )
    for record, value, mentions in variants:
        found.setdefault(record, Counter())[value] += mentions
    parents = _parents(found)
    for key, counts in found.items():
        rows.add(_actor(drafts[key], counts, {**records, **parents}))


def _parents(found: Mapping[str, Counter[str]]) -> dict[str, str]:
    within = {msgspec.json.decode(value).get("within") for counts in found.values() for value in counts} - {None}
    return dict(sql.select(f"SELECT key, record FROM {sql.table(Node)} WHERE record <> '' AND key IN {{keys}}", within))


def _actor(draft: Draft, counts: Counter[str], records: Mapping[str, str]) -> Actor:
    told = [(msgspec.json.decode(value), number) for value, number in sorted(counts.items())]
    names = _most(told, "name")
    draft.pages = sum(counts.values())
    name = draft.best("name") or names[0][0]
    kind = draft.best("kind") or _most(told, "kind")[0][0]
    within = records.get(_first(told, "within") or "")
    if (given := key_in(draft.best("within"))) is not None:
        within = given
    return Actor(
        **draft.common(), name=name, folded=plain(name)[:FOLDED_CHARS], kind=kind[:20], level=_LEVELS.get(kind, "organisation"),
        country=(_first(told, "country") or "")[:2], iso3166_2=(_first(told, "iso3166_2") or "")[:12], geonames=_first(told, "geonames"),
        within_id=within if within != draft.key else None, names=names,
    )


def _most(told: list[tuple[Json, int]], field: str) -> list[tuple[str, int]]:
    """The values of a field with the number of their mentions, the most frequent first."""
    found: Counter[str] = Counter()
    for value, number in told:
        if value.get(field) is not None:
            found[value[field]] += number
    return sorted(found.items(), key=lambda one: (-one[1], canonical(one[0])))


def _first(told: list[tuple[Json, int]], field: str) -> Json:
    values = _most(told, field)
    return values[0][0] if values else None
