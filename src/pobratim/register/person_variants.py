"""The ways in which pages describe people, counted as pages come and go: who is in the news every day is not read anew.

What a mention says of a person is told by its claims: the name and the posts. How many mentions say the same, and from
which day to which, stands in one row of `PersonVariant`. When a page goes, its mentions are counted off at once; the days
are looked up when the records are settled, once for however many pages went.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable

from pobratim.resolve.records.content import PERSON, digest

from . import sql
from .models import Claim, Mention, Node, PersonVariant

_COLUMNS = ("node_id", "digest", "value", "mentions", "first", "last", "stale")
_MORE = """ON CONFLICT (node_id, digest) DO UPDATE SET
    mentions = {table}.mentions + excluded.mentions,
    first = CASE WHEN {table}.first IS NULL OR excluded.first < {table}.first THEN excluded.first ELSE {table}.first END,
    last = CASE WHEN {table}.last IS NULL OR excluded.last > {table}.last THEN excluded.last ELSE {table}.last END"""


class Variants:
    """Descriptions of people, counted before they are stored."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], tuple[int, str | None, str | None]] = {}

    def add(self, node: str, told: str, published: datetime.date | None) -> None:
        """One mention: its node, its `description`, and the day on which the page came out."""
        key, day = (node, told), sql.put_day(published)
        mentions, first, last = self._counts.get(key, (0, None, None))
        if day is not None:
            first, last = min(first or day, day), max(last or day, day)
        self._counts[key] = (mentions + 1, first, last)

    def store(self) -> None:
        """Adds them to those that are there."""
        rows = [(node, digest(value), value, *told, False) for (node, value), told in sorted(self._counts.items())]
        sql.insert(PersonVariant, _COLUMNS, rows, _MORE)


def description(claims: Iterable[tuple[str, str]]) -> str:
    """What a mention says of a person, as JSON, from `(field, value as JSON)` of its claims: the values of each field, sorted.

    >>> description([("name", '{"name":"А. Дрозденко"}'), ("post", '"губернатор"')])
    '{"name":[{"name":"А. Дрозденко"}],"post":["губернатор"]}'
    """
    told: dict[str, set[str]] = defaultdict(set)
    for field, value in claims:
        told[field].add(value)
    return "{" + ",".join(f'"{field}":[{",".join(sorted(values))}]' for field, values in sorted(told.items())) + "}"


def people_uncount(version: int) -> None:
    """A version that is current no more describes its people no more; its mentions and claims are still there."""
    told: dict[int, tuple[str, list[tuple[str, str]]]] = {}
    rows = sql.select(f"{_TOLD} WHERE m.version_id IN {{keys}}", [version])
    for node, number, _, field, value in rows:
        if node[0] == PERSON:
            told.setdefault(number, (node, []))[1].append((field, value))
    sql.many(
        f"UPDATE {sql.table(PersonVariant)} SET mentions = mentions - 1, stale = TRUE WHERE node_id = %s AND digest = %s",
        [(node, digest(description(claims))) for _, (node, claims) in sorted(told.items())],
    )


_TOLD = (
    f"SELECT m.node_id, m.id, m.published, c.field, c.value FROM {Mention._meta.db_table} m "
    f"JOIN {Claim._meta.db_table} c ON c.mention_id = m.id"
)


def people_settle() -> bool:
    """Looks up the days of what some page said no more; what no page says goes. Returns whether there was anything to do."""
    stale = set(PersonVariant.objects.filter(stale=True).values_list("node_id", flat=True))
    _tell_again(stale)
    return bool(stale)


def people_fill() -> None:
    """Counts the descriptions of all people that are there, some at a time; for a register that is older than the counts."""
    _tell_again(Node.objects.filter(kind=PERSON).order_by().values_list("key", flat=True).iterator())


def _tell_again(nodes: Iterable[str]) -> None:
    for some in sql.chunks(nodes):
        told: dict[int, tuple[str, datetime.date | None, list[tuple[str, str]]]] = {}
        for node, number, published, field, value in sql.select(f"{_TOLD} WHERE m.node_id IN {{keys}}", some):
            told.setdefault(number, (node, sql.day(published), []))[2].append((field, value))
        found = Variants()
        for node, published, claims in told.values():
            found.add(node, description(claims), published)
        sql.delete(PersonVariant, "node_id", some)
        found.store()
