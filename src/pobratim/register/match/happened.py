"""What the news tells: events held and documents signed; as `resolve.plans` compares them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import msgspec
from django.db.models import Model

from pobratim.register import sql
from pobratim.register.models import (
    Claim,
    Document,
    DocumentParty,
    DocumentSphere,
    Event,
    EventParty,
    Mention,
    PageVersion,
    State,
)
from pobratim.register.selectors.sentence import sentence_of
from pobratim.resolve.plans.match import Happened
from pobratim.resolve.records.content import DOCUMENT, EVENT

from .planned import sides_of

SIGNED = ("signed", "in_force", "prolonged")
#: Of so many pages the sentences that tell of a record are looked at, the first by the digest of their addresses.
PAGES, CHARS = 5, 2000
_spans = msgspec.json.Decoder(list[tuple[int, int]]).decode


def happened(keys: Iterable[str]) -> Iterator[Happened]:
    """Those of these records that tell of something done between two sides or more, on a day; without their sentences.

    Asked for by keys alone, as `planned` is.
    """
    for some in sql.chunks(keys):
        yield from _events([key for key in some if key[0] == EVENT])
        yield from _documents([key for key in some if key[0] == DOCUMENT])


def told_between(actors: Sequence[str], *, events: bool = True) -> set[str]:
    """The documents, and events unless they are not wanted, of at least two of these few actors."""
    found: set[str] = set()
    owners: tuple[tuple[type[Model], str], ...] = ((EventParty, "event_id"), (DocumentParty, "document_id"))
    for model, owner in owners if events else owners[1:]:
        both = f"WHERE acts_for_id IN {{keys}} GROUP BY {owner} HAVING COUNT(DISTINCT acts_for_id) > 1"
        found |= {row[0] for row in sql.select(f"SELECT {owner} FROM {sql.table(model)} {both}", actors)}
    return found


def _events(keys: list[str]) -> Iterator[Happened]:
    sides = sides_of(keys, EventParty, "event_id")
    asked = "SELECT key, state, status, kind, date_first, date_last, first_told, last_told"
    for key, state, status, kind, *days in sql.select(f"{asked} FROM {sql.table(Event)} WHERE key IN {{keys}}", keys):
        two = _days(days)
        if status == "held" and state != State.REJECTED and two and len(sides[key]) > 1:
            yield Happened(key, kind, frozenset(sides[key]), *two)


def _documents(keys: list[str]) -> Iterator[Happened]:
    sides = sides_of(keys)
    spheres: dict[str, set[str]] = defaultdict(set)
    for key, code in sql.select(f"SELECT document_id, code FROM {sql.table(DocumentSphere)} WHERE document_id IN {{keys}}", keys):
        spheres[key].add(code)
    asked = "SELECT key, state, status, background, kind, title, signed_first, signed_last, first_told, last_told"
    rows = sql.select(f"{asked} FROM {sql.table(Document)} WHERE key IN {{keys}}", keys)
    for key, state, status, background, kind, title, *days in rows:
        two = _days(days)
        if status in SIGNED and not background and state != State.REJECTED and two and len(sides[key]) > 1:
            yield Happened(key, kind, frozenset(sides[key]), *two, title, frozenset(spheres[key]))


def _days(days: Sequence[datetime.date | str | None]) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day: its own, else those on which it was told of."""
    first, last, told_first, told_last = map(sql.day, days)
    begin, end = first or told_first, last or told_last
    return (begin, end) if begin and end else None


def with_sentences(found: Iterable[Happened]) -> dict[str, Happened]:
    """Key → the same with the sentences of the pages that tell of it; three queries for some at a time."""
    known = {one.key: one for one in found}
    told: dict[str, str] = {}
    for some in sql.chunks(known):
        told |= _sentences(some)
    return {
        key: replace(one, text=f"{one.text}. {told.get(key, '')}" if one.text else told.get(key, ""))
        for key, one in known.items()
    }


def _sentences(keys: list[str]) -> dict[str, str]:
    rows = Mention.objects.filter(node__record__in=keys).values_list("node__record", "version__address_hash", "pk", "version")
    mentions: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for record, address, mention, version in sorted(rows):
        if len(mentions[record]) < PAGES:
            mentions[record].append((address, mention, version))
    chosen = {number for some in mentions.values() for _, number, _ in some}
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for part in sql.chunks(chosen):
        for mention, text in Claim.objects.filter(mention__in=part).values_list("mention", "spans"):
            spans[mention] += _spans(text)
    versions = {version for some in mentions.values() for *_, version in some}
    texts: dict[int, str] = {}
    for part in sql.chunks(versions):
        texts |= dict(PageVersion.objects.filter(pk__in=part).values_list("pk", "text"))
    return {
        record: "\n".join(sentence_of(texts[version], set(spans[number]), CHARS) for _, number, version in some)
        for record, some in mentions.items()
    }
