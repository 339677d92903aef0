"""What pages speak of: their mentions, the nodes of these, their claims. Many pages at once cost least."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from pobratim.core.facts import Facts
from pobratim.resolve.records.content import ACTOR, digest
from pobratim.resolve.records.mention import Mention

from . import sql
from .models import ActorVariant, Claim, Node
from .models import Mention as MentionRow
from .nodes import add_nodes, mark_dirty
from .person_variants import Variants
from .reading import Said, described_actors

MENTIONS_A_VERSION = 1_000_000
_MENTION_COLUMNS = ("id", "version_id", "node_id", "local", "published")
_CLAIM_COLUMNS = ("mention_id", "field", "value", "modality", "spans", "state")


class Told(NamedTuple):
    """A stored version of a page, by its number, the day on which it came out, and what it says."""

    version: int
    published: datetime.date | None
    said: Said


def mentions_store(pages: Sequence[Told]) -> None:
    """Stores mentions and claims of some pages; the nodes concerned are marked for `settle`."""
    _nodes([mention for page in pages for mention in page.said.mentions])
    mentions: list[tuple[Any, ...]] = []
    claims: list[tuple[int | str, ...]] = []
    actors: Counter[tuple[str, str]] = Counter()
    people = Variants()
    for version, published, said in pages:
        first, day = version * MENTIONS_A_VERSION, sql.put_day(published)
        numbers = {mention.local: first + place for place, mention in enumerate(said.mentions)}
        mentions += [(numbers[one.local], version, one.node, one.local, day) for one in said.mentions]
        claims += [(first + place, *told, "p") for place, *told in said.claims]
        actors.update(said.actors)
        for node, description in said.people:
            people.add(node, description, published)
    sql.insert(MentionRow, _MENTION_COLUMNS, mentions)
    sql.insert(Claim, _CLAIM_COLUMNS, claims)
    _add_variants(actors, 1)
    people.store()


def _nodes(found: list[Mention]) -> None:
    """New nodes come in fresh; those that are there already are marked."""
    rows = {one.node: (one.node, one.kind, one.content) for one in found}
    known = {row[0] for row in sql.select(f"SELECT key FROM {sql.table(Node)} WHERE key IN {{keys}}", rows)}
    mark_dirty(known)
    add_nodes(rows[key] for key in sorted(rows.keys() - known))


def uncount_variants(version: int, facts: Facts) -> None:
    """A version that is current no more describes its actors no more."""
    keys = dict(MentionRow.objects.filter(version=version).values_list("local", "node_id"))
    _add_variants(described_actors(facts, keys), -1)
    ActorVariant.objects.filter(node__in={node for node in keys.values() if node[0] == ACTOR}, mentions__lte=0).delete()


def _add_variants(counts: Counter[tuple[str, str]], sign: int) -> None:
    rows = [(node, digest(value), value, sign * number) for (node, value), number in sorted(counts.items())]
    more = "ON CONFLICT (node_id, digest) DO UPDATE SET mentions = {table}.mentions + excluded.mentions"
    sql.insert(ActorVariant, ("node_id", "digest", "value", "mentions"), rows, more)
