"""Who says what where pages disagree: the values side by side, each with the pages that give it."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

import msgspec

from pobratim.register.derive.draft import canonical, resolved
from pobratim.register.field import refs_in
from pobratim.register.models import Claim, Node, Record


class Telling(NamedTuple):
    """A page that says so."""

    version: int
    claim: int
    title: str
    source: str
    published: datetime.date | None


class Said(NamedTuple):
    """A value and the pages that give it, the earliest first."""

    value: Any
    pages: list[Telling]


def who_says(record: Record) -> dict[str, list[Said]]:
    """Contradictory field → its values as `record.contradictions` has them; two queries, none where nobody disagrees.

    Dates of one day are one value, however pages word them.
    """
    fields = list(record.contradictions)
    if not fields:
        return {}
    rows: Any = Claim.objects.filter(mention__node__record=record.key, field__in=fields).values_list(
        "field",
        "value",
        "mention__version",
        "pk",
        "mention__version__title",
        "mention__version__source__name",
        "mention__version__published",
    )
    told = [(field, msgspec.json.decode(value), Telling(*page)) for field, value, *page in rows]
    named = set().union(*(refs_in(value) for _, value, _ in told))
    records = dict(Node.objects.filter(key__in=named).values_list("key", "record")) if named else {}
    found: dict[str, dict[str, list[Telling]]] = {field: {} for field in fields}
    for field, value, page in told:
        found[field].setdefault(_same(resolved(value, records)), []).append(page)
    return {
        field: [Said(value, sorted(found[field].get(_same(value), []), key=_by_day)) for value in values]
        for field, values in record.contradictions.items()
    }


def _same(value: Any) -> str:
    """What is equal for values that do not contradict each other."""
    return str(value["value"]) if isinstance(value, dict) and "precision" in value else canonical(value)


def _by_day(page: Telling) -> tuple[str, int]:
    return str(page.published or datetime.date.max), page.version
