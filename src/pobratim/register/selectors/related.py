"""Related stories: pages that tell of the same documents, events, people and parties."""

from __future__ import annotations

import datetime
from collections import defaultdict
from math import log2
from typing import NamedTuple

from django.db.models import Q

from pobratim.register import sql
from pobratim.register.models import Actor, Document, Event, Mention, Node, PageVersion, Person
from pobratim.resolve.records.content import ACTOR

RELATED = 8
COUNTRY = "country"
ROWS = 3_000  # mentions that are looked at; records told of more often say nothing of a page
TIES = 500  # pages alike in what they share, of which the nearest in time are wanted
#: What a shared record of a kind says: one agreement more than one region.
_WEIGHTS = {"d": 3.0, "e": 3.0, "p": 1.0, "a": 1.0}
_MODELS = {"d": Document, "e": Event, "p": Person, "a": Actor}
_LEFT_OUT = ("text", "facts", "snapshot", "facts_hash")


class Related(NamedTuple):
    """A page, the keys of the records that it shares, those that say most first; its text is not fetched."""

    page: PageVersion
    shared: list[str]


def related(page: PageVersion, limit: int = RELATED) -> list[Related]:
    """Other pages that share records with a page; at most seven queries.

    A shared record counts by its kind and its rarity (`weight / log2(1 + pages that tell of it)`); of pages with the
    same sum the nearer in time comes first. Two pages that share nothing but what thousands of pages tell of, or nothing but
    a country («Казахстан»), are not related.

    Args:
        page: current; one that is not has no mentions, and nothing related.
        limit: how many at most.
    """
    worth = _worth(page)
    shared = _shared(page, worth)
    score = {number: round(sum(worth[key] for key in keys), 6) for number, keys in shared.items()}
    best = sorted(score, key=lambda number: (-score[number], -number))
    last = score[best[:limit][-1]] if best else 0.0
    wanted = [number for number in best if score[number] >= last][:TIES]
    pages = PageVersion.objects.filter(pk__in=wanted).select_related("source").defer(*_LEFT_OUT)
    order = sorted(pages, key=lambda one: (-score[one.pk], _apart(page.published, one.published), one.address))
    return [Related(one, sorted(shared[one.pk], key=lambda key: (-worth[key], key))) for one in order[:limit]]


def _worth(page: PageVersion) -> dict[str, float]:
    """Record of the page → what sharing it says, the rarest ones as far as `ROWS` reaches."""
    told = Mention.objects.filter(version=page).values_list("node__record", flat=True).distinct()
    keys: dict[str, list[str]] = defaultdict(list)
    for key in told:
        keys[key[:1]].append(key)
    pages: dict[str, int] = {}
    for kind, model in _MODELS.items():
        if keys[kind]:
            wanted = ~Q(kind=COUNTRY) if kind == ACTOR else Q()
            pages |= dict(model._default_manager.filter(wanted, pk__in=keys[kind]).values_list("pk", "pages"))
    worth, looked = {}, 0
    for key, number in sorted(pages.items(), key=lambda one: (one[1], one[0])):
        looked += number
        if looked > ROWS:
            break
        if number > 1:
            worth[key] = _WEIGHTS[key[0]] / log2(1 + number)
    return worth


def _shared(page: PageVersion, worth: dict[str, float]) -> dict[int, set[str]]:
    """Number of another page → the records that it shares."""
    node, mention = sql.table(Node), sql.table(Mention)
    rows = sql.select(
        f"SELECT m.version_id, n.record FROM {node} n JOIN {mention} m ON m.node_id = n.key WHERE n.record IN {{keys}}", worth
    )
    found: dict[int, set[str]] = defaultdict(set)
    for number, key in rows:
        if number != page.pk:
            found[number].add(key)
    return found


def _apart(a: datetime.date | None, b: datetime.date | None) -> int:
    """Days between two days; more than any where one is not known."""
    return abs((a - b).days) if a and b else datetime.date.max.toordinal()
