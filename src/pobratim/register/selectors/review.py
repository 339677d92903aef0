"""What waits for a person: contradictions, records that nobody has looked at, records that may be one; and its proof."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple

import msgspec
from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from pobratim.register import sql
from pobratim.register.models import (
    Appointment,
    Claim,
    DocumentParty,
    EventParty,
    Mention,
    Node,
    PageVersion,
    Person,
    Record,
    State,
)

from .likeness import Likeness, likenesses, with_namesakes
from .narrow import few, narrowed_by
from .paging import Place, Slice, slice_of
from .record import MODELS


class Reason(StrEnum):
    """Why a record waits."""

    PROPOSED = "proposed"
    CONTRADICTED = "contradicted"
    ALIKE = "alike"


class Wanted(NamedTuple):
    """Which part of the queue: kind and reason; a partner (key of an actor), a site, a day on which a page came out."""

    kind: str
    reason: Reason = Reason.PROPOSED
    partner: str = ""
    site: str = ""
    day: datetime.date | None = None


#: Kind → the order of its queue; the first column alone may be null.
_ORDERS: dict[str, tuple[Any, ...]] = {"a": ("-pages", "key")}
_BY_NAME = ("folded", "key")
_LATEST = (F("last_told").desc(nulls_last=True), "key")
#: A part of the queue of records that look alike is looked for among so many records at most.
LOOKED_THROUGH = 100
PROOFS = 2
#: Nobody reads a greater number than this.
COUNTED = 2000
_spans = msgspec.json.Decoder(list[tuple[int, int]]).decode


def queue(wanted: Wanted, without: Iterable[str] = ()) -> QuerySet[Record]:
    """The records that wait, the latest told first, actors by how often they are met, namesakes by name.

    Args:
        wanted: which part. Of documents and events that look alike it gives all that wait: `next_in_queue` looks.
        without: keys of records that are not to be asked about now.
    """
    found, told = MODELS[wanted.kind]._default_manager.all(), _told(wanted)
    by_keys = told is not None and few(told)
    if wanted.reason is Reason.CONTRADICTED:
        found = found.filter(contradicted=True).exclude(state=State.REJECTED)
    elif by_keys:  # SQLite would take the index of states for a better one than a few keys
        found = found.exclude(state__in=(State.ACCEPTED, State.REJECTED))
    else:
        found = found.filter(state=State.PROPOSED)
    by_name = wanted.reason is Reason.ALIKE and wanted.kind in "ap"
    if by_name:
        found = with_namesakes(found, wanted.kind)
    if wanted.partner:
        found = found.filter(_of_partner(wanted.kind, wanted.partner))
    if told is not None:
        found = narrowed_by(found, told, "node__record", by_keys)
    found = found.exclude(key__in=list(without)) if without else found
    return found.order_by(*(_BY_NAME if by_name else _ORDERS.get(wanted.kind, _LATEST)))


def _told(wanted: Wanted) -> QuerySet[Mention] | None:
    """What the pages of the site or the day speak of; None where none is asked for."""
    if not wanted.site and not wanted.day:
        return None
    told = Mention.objects.filter(version__current=True, node__kind=wanted.kind)
    told = told.filter(version__source__name=wanted.site) if wanted.site else told
    return told.filter(version__published=wanted.day) if wanted.day else told


def _of_partner(kind: str, actor: str) -> Q:
    if kind == "a":
        return Q(key=actor) | Q(within=actor) | Q(within__within=actor)
    if kind == "p":
        return Q(Exists(Appointment.objects.filter(person=OuterRef("pk"), of=actor)))
    if kind == "s":
        return Q(Exists(Appointment.objects.filter(person=OuterRef("speaker"), of=actor)))
    rows, owner = (DocumentParty, "document") if kind == "d" else (EventParty, "event")
    party = rows._default_manager.filter(Q(actor=actor) | Q(acts_for=actor), **{owner: OuterRef("pk")})
    return Q(Exists(party))


class Waiting(NamedTuple):
    """Some records that wait, what each looks like, and where the next ones begin (None: no more)."""

    records: list[Record]
    alike: dict[str, list[Likeness]]
    place: Place | None


def next_in_queue(wanted: Wanted, limit: int, place: Place | None = None, without: Iterable[str] = ()) -> Waiting:
    """The first records that wait, or those after a place.

    Where it fails: of documents and events that look alike only `LOOKED_THROUGH` are looked through at a time; there may
    be none among them, and yet a place where to go on.
    """
    found = queue(wanted, without)
    if wanted.reason is not Reason.ALIKE or wanted.kind in "ap":
        part = slice_of(found, limit, place)
        return Waiting(part.rows, likenesses(one.key for one in part.rows), part.place)
    some: Slice[Record] = slice_of(found, LOOKED_THROUGH, place)
    likely = likenesses(one.key for one in some.rows)
    numbers = [number for number, one in enumerate(some.rows) if likely[one.key]]
    kept = [some.rows[number] for number in numbers[:limit]]
    alike = {one.key: likely[one.key] for one in kept}
    return Waiting(kept, alike, some.place if len(numbers) <= limit else [kept[-1].last_told, kept[-1].key])


def waiting_counts() -> dict[str, int]:
    """How many records of each kind nobody has looked at; `COUNTED` and one more stand for all that is more."""
    one = "SELECT '{kind}', COUNT(*) FROM (SELECT 1 FROM {table} WHERE state = %s LIMIT %s) AS counted"
    asked = " UNION ALL ".join(one.format(kind=kind, table=sql.table(model)) for kind, model in MODELS.items())
    with connection.cursor() as cursor:  # all in one question
        cursor.execute(asked, [State.PROPOSED.value, COUNTED + 1] * len(MODELS))
        return dict(cursor.fetchall())


def contradicted_count(kind: str) -> int:
    """About how many records of a kind pages disagree, counted so far as the others."""
    return _count(queue(Wanted(kind, Reason.CONTRADICTED)))


def _count(found: QuerySet[Record]) -> int:
    """The number of rows, as far as anybody reads it: counting them all takes time in proportion."""
    return found.order_by().values("state")[: COUNTED + 1].count()


def namesakes() -> list[tuple[str, int]]:
    """Names (folded) that several people bear, with their number: whether they are one is for a person to say."""
    rows = Person.objects.exclude(state=State.REJECTED).values("folded").annotate(number=Count("key")).filter(number__gt=1)
    return list(rows.order_by("-number", "folded").values_list("folded", "number"))


class Telling(NamedTuple):
    """A page that tells of a record, and the spans that do (code points of its text, end-exclusive)."""

    page: PageVersion
    spans: list[tuple[int, int]]


def tellings(keys: Iterable[str]) -> dict[str, list[Telling]]:
    """Record → some of the pages that tell of it, two at most, the latest read; three queries.

    The records are few and of one kind.
    """
    some = sorted(set(keys))
    order = "" if some and some[0][0] == "a" else "ORDER BY m.id DESC"  # an actor may have hundreds of thousands
    statement = (
        f"SELECT m.id, n.record FROM {sql.table(Mention)} m JOIN {sql.table(Node)} n ON n.key = m.node_id "
        f"WHERE n.record = %s {order} LIMIT {PROOFS}"
    )
    mentions: dict[int, str] = dict(sql.select_each(statement, some))
    claims = Claim.objects.filter(mention__in=mentions).order_by("pk").values_list("mention", "mention__version", "spans")
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for mention, version, text in claims:
        spans.setdefault((mentions[mention], version), []).extend(_spans(text))
    pages = PageVersion.objects.defer("facts").select_related("source").in_bulk({version for _, version in spans})
    found: dict[str, list[Telling]] = {}
    for (key, version), told in sorted(spans.items(), key=lambda one: -one[0][1]):
        found.setdefault(key, []).append(Telling(pages[version], sorted(set(told))))
    return found
