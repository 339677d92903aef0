"""What pages speak of: their mentions, the nodes of these, their claims. Many pages at once cost least."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from pobratim.core.facts import Facts
from pobratim.facts.promises.part import parted
from pobratim.resolve.records.actor import territories
from pobratim.resolve.records.content import ACTOR, PERSON, digest
from pobratim.resolve.records.mention import Mention, mentions_of

from . import sql
from .claims import claims_of
from .models import ActorVariant, Claim, Node
from .models import Mention as MentionRow
from .nodes import add_nodes, mark_dirty
from .person_variants import Variants

MENTIONS_A_VERSION = 1_000_000
_encode = msgspec.json.Encoder(order="deterministic").encode
_MENTION_COLUMNS = ("id", "version_id", "node_id", "local", "published")
_CLAIM_COLUMNS = ("mention_id", "field", "value", "modality", "spans", "state")


class Told(NamedTuple):
    """A stored version of a page, by its number, and what it says."""

    version: int
    facts: Facts
    address: str
    published: datetime.date | None


def mentions_store(pages: Sequence[Told]) -> None:
    """Stores mentions and claims of some pages; the nodes concerned are marked for `settle`."""
    pages = [page._replace(facts=parted(page.facts)) for page in pages]
    found = [mentions_of(page.facts, page.address) for page in pages]
    _nodes([mention for many in found for mention in many])
    mentions: list[tuple[Any, ...]] = []
    claims: list[tuple[int | str, ...]] = []
    described: Counter[tuple[str, str]] = Counter()
    people = Variants()
    for page, many in zip(pages, found, strict=True):
        first = page.version * MENTIONS_A_VERSION
        numbers = {mention.local: first + place for place, mention in enumerate(many)}
        keys = {mention.local: mention.node for mention in many}
        published = sql.put_day(page.published)
        mentions += [(numbers[one.local], page.version, one.node, one.local, published) for one in many]
        told = claims_of(page.facts, keys, territories(page.facts, keys))
        claims += [(numbers[one.local], one.field, one.value, one.modality, one.spans, "p") for one in told]
        described.update(variants(page.facts, keys))
        own: dict[str, list[tuple[str, str]]] = {local: [] for local, key in keys.items() if key[0] == PERSON}
        for one in told:
            if one.local in own:
                own[one.local].append((one.field, one.value))
        for local, said in own.items():
            people.add(keys[local], said, page.published)
    sql.insert(MentionRow, _MENTION_COLUMNS, mentions)
    sql.insert(Claim, _CLAIM_COLUMNS, claims)
    _add_variants(described, 1)
    people.store()


def _nodes(found: list[Mention]) -> None:
    """New nodes come in fresh; those that are there already are marked."""
    rows = {one.node: (one.node, one.kind, one.content) for one in found}
    known = {row[0] for row in sql.select(f"SELECT key FROM {sql.table(Node)} WHERE key IN {{keys}}", rows)}
    mark_dirty(known)
    add_nodes(rows[key] for key in sorted(rows.keys() - known))


def variants(facts: Facts, keys: dict[str, str]) -> Counter[tuple[str, str]]:
    """`(node, description as JSON)` → how many of the page's mentions describe the actor so."""
    found: Counter[tuple[str, str]] = Counter()
    for place in facts.places:
        ids = {"iso3166_2": place.ids.iso3166_2, "geonames": place.ids.geonames}
        told = {"name": place.name, "kind": place.kind, "country": place.country, "within": keys.get(place.within or ""), **ids}
        found[keys[place.id], _encode(told).decode()] += 1
    for body in facts.bodies:
        told = {"name": body.name, "kind": body.kind, "within": keys.get(body.place or "")}
        found[keys[body.id], _encode(told).decode()] += 1
    return found


def uncount_variants(version: int, facts: Facts) -> None:
    """A version that is current no more describes its actors no more."""
    keys = dict(MentionRow.objects.filter(version=version).values_list("local", "node_id"))
    _add_variants(variants(facts, keys), -1)
    ActorVariant.objects.filter(node__in={node for node in keys.values() if node[0] == ACTOR}, mentions__lte=0).delete()


def _add_variants(counts: Counter[tuple[str, str]], sign: int) -> None:
    rows = [(node, digest(value), value, sign * number) for (node, value), number in sorted(counts.items())]
    more = "ON CONFLICT (node_id, digest) DO UPDATE SET mentions = {table}.mentions + excluded.mentions"
    sql.insert(ActorVariant, ("node_id", "digest", "value", "mentions"), rows, more)
