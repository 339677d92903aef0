"""Pages into the register: their versions, mentions and claims, in one transaction. Records follow with `settle`."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

import msgspec
from django.db import transaction
from django.utils import timezone

from pobratim import __version__
from pobratim.core.facts import Facts
from pobratim.core.garbage import cycles_kept

from . import sql
from .mentions import Told, mentions_store, uncount_variants
from .models import AnchorPlace, Claim, PageVersion, Source
from .models import Mention as MentionRow
from .nodes import mark_dirty
from .person_variants import people_uncount
from .reading import Incoming, Reading, reading_of, said_of


class Stored(StrEnum):
    """What became of a page."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


def page_store(page: Incoming) -> Stored:
    """Stores a page unless its current version says the same; a changed one replaces what the old version claimed.

    Decisions of people stay; the nodes concerned are marked, and the next `settle` brings the records up to date.
    """
    return pages_store([reading_of(page)])[0]


@cycles_kept()
@transaction.atomic
def pages_store(pages: Sequence[Reading]) -> list[Stored]:
    """`page_store` for some pages in one transaction: all of them or, where one cannot be stored, none."""
    sql.lock()
    return [stored for some in _no_doubles(pages) for stored in _store(some)]


def _no_doubles(pages: Iterable[Reading]) -> Iterator[list[Reading]]:
    """The pages in their order, cut where an address comes again: its second version has to see the first."""
    some: dict[str, Reading] = {}
    for page in pages:
        if page.address in some:
            yield [*some.values()]
            some = {}
        some[page.address] = page
    yield [*some.values()]


def _store(pages: list[Reading]) -> Iterator[Stored]:
    current = dict(_current(page.address_hash for page in pages))
    fresh: list[Reading] = []
    for page in pages:
        old = current.get(page.address_hash)
        if old is not None and old[1] == page.facts_hash:
            yield Stored.SAME
            continue
        if old is not None:
            _retire(old[0], page.address_hash)
        fresh.append(page)
        yield Stored.NEW if old is None else Stored.CHANGED
    numbers = _versions(fresh)
    mentions_store([Told(number, page.published, page.said) for number, page in zip(numbers, fresh, strict=True)])


def _current(address_hashes: Iterable[str]) -> Iterator[tuple[str, tuple[int, str]]]:
    """Hash of an address → number and hash of the current version of the page."""
    versions = sql.table(PageVersion)
    statement = f"SELECT address_hash, id, facts_hash FROM {versions} WHERE current AND address_hash IN {{keys}}"
    return ((address, (number, facts)) for address, number, facts in sql.select(statement, address_hashes))


def mentions_again(versions: Iterable[PageVersion]) -> None:
    """Makes the mentions and claims of stored versions anew, from their facts."""
    mentions_store([Told(one.pk, one.published, said_of(stored_facts(one), one.address)) for one in versions])


def stored_facts(version: PageVersion) -> Facts:
    """The facts of a version, the text back in its place."""
    facts = msgspec.json.decode(zlib.decompress(bytes(version.facts)), type=Facts)
    facts.page.text = version.text
    return facts


_COLUMNS = (
    *("source_id", "address", "address_hash", "current", "snapshot", "facts_hash"),
    *("title", "published", "text", "facts", "reader", "read_at"),
)


def _versions(pages: Sequence[Reading]) -> list[int]:
    """Stores the versions that pages are; returns their numbers."""
    sources, now = _sources({page.source for page in pages}), timezone.now()
    rows = [
        (
            *(sources[page.source], page.address, page.address_hash, True, page.snapshot, page.facts_hash),
            *(page.title, page.published, page.text, page.facts, __version__[:40], now),
        )
        for page in pages
    ]
    return sql.insert_known(PageVersion, _COLUMNS, rows)


def _sources(names: set[str]) -> dict[str, int]:
    """Name → number of these sources; those that are new are added."""
    statement = f"SELECT name, id FROM {sql.table(Source)} WHERE name IN {{keys}}"
    new = sorted(names - {row[0] for row in sql.select(statement, names)})
    sql.insert(Source, ("name",), [(name,) for name in new])
    return dict(sql.select(statement, names))


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
