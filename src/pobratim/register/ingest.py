"""One page into the register: its version, mentions and claims, in one transaction. Records follow with `settle`."""

from __future__ import annotations

import hashlib
import zlib
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import msgspec
from django.db import transaction
from django.utils import timezone

from pobratim import __version__
from pobratim.core.facts import Facts
from pobratim.resolve.records.actor import territories
from pobratim.resolve.records.content import ACTOR, digest, full_day
from pobratim.resolve.records.mention import Mention, mentions_of

from . import sql
from .claims import claims_of
from .models import ActorVariant, AnchorPlace, Block, Claim, Node, PageVersion, Source
from .models import Mention as MentionRow
from .nodes import add_nodes, mark_dirty

MENTIONS_A_VERSION = 1_000_000
_encode = msgspec.json.Encoder(order="deterministic").encode


class Stored(StrEnum):
    """What became of a page."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


class Incoming(NamedTuple):
    """A page to be stored. `snapshot` is the SHA-256 of its bytes, None where only the facts are there."""

    facts: Facts
    address: str
    snapshot: str | None = None


@transaction.atomic
def page_store(page: Incoming) -> Stored:
    """Stores a page unless its current version says the same; a changed one replaces what the old version claimed.

    Decisions of people stay; the nodes concerned are marked, and the next `settle` brings the records up to date.
    """
    sql.lock()
    address_hash = digest(page.address)
    facts_hash = hashlib.sha256(_encode(page.facts)).hexdigest()
    old = next(_current(address_hash), None)
    if old is not None and old[1] == facts_hash:
        return Stored.SAME
    if old is not None:
        _retire(old[0], address_hash)
    version = _version(page, address_hash, facts_hash)
    _mentions(version, page)
    return Stored.NEW if old is None else Stored.CHANGED


def _current(address_hash: str) -> Iterator[tuple[Any, ...]]:
    """Number and hash of the current version of a page."""
    versions = sql.table(PageVersion)
    return sql.select(f"SELECT id, facts_hash FROM {versions} WHERE current AND address_hash IN {{keys}}", [address_hash])


def mentions_again(version: PageVersion) -> None:
    """Makes the mentions and claims of a stored version anew, from its facts."""
    _mentions(version.pk, Incoming(stored_facts(version), version.address, version.snapshot))


def stored_facts(version: PageVersion) -> Facts:
    """The facts of a version, the text back in its place."""
    facts = msgspec.json.decode(zlib.decompress(bytes(version.facts)), type=Facts)
    facts.page.text = version.text
    return facts


def _version(page: Incoming, address_hash: str, facts_hash: str) -> int:
    meta, text = page.facts.page, page.facts.page.text
    meta.text = ""
    packed = zlib.compress(msgspec.json.encode(page.facts), 1)
    meta.text = text
    return sql.insert_one(
        PageVersion,
        {
            "source_id": _source(page.address, meta.site),
            "address": page.address,
            "address_hash": address_hash,
            "current": True,
            "snapshot": page.snapshot or facts_hash,
            "facts_hash": facts_hash,
            "title": meta.title or "",
            "published": full_day(meta.published.value) if meta.published else None,
            "text": text,
            "facts": packed,
            "reader": __version__[:40],
            "read_at": timezone.now(),
        },
    )


def _source(address: str, site: str | None) -> int:
    """The source of a page: the site it names, else the host of its address, else `files`."""
    name = (site or _host(address) or "files")[:255]
    for (number,) in sql.select(f"SELECT id FROM {sql.table(Source)} WHERE name IN {{keys}}", [name]):
        return int(number)
    return sql.insert_one(Source, {"name": name})


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _retire(old: int, address_hash: str) -> None:
    """The old version loses its claims and mentions; their nodes, and those that decisions look for here, are marked."""
    PageVersion.objects.filter(pk=old).update(current=False)
    mentions = list(MentionRow.objects.filter(version=old).values_list("id", "node_id"))
    sql.delete(Claim, "mention_id", (number for number, _ in mentions))
    anchored = AnchorPlace.objects.filter(address_hash=address_hash).values_list("anchor__node", flat=True)
    mark_dirty({node for _, node in mentions} | set(anchored))
    _uncount_variants(old)
    sql.delete(MentionRow, "id", (number for number, _ in mentions))


def _mentions(version: int, page: Incoming) -> None:
    found = mentions_of(page.facts, page.address)
    _nodes(found)
    first = version * MENTIONS_A_VERSION
    numbers = {mention.local: first + place for place, mention in enumerate(found)}
    rows = [(numbers[one.local], version, one.node, one.local) for one in found]
    sql.insert(MentionRow, ("id", "version_id", "node_id", "local"), rows)
    keys = {one.local: one.node for one in found}
    claims = claims_of(page.facts, keys, territories(page.facts, keys))
    columns = ("mention_id", "field", "value", "modality", "spans", "state")
    sql.insert(Claim, columns, [(numbers[local], *rest, "p") for local, *rest in claims])
    _add_variants(variants(page.facts, keys), 1)


def _nodes(found: list[Mention]) -> None:
    """New nodes come in fresh, with their blocks; those that are there already are marked."""
    rows = {one.node: (one.node, one.kind, one.content) for one in found}
    known = {row[0] for row in sql.select(f"SELECT key FROM {sql.table(Node)} WHERE key IN {{keys}}", rows)}
    mark_dirty(known)
    add_nodes(rows[key] for key in sorted(rows.keys() - known))
    blocks = sorted({(one.node, block) for one in found if one.node not in known for block in one.blocks})
    sql.insert(Block, ("node_id", "block"), blocks)


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


def _uncount_variants(version: int) -> None:
    facts = stored_facts(PageVersion.objects.get(pk=version))
    keys = dict(MentionRow.objects.filter(version=version).values_list("local", "node_id"))
    _add_variants(variants(facts, keys), -1)
    ActorVariant.objects.filter(node__in={node for node in keys.values() if node[0] == ACTOR}, mentions__lte=0).delete()


def _add_variants(counts: Counter[tuple[str, str]], sign: int) -> None:
    rows = [(node, digest(value), value, sign * number) for (node, value), number in sorted(counts.items())]
    more = "ON CONFLICT (node_id, digest) DO UPDATE SET mentions = {table}.mentions + excluded.mentions"
    sql.insert(ActorVariant, ("node_id", "digest", "value", "mentions"), rows, more)
