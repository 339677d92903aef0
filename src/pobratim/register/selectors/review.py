"""What waits for a person: contradictions, records that nobody has looked at, records that may be one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Count, QuerySet

from pobratim.register import graph, sql
from pobratim.register.models import Block, Document, Event, Node, Person, Record, State
from pobratim.resolve.records.judge import judge, reasons
from pobratim.resolve.records.verdict import Answer

from .record import MODELS, record_of


def waiting(kind: str) -> QuerySet[Record]:
    """Proposed records of a kind: contradictory ones first, then those told last."""
    found = MODELS[kind]._default_manager.filter(state=State.PROPOSED)
    return found.order_by("-contradicted", "-last_told", "key")


def waiting_counts() -> dict[str, int]:
    """How many records of each kind wait."""
    return {kind: model._default_manager.filter(state=State.PROPOSED).count() for kind, model in MODELS.items()}


def contradicted() -> list[Document | Event]:
    """Documents and events about which pages disagree, the latest told first."""
    found: list[Document | Event] = [*Document.objects.filter(contradicted=True).exclude(state=State.REJECTED)]
    found += Event.objects.filter(contradicted=True).exclude(state=State.REJECTED)
    return sorted(found, key=lambda one: (one.last_told is None, -(one.last_told.toordinal() if one.last_told else 0), one.key))


class Likeness(NamedTuple):
    """Another record that shares a block, what the comparison says of the two, and why in words."""

    key: str
    answer: Answer
    why: str


def alike(key: str) -> Iterator[Likeness]:
    """Records that may be the same as this one: compared, and left apart for want of a sign or for a reason given."""
    record = record_of(key).key
    own = set(Node.objects.filter(record=record).values_list("key", flat=True))
    block = sql.table(Block)
    found = sql.select(
        f"SELECT DISTINCT x.node_id, y.node_id FROM {block} x JOIN {block} y ON x.block = y.block WHERE x.node_id IN {{keys}}",
        own,
    )
    pairs = sorted((a, b) for a, b in found if b not in own)
    alias = graph.alias_of_actors()
    contents = graph.contents_of({node for pair in pairs for node in pair}, alias)
    records = dict(Node.objects.filter(key__in={b for _, b in pairs}).values_list("key", "record"))
    said, seen = reasons(record[0]), set()
    for a, b in pairs:
        verdict = judge(contents[a], contents[b])
        if records[b] not in seen and (verdict.answer is not Answer.DIFFERENT or verdict.rule in ("other_time", "other_given")):
            seen.add(records[b])
            yield Likeness(records[b], verdict.answer, said.get(verdict.rule, ""))


def namesakes() -> list[tuple[str, int]]:
    """Names (folded) that several people bear, with their number: whether they are one is for a person to say."""
    rows = Person.objects.exclude(state=State.REJECTED).values("folded").annotate(number=Count("key")).filter(number__gt=1)
    return list(rows.order_by("-number", "folded").values_list("folded", "number"))
