"""Which record a node means: judged as nodes of pages are, by the same blocks and rules."""

from __future__ import annotations

from typing import NamedTuple

from pobratim.register import graph, sql
from pobratim.register.models import Block, Node
from pobratim.resolve.records.alias import renamed
from pobratim.resolve.records.block import blocks
from pobratim.resolve.records.content import decode
from pobratim.resolve.records.judge import judge, reasons
from pobratim.resolve.records.verdict import Answer

from .entry import Thing

#: Not a rule of the judge: the very same thing is there.
SAME_NODE = "same_node"


class Match(NamedTuple):
    """The record that is meant, and why, in words."""

    record: str
    rule: str
    why: str


class Matcher:
    """Finds the records that nodes mean, in the register as it is now; what people merged counts as one."""

    def __init__(self) -> None:
        self._alias = graph.alias_of_actors()
        self._found: dict[str, Match | None] = {}

    def record_of(self, thing: Thing) -> Match | None:
        """The record that this is, or would become a part of; None where it would be a record of its own."""
        if thing.node not in self._found:
            self._found[thing.node] = self._record_of(thing)
        return self._found[thing.node]

    def _record_of(self, thing: Thing) -> Match | None:
        own = Node.objects.filter(key=thing.node).exclude(record="").values_list("record", flat=True).first()
        if own:
            return Match(own, SAME_NODE, "")
        content = renamed(decode(thing.kind, thing.content), self._alias)
        block = sql.table(Block)
        found = {row[0] for row in sql.select(f"SELECT DISTINCT node_id FROM {block} WHERE block IN {{keys}}", blocks(content))}
        likely = []
        for key, other in graph.contents_of(found, self._alias).items():
            verdict = judge(content, other)
            if verdict.answer is Answer.SAME:
                likely.append((-verdict.strength, key, verdict.rule))
        for _, key, rule in sorted(likely):
            record = str(Node.objects.values_list("record", flat=True).get(key=key))
            members = set(Node.objects.filter(record=record).values_list("key", flat=True))
            others = graph.contents_of(members, self._alias).values()
            if record and not any(judge(content, one).answer is Answer.DIFFERENT for one in others):
                return Match(record, rule, reasons(thing.kind).get(rule, rule))
        return None

    def are_one(self, one: Thing, other: Thing) -> bool:
        """Whether two rows would be one record."""
        if one.node == other.node:
            return True
        a, b = (renamed(decode(thing.kind, thing.content), self._alias) for thing in (one, other))
        return judge(a, b).answer is Answer.SAME
