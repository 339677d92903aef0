"""Keeps the matches up to date with the records: only those are made anew of which one end was touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

import msgspec

from pobratim.register import sql
from pobratim.register.models import DecisionAnchor, DocumentRelation, EventDocument, Match, Measure, Node, PersonDecision
from pobratim.register.models.decision import Action
from pobratim.resolve.plans.match import Happened, Planned, compare, may_be
from pobratim.resolve.records.content import DOCUMENT, EVENT, MEASURE, STATEMENT

from .happened import happened, told_between, with_sentences
from .planned import announced_between, measures_of, open_between, planned

#: The field under which it is decided that a record is not what became of another.
MATCH = "match"
Pair = tuple[Planned, Happened]
_encode = msgspec.json.Encoder(order="deterministic").encode


def match_again(touched: set[str]) -> None:
    """Brings up to date the matches of these records; the result is that of comparing all with all.

    Args:
        touched: keys of records that were made anew or are gone; of a plan that was, all measures are looked at too.
    """
    targets = {key for key in touched if key[0] in (MEASURE, STATEMENT, DOCUMENT)}
    targets |= measures_of(key for key in touched if key[0] == DOCUMENT)
    records = {key for key in touched if key[0] in (EVENT, DOCUMENT)}
    for column, keys in (("target", targets), ("record", records)):
        sql.delete(Match, column, keys)
    pairs = {(a.key, b.key): (a, b) for a, b in (*_of_targets(targets), *_of_records(records)) if may_be(a, b)}
    for key in _settled(pairs):
        del pairs[key]
    told = with_sentences({b.key: b for _, b in pairs.values()}.values())
    rows = []
    for (target, record), (a, _) in sorted(pairs.items()):
        if found := compare(a, told[record]):
            rows.append((target, record, found.score, _encode(found.why).decode()))
    sql.insert(Match, ("target", "record", "score", "why"), rows)


def _of_targets(targets: set[str]) -> Iterator[Pair]:
    """What was planned, with everything told between its sides."""
    by_sides: dict[frozenset[str], list[Planned]] = defaultdict(list)
    for one in planned(targets):
        if len(one.sides) > 1:
            by_sides[one.sides].append(one)
    told = {
        sides: told_between(sorted(sides), events=any(one.key[0] != DOCUMENT for one in many)) for sides, many in by_sides.items()
    }
    known = {one.key: one for one in happened(set().union(*told.values()))}
    for sides, many in by_sides.items():
        for record in (known[key] for key in told[sides] & known.keys()):
            yield from ((one, record) for one in many)


def _of_records(records: set[str]) -> Iterator[Pair]:
    """What is told, with everything open between its sides."""
    told = list(happened(records))
    if not told:
        return
    by_pair: dict[tuple[str, str], list[Planned]] = defaultdict(list)
    for one in planned(open_between(actor for record in told for actor in record.sides)):
        for pair in combinations(sorted(one.sides), 2):
            by_pair[pair].append(one)
    for record in told if by_pair else ():
        for pair in combinations(sorted(record.sides), 2):
            yield from ((one, record) for one in by_pair[pair])
    yield from _of_documents([record for record in told if record.key[0] == DOCUMENT])


def _of_documents(told: list[Happened]) -> Iterator[Pair]:
    """Documents, with those announced between just the same: a document answers to no others."""
    by_sides: dict[frozenset[str], list[Planned]] = defaultdict(list)
    for one in planned(announced_between({record.sides for record in told})):
        by_sides[one.sides].append(one)
    for record in told:
        yield from ((one, record) for one in by_sides[record.sides])


def _settled(pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those pairs on which a word was said: rejected, reported as evidence, tied by a relation; and what made a plan."""
    wanted = set(pairs)
    if not wanted:
        return set()
    targets = {target for target, _ in wanted}
    found = _rejected()
    for some in sql.chunks(targets):
        measures = list(Measure.objects.filter(key__in=some).values_list("key", "plan", "reports"))
        signings: dict[str, list[str]] = defaultdict(list)
        for plan, event in EventDocument.objects.filter(document__in={plan for _, plan, _ in measures}).values_list(
            "document", "event"
        ):
            signings[plan].append(event)
        for key, plan, reports in measures:
            found |= {(key, ref["node"]) for report in reports for ref in report.get("evidence", [])}
            found |= {(key, record) for record in (plan, *signings[plan])}
        related = DocumentRelation.objects.filter(to__in=some).values_list("to", "document")
        found |= set(related) | {
            (b, a) for a, b in DocumentRelation.objects.filter(document__in=some).values_list("to", "document")
        }
    return found & wanted


def _rejected() -> set[tuple[str, str]]:
    """Pairs of records of which a person said that one is not what became of the other."""
    wanted = PersonDecision.objects.filter(action=Action.REJECT, field=MATCH, undone_at=None).values("pk")
    anchors = list(DecisionAnchor.objects.filter(decision__in=wanted).values_list("decision", "side", "node"))
    record = dict(sql.select(f"SELECT key, record FROM {sql.table(Node)} WHERE key IN {{keys}}", {node for *_, node in anchors}))
    ends: dict[int, dict[int, str]] = defaultdict(dict)
    for decision, side, node in anchors:
        ends[decision][side] = record.get(node, "")
    return {(both[0], both[DecisionAnchor.NAMED]) for both in ends.values() if 0 in both and DecisionAnchor.NAMED in both}
