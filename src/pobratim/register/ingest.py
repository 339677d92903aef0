"""Pages into the register: their versions, mentions and claims, in one transaction. Records follow with `settle`."""

from __future__ import annotations

import datetime
import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec
from django.db import transaction
from django.utils import timezone

from pobratim import __version__
from pobratim.core.facts import Facts
from pobratim.core.garbage import cycles_kept
from pobratim.resolve.records.content import digest, full_day

from . import sql
from .mentions import Told, mentions_store, uncount_variants
from .models import AnchorPlace, Claim, PageVersion, Source
from .models import Mention as MentionRow
from .models.page import FILES
from .nodes import mark_dirty
from .person_variants import people_uncount

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


def page_store(page: Incoming) -> Stored:
    """Stores a page unless its current version says the same; a changed one replaces what the old version claimed.

    Decisions of people stay; the nodes concerned are marked, and the next `settle` brings the records up to date.
    """
    return pages_store([page])[0]


@cycles_kept()
@transaction.atomic
def pages_store(pages: Sequence[Incoming]) -> list[Stored]:
    """`page_store` for some pages in one transaction: all of them or, where one cannot be stored, none."""
    sql.lock()
    return [stored for some in _no_doubles(pages) for stored in _store(some)]


def _no_doubles(pages: Iterable[Incoming]) -> Iterator[list[Incoming]]:
    """The pages in their order, cut where an address comes again: its second version has to see the first."""
    some: dict[str, Incoming] = {}
    for page in pages:
        if page.address in some:
            yield [*some.values()]
            some = {}
        some[page.address] = page
    yield [*some.values()]


def _store(pages: list[Incoming]) -> Iterator[Stored]:
    current = dict(_current(digest(page.address) for page in pages))
    fresh: list[tuple[Incoming, str, str]] = []
    for page in pages:
        address_hash = digest(page.address)
        facts_hash = hashlib.sha256(_encode(page.facts)).hexdigest()
        old = current.get(address_hash)
        if old is not None and old[1] == facts_hash:
            yield Stored.SAME
            continue
        if old is not None:
            _retire(old[0], address_hash)
        fresh.append((page, address_hash, facts_hash))
        yield Stored.NEW if old is None else Stored.CHANGED
    numbers = _versions(fresh)
    told = zip(numbers, fresh, strict=True)
    mentions_store([Told(number, page.facts, page.address, _published(page.facts)) for number, (page, _, _) in told])


def _current(address_hashes: Iterable[str]) -> Iterator[tuple[str, tuple[int, str]]]:
    """Hash of an address → number and hash of the current version of the page."""
    versions = sql.table(PageVersion)
    statement = f"SELECT address_hash, id, facts_hash FROM {versions} WHERE current AND address_hash IN {{keys}}"
    return ((address, (number, facts)) for address, number, facts in sql.select(statement, address_hashes))


def mentions_again(versions: Iterable[PageVersion]) -> None:
    """Makes the mentions and claims of stored versions anew, from their facts."""
    mentions_store([Told(version.pk, stored_facts(version), version.address, version.published) for version in versions])


def stored_facts(version: PageVersion) -> Facts:
    """The facts of a version, the text back in its place."""
    facts = msgspec.json.decode(zlib.decompress(bytes(version.facts)), type=Facts)
    facts.page.text = version.text
    return facts


_COLUMNS = (
    *("source_id", "address", "address_hash", "current", "snapshot", "facts_hash"),
    *("title", "published", "text", "facts", "reader", "read_at"),
)


def _versions(pages: Sequence[tuple[Incoming, str, str]]) -> list[int]:
    """Stores the versions that pages, each with the hashes of its address and facts, are; returns their numbers."""
    sources = _sources({_source_name(page) for page, _, _ in pages})
    now = timezone.now()
    rows = []
    for page, address_hash, facts_hash in pages:
        meta, text = page.facts.page, page.facts.page.text
        meta.text = ""
        packed = zlib.compress(msgspec.json.encode(page.facts), 1)
        meta.text = text
        own = (sources[_source_name(page)], page.address, address_hash, True, page.snapshot or facts_hash, facts_hash)
        rows.append((*own, meta.title or "", _published(page.facts), text, packed, __version__[:40], now))
    return sql.insert_known(PageVersion, _COLUMNS, rows)


def _published(facts: Facts) -> datetime.date | None:
    """The day on which the page came out, where it is told exactly."""
    return full_day(facts.page.published.value) if facts.page.published else None


def _source_name(page: Incoming) -> str:
    """What the source of a page is called: the site it names, else the host of its address, else `FILES`."""
    return (page.facts.page.site or _host(page.address) or FILES)[:255]


def _sources(names: set[str]) -> dict[str, int]:
    """Name → number of these sources; those that are new are added."""
    statement = f"SELECT name, id FROM {sql.table(Source)} WHERE name IN {{keys}}"
    new = sorted(names - {row[0] for row in sql.select(statement, names)})
    sql.insert(Source, ("name",), [(name,) for name in new])
    return dict(sql.select(statement, names))


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _retire(old: int, address_hash: str) -> None:
    """The old version loses its claims and mentions; their nodes, and those that decisions look for here, are marked."""
    PageVersion.objects.filter(pk=old).update(current=False)
    mentions = list(MentionRow.objects.filter(version=old).values_list("id", "node_id"))
    people_uncount(old)
    sql.delete(Claim, "mention_id", (number for number, _ in mentions))
    anchored = AnchorPlace.objects.filter(address_hash=address_hash).values_list("anchor__node", flat=True)
    mark_dirty({node for _, node in mentions} | set(anchored))
    uncount_variants(old, stored_facts(PageVersion.objects.get(pk=old)))
    sql.delete(MentionRow, "id", (number for number, _ in mentions))
