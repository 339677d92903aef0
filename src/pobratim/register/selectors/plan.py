"""A plan of measures: its items, how they stand on a day, the board by state, sphere, executor and quarter."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import F, Prefetch, QuerySet

from pobratim.register.measure import PLAN_KINDS, Standing, standing
from pobratim.register.models import Document, Measure, Plan, State
from pobratim.resolve.records.content import plain

from .cooperation import HEAVY
from .lookup import key_in
from .search import search

GROUPINGS = ("section", "state", "sphere", "executor", "quarter")
NAMED_MOST = 20


class Item(NamedTuple):
    """A measure and how it stands."""

    measure: Measure
    standing: Standing


def plans() -> QuerySet[Plan]:
    """Documents that have measures, the newest first, then all other plans; those of a slice are fetched along, without their
    bulk.
    """
    shown = Prefetch("document", Document.objects.defer(*HEAVY))
    return Plan.objects.order_by("-measured", "-day", "document").prefetch_related(shown)


def plans_named(words: str) -> list[Document]:
    """The plans that a key, an address or words name, all of them: those of that title, else of the kinds of plans, else any."""
    if key := key_in("d", words):
        return list(Document.objects.filter(key=key))
    asked = search(words[:200], kind="d")
    found = [] if asked.relaxed else [one for one in asked.hits[:NAMED_MOST] if isinstance(one, Document)]
    exact = [one for one in found if plain(one.title) == plain(words)]
    return exact or [one for one in found if one.kind in PLAN_KINDS] or found


def measures(plan: str | None = None) -> QuerySet[Measure]:
    """The measures of a plan in their order, or of all plans."""
    found = Measure.objects.exclude(state=State.REJECTED)
    found = found.filter(plan=plan) if plan else found
    return found.prefetch_related("executors__actor", "spheres").order_by(F("plan_id").asc(nulls_last=True), "position", "key")


def measures_numbered(plan: str, number: str) -> list[Measure]:
    """The measures of a plan with that number («2.1», «2.1.»), or with that key."""
    asked = number.strip().rstrip(".)")
    return [one for one in measures(plan) if one.key == asked or (asked and one.number.strip().rstrip(".)") == asked)]


def items(plan: str, on: datetime.date) -> list[Item]:
    """The measures of a plan with how they stand on a day; three queries."""
    return [Item(one, standing(one, on)) for one in measures(plan)]


def board(found: Iterable[Item], by: str) -> list[tuple[str, list[Item]]]:
    """The items in groups, `(name of the group, items)`; one item may stand in several.

    Args:
        found: of a plan.
        by: `section`, `state`, `sphere`, `executor` or `quarter` («2025-4»; empty for what has no day).
    """
    groups: dict[str, list[Item]] = {}
    for item in found:
        for name in _groups(item, by) or [""]:
            groups.setdefault(name, []).append(item)
    return list(groups.items()) if by == "section" else sorted(groups.items(), key=lambda one: (not one[0], one[0]))


def _groups(item: Item, by: str) -> list[str]:
    measure = item.measure
    if by == "state":
        return [item.standing.state.value]
    if by == "sphere":
        return [one.code for one in measure.spheres.all()]
    if by == "executor":
        return list(dict.fromkeys(one.actor.name if one.actor else one.name for one in measure.executors.all()))
    if by == "quarter":
        due = item.standing.due
        return [f"{due.year:04}-{(due.month + 2) // 3}"] if due else []
    return [measure.section]


def counts(found: Iterable[Item]) -> dict[str, int]:
    """State → number of items; `overdue` beside them."""
    told: dict[str, int] = {}
    for item in found:
        told[item.standing.state.value] = told.get(item.standing.state.value, 0) + 1
        told["overdue"] = told.get("overdue", 0) + item.standing.overdue
    return told


def progress(keys: Iterable[str], on: datetime.date) -> dict[str, dict[str, int]]:
    """Plan → its counts on a day, with `all`; one query for the measures of all of them."""
    told: dict[str, list[Item]] = {key: [] for key in keys}
    for one in Measure.objects.exclude(state=State.REJECTED).filter(plan__in=list(told)).defer("fields", "raw", "text"):
        told[str(one.plan_id)].append(Item(one, standing(one, on)))
    return {key: {**counts(found), "all": len(found)} for key, found in told.items()}
