"""Records that may be one: compared, and left apart for want of a sign or for a reason given; people decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from pobratim.register import graph, sql
from pobratim.register.models import Actor, Block, Mention, Node, Person, State
from pobratim.register.models.decision import Action
from pobratim.resolve.records.content import DOCUMENT
from pobratim.resolve.records.judge import judge, reasons
from pobratim.resolve.records.verdict import Answer
from pobratim.words.reasons import NO_RULE, ONLY_RECALLED, SAME_NAME

from .recalled import recalled_beside
from .record import MODELS, record_of

#: Reasons for which two were left apart and yet may be one: a slip in a date, another spelling of a name.
_DOUBTFUL = ("other_time", "other_years", "other_given")
#: Of several on one page nobody doubts that they are several; of those typed one by one a person may.
_NUMBERED = "other_ordinal"
#: So many pairs of nodes are compared at most for one request.
PAIRS = 4000
NAMESAKES = 20


class Likeness(NamedTuple):
    """Another record, what the comparison says of the two, and why in words."""

    key: str
    answer: Answer
    why: str


def likenesses(keys: Iterable[str]) -> dict[str, list[Likeness]]:
    """Record → others that may be the same; not those that a person held apart. Some ten queries for any number of records."""
    records = sorted(set(keys))
    nodes = dict(sql.select(f"SELECT key, record FROM {sql.table(Node)} WHERE record IN {{keys}}", records))
    found: dict[str, dict[str, Likeness]] = {key: {} for key in records}
    for one, other in (*_compared(nodes), *_namesakes(records), *_recalled(records)):
        found[one].setdefault(other.key, other)
    apart = _held_apart({*records, *(other for many in found.values() for other in many)})
    kept = _kept({other for many in found.values() for other in many})
    return {
        key: [other for other in many.values() if other.key in kept and frozenset((key, other.key)) not in apart]
        for key, many in found.items()
    }


def alike(key: str) -> Iterator[Likeness]:
    """Records that may be the same as this one."""
    record = record_of(key).key
    return iter(likenesses([record])[record])


def why_alike(key: str, other: str) -> str:
    """Why two records may be one, or were left apart, in words; empty where they were never compared."""
    nodes = dict(Node.objects.filter(record__in=(key, other)).values_list("key", "record"))
    contents = graph.contents_of(nodes, graph.alias_of_actors())
    said = reasons(key[:1])
    for a in sorted(one for one, record in nodes.items() if record == key):
        for b in sorted(one for one, record in nodes.items() if record == other):
            if rule := judge(contents[a], contents[b]).rule:
                return said.get(rule, "")
    return ""


def _compared(nodes: dict[str, str]) -> Iterator[tuple[str, Likeness]]:
    block = sql.table(Block)
    rows = sql.select(
        f"SELECT DISTINCT x.node_id, y.node_id FROM {block} x JOIN {block} y ON x.block = y.block "
        f"WHERE x.node_id <> y.node_id AND x.node_id IN {{keys}} LIMIT {PAIRS}",
        nodes,
    )
    pairs = sorted((a, b) for a, b in rows)
    others = {b for _, b in pairs} - nodes.keys()
    records = nodes | dict(Node.objects.filter(key__in=others).values_list("key", "record"))
    pairs = [(a, b) for a, b in pairs if records.get(b) not in (None, "", nodes[a])]
    contents = graph.contents_of({node for pair in pairs for node in pair}, graph.alias_of_actors()) if pairs else {}
    verdicts = {(a, b): judge(contents[a], contents[b]) for a, b in pairs}
    numbered = {key for pair, verdict in verdicts.items() if verdict.rule == _NUMBERED for key in pair}
    on_pages = set(Mention.objects.filter(node__in=numbered).values_list("node_id", flat=True)) if numbered else set()
    for (a, b), verdict in verdicts.items():
        by_hand = verdict.rule == _NUMBERED and not {a, b} <= on_pages
        if verdict.answer is not Answer.DIFFERENT or verdict.rule in _DOUBTFUL or by_hand:
            yield nodes[a], Likeness(records[b], verdict.answer, reasons(a[0]).get(verdict.rule, NO_RULE))


def _namesakes(records: Iterable[str]) -> Iterator[tuple[str, Likeness]]:
    """People and actors of one name; of a name that very many bear only some."""
    for letter, model in (("p", Person), ("a", Actor)):
        some = [one for one in records if one[0] == letter]
        own = dict(model._default_manager.filter(key__in=some).values_list("key", "folded"))
        others = model._default_manager.filter(folded__in=set(own.values()) - {""}).exclude(state=State.REJECTED)
        bearers: dict[str, list[str]] = {}
        for key, folded in others.order_by("folded", "-pages", "key").values_list("key", "folded") if own else ():
            bearers.setdefault(folded, []).append(key)
        for key, folded in own.items():
            for other in bearers.get(folded, [])[:NAMESAKES]:
                if other != key:
                    yield key, Likeness(other, Answer.UNKNOWN, SAME_NAME)


def _recalled(records: Iterable[str]) -> Iterator[tuple[str, Likeness]]:
    for key, other in recalled_beside(one for one in records if one[0] == DOCUMENT):
        yield key, Likeness(other, Answer.UNKNOWN, ONLY_RECALLED)


def _held_apart(records: set[str]) -> set[frozenset[str]]:
    """Pairs of records of which a person said that they are two."""
    nodes = Node.objects.filter(record__in=records).values("key")
    split = graph.live_anchors().filter(decision__action=Action.SPLIT)
    numbers = set(split.filter(node__in=nodes).values_list("decision", flat=True))
    if not numbers:
        return set()
    rows = list(split.filter(decision__in=numbers).values_list("decision", "node", "side"))
    record = dict(Node.objects.filter(key__in={node for _, node, _ in rows}).values_list("key", "record"))
    sides: dict[int, tuple[set[str], set[str]]] = {}
    for number, node, side in rows:
        if node in record and side in (0, 1):
            sides.setdefault(number, (set(), set()))[side].add(record[node])
    return {frozenset((a, b)) for left, right in sides.values() for a in left for b in right}


def _kept(records: set[str]) -> set[str]:
    """Those that nobody rejected."""
    found: set[str] = set()
    for letter, model in MODELS.items():
        some = [one for one in records if one[0] == letter]
        if some:
            found |= set(model._default_manager.filter(key__in=some).exclude(state=State.REJECTED).values_list("key", flat=True))
    return found


def with_namesakes(found: QuerySet[Any], kind: str) -> QuerySet[Any]:
    """Of people or actors those who share their name with another."""
    model: type[Person] | type[Actor] = Person if kind == "p" else Actor
    others = model._default_manager.filter(folded=OuterRef("folded")).exclude(pk=OuterRef("pk")).exclude(state=State.REJECTED)
    return found.exclude(folded="").filter(Exists(others))
