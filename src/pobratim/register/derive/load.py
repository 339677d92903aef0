"""What the drafts of some records are made from: claims counted by value, people's decisions, references resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from pobratim.register import sql
from pobratim.register.models import ActorVariant, Claim, DecisionAnchor, Mention, Node, PersonDecision, PersonVariant
from pobratim.register.models.decision import Action
from pobratim.resolve.records.content import ACTOR, PERSON

from .draft import Draft, Json, Value, canonical, decide, keep

_decode = msgspec.json.decode
_raw = msgspec.json.Decoder(dict[str, list[msgspec.Raw]]).decode
_KEY = re.compile(r'\{"node":"([^"]*)"\}')


class Loaded(NamedTuple):
    """The drafts, and node → record for every node that they name."""

    drafts: dict[str, Draft]
    records: dict[str, str]


def load(nodes: Mapping[str, str], moved: Mapping[str, str]) -> Loaded:
    """The drafts of the records that exist: those that a page tells of, that a person accepted, edited or named.

    Args:
        nodes: node → record, for all nodes of these records.
        moved: the same for those of other nodes of which the table does not tell that to this process.
    """
    records = dict(nodes)
    drafts = {key: Draft(key) for key in records.values()}
    rows = [*_supports(nodes), *_actor_supports(nodes, drafts), *_person_supports(nodes)]
    _pages(drafts, nodes)
    decisions = _decisions(records)
    values = [one.value for many in decisions.values() for one in many]
    texts = {row[2] for row in rows}
    named = {key for value in values for key in _named(value)} | {key for text in texts for key in _KEY.findall(text)}
    named -= records.keys()
    records |= dict(sql.select(f"SELECT key, record FROM {sql.table(Node)} WHERE record <> '' AND key IN {{keys}}", named))
    records |= {key: moved[key] for key in named & moved.keys()}
    _fill(drafts, rows, records)
    _keep_named(drafts, records)
    for key, many in decisions.items():
        drafts[key].decisions = many
        decide(drafts[key], records)
    kept = {key: draft for key, draft in drafts.items() if draft.pages or draft.named or _held(draft)}
    return Loaded(kept, records)


def _held(draft: Draft) -> bool:
    return any(one.action != Action.REJECT for one in draft.decisions)


def _supports(nodes: Mapping[str, str]) -> Iterator[tuple[Any, ...]]:
    """Record, field, value, modality, pages, first and last day; actors and people are counted elsewhere."""
    return sql.select_pairs(
        "SELECT pair.b, c.field, c.value, c.modality, COUNT(DISTINCT m.version_id), MIN(m.published), MAX(m.published) "
        f"FROM {{pairs}} CROSS JOIN {sql.table(Mention)} m CROSS JOIN {sql.table(Claim)} c "
        "WHERE m.node_id = pair.a AND c.mention_id = m.id GROUP BY pair.b, c.field, c.value, c.modality",
        [pair for pair in nodes.items() if pair[1][0] not in (ACTOR, PERSON)],
    )


def _person_supports(nodes: Mapping[str, str]) -> Iterator[tuple[Any, ...]]:
    """The same of people, from the counted ways in which pages describe them; mentions stand for pages."""
    rows = sql.select(
        f"SELECT node_id, value, mentions, first, last FROM {sql.table(PersonVariant)} WHERE node_id IN {{keys}}",
        [key for key in nodes if key[0] == PERSON],
    )
    for node, told, mentions, first, last in rows:
        for field, values in _raw(told).items():
            yield from ((nodes[node], field, bytes(value).decode(), "a", mentions, first, last) for value in values)


def _actor_supports(nodes: Mapping[str, str], drafts: Mapping[str, Draft]) -> Iterator[tuple[Any, ...]]:
    """The same of actors, from the counted ways in which pages describe them; mentions stand for pages."""
    rows = sql.select(
        f"SELECT node_id, value, mentions FROM {sql.table(ActorVariant)} WHERE mentions > 0 AND node_id IN {{keys}}",
        [key for key in nodes if key[0] == ACTOR],
    )
    for node, told, mentions in rows:
        record = nodes[node]
        drafts[record].pages += mentions
        for field, value in _decode(told).items():
            if value is not None:
                yield record, field, canonical({"node": value} if field == "within" else value), "a", mentions, None, None


def _pages(drafts: dict[str, Draft], nodes: Mapping[str, str]) -> None:
    rows = sql.select_pairs(
        "SELECT pair.b, COUNT(DISTINCT m.version_id), MIN(m.published), MAX(m.published) "
        f"FROM {{pairs}} CROSS JOIN {sql.table(Mention)} m WHERE m.node_id = pair.a GROUP BY pair.b",
        [pair for pair in nodes.items() if pair[1][0] != ACTOR],
    )
    for record, pages, first, last in rows:
        drafts[record].pages, drafts[record].first, drafts[record].last = pages, sql.day(first), sql.day(last)


def _keep_named(drafts: dict[str, Draft], records: Mapping[str, str]) -> None:
    """Records that no page tells of any more but a decision in force names: what they were then."""
    gone = {node for node, record in records.items() if record in drafts and not drafts[record].pages}
    anchors = DecisionAnchor.objects.filter(side=DecisionAnchor.NAMED, decision__undone_at=None, node__in=gone)
    for node, snapshot in anchors.order_by("pk").values_list("node", "snapshot"):
        draft = drafts[records[node]]
        draft.named = True
        keep(draft, snapshot, records)


def _decisions(records: Mapping[str, str]) -> dict[str, list[PersonDecision]]:
    """Record → the decisions in force on it or its fields, the oldest first."""
    anchors = sql.table(DecisionAnchor)
    anchored = sql.select(f"SELECT node, decision_id FROM {anchors} WHERE side = 0 AND node IN {{keys}}", records)
    by_number: dict[int, set[str]] = {}
    for node, number in anchored:
        by_number.setdefault(number, set()).add(records[node])
    wanted = PersonDecision.objects.filter(
        pk__in=by_number, undone_at=None, action__in=(Action.ACCEPT, Action.REJECT, Action.EDIT, Action.ATTACH)
    )
    found: dict[str, list[PersonDecision]] = {}
    for decision in wanted.order_by("pk"):
        for record in by_number[decision.pk]:
            found.setdefault(record, []).append(decision)
    return found


def _named(value: Json) -> Iterator[str]:
    """The nodes that a value refers to."""
    if isinstance(value, dict):
        if value.keys() == {"node"}:
            yield value["node"]
        else:
            for one in value.values():
                yield from _named(one)
    elif isinstance(value, list):
        for one in value:
            yield from _named(one)


def _fill(drafts: dict[str, Draft], rows: list[tuple[Any, ...]], records: Mapping[str, str]) -> None:
    """Counts together what is one value once its references are resolved."""
    found: dict[tuple[str, str], dict[str, Value]] = {}

    def record_of(match: re.Match[str]) -> str:
        record = records.get(match[1])
        return f'{{"node":"{record}"}}' if record else "null"

    as_records: dict[str, str] = {}  # parties and people come again and again
    for record, field, text, modality, pages, first, last in rows:
        same = as_records.get(text) or as_records.setdefault(text, _KEY.sub(record_of, text))
        known = found.setdefault((record, field), {})
        value = known[same].value if same in known else _decode(same)
        new = Value(value, pages, 0 if modality == "p" else pages, sql.day(first), sql.day(last))
        known[same] = _sum(known[same], new) if same in known else new
    for (record, field), values in sorted(found.items()):
        told = [(same, one) for same, one in values.items() if one.value is not None]
        if len(told) > 1:
            told.sort(key=_rank)
        drafts[record].values[field] = [one for _, one in told]


def _rank(told: tuple[str, Value]) -> tuple[int, int, str]:
    """`Value.rank`, for a value whose text is there already."""
    same, one = told
    return (-one.told, -one.pages, same)


def _sum(a: Value, b: Value) -> Value:
    firsts = [one for one in (a.first, b.first) if one]
    lasts = [one for one in (a.last, b.last) if one]
    return Value(a.value, a.pages + b.pages, a.told + b.told, min(firsts, default=None), max(lasts, default=None))
