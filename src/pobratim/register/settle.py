"""Brings the records up to date with the pages and decisions that came in since: only what they touch is made anew.

The result is the same as if everything were made anew (`rebuild`), in whatever order things came in. What is left to
do is marked in the tables: a process that is killed leaves nothing half-done and nothing forgotten. Nodes are settled kind by
kind; after each all records are whole, and what names those of a later kind is made anew when they are there.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from itertools import islice

from django.db import connection, transaction

from pobratim.core.garbage import cycles_kept
from pobratim.resolve.records.content import ACTOR, DOCUMENT, EVENT, MEASURE, PERSON, STATEMENT

from . import graph, sql
from .beside import Beside
from .derive import derive
from .derive.make import PART_RECORDS
from .ingest import mentions_again
from .log import LogBack
from .match import match_again
from .models import (
    ActorVariant,
    Block,
    Claim,
    DecisionAnchor,
    Match,
    Mention,
    Node,
    PageVersion,
    PersonVariant,
    SearchName,
    SearchRow,
    SearchTotal,
)
from .models import Link as LinkRow
from .nodes import add_nodes, mark_dirty
from .person_variants import people_settle

REBUILT_AT_ONCE = 500
#: Kinds of node, a step each, in an order in which no record names one that comes later.
STEPS = (ACTOR, PERSON, DOCUMENT, EVENT, STATEMENT + MEASURE)
ALL = "".join(STEPS)
#: Of so many records it is worth another process's while to work out what they become; after so long others want to write.
MANY, LONG_S = 3 * PART_RECORDS, 1.0


@cycles_kept()
def settle(beside: Beside | None = None, log: LogBack | None = None) -> int:
    """Settles all marked nodes; returns how many records were made anew or dropped.

    Kind by kind, each in a transaction of its own, so that others may write in between; in a transaction of the caller's
    all of it is in that one.

    Args:
        beside: a process that helps where there is much to do.
        log: emptied before each step that may find it long, as SQLite looks for each of the file's pages in the log first.
    """
    if connection.in_atomic_block:
        return len(_take(ALL, None))
    touched: set[str] = set()
    took = LONG_S
    for kinds in STEPS:
        if took >= LONG_S and log is not None:
            log.empty()
        began = time.monotonic()
        touched |= _take(kinds, beside)
        took = time.monotonic() - began
        if took >= LONG_S:
            sql.let_others_write()
    return len(touched)


@transaction.atomic
def _take(kinds: str, beside: Beside | None) -> set[str]:
    """Settles the marked nodes of these kinds; returns the keys of the records made anew or dropped.

    Where nodes go, all kinds are settled at once: records of later kinds may name what goes, until they are made anew.
    """
    sql.lock()
    dirty = _dirty(ALL)
    if gone := _gone(dirty):
        kinds, beside = ALL, None
    if people_settle():
        beside = None  # it does not see what is not written down for all to see
    alias = graph.alias_of_actors()
    actors = {key for key in dirty if key[0] in kinds and key[0] == ACTOR}
    touched, moved = _settle(actors, gone, alias)
    if actors:
        renewed = graph.alias_of_actors()
        _stale({key for key in {*alias, *renewed} if alias.get(key) != renewed.get(key)})
        alias = renewed
    more, changed = _settle(_dirty(kinds), gone, alias)
    touched |= more
    if beside is not None and len(touched) > MANY:
        derive(touched, lambda parts: beside.making(parts, moved | changed))
    else:
        derive(touched)
    match_again(touched)
    return touched


def _dirty(kinds: str) -> set[str]:
    """The marked nodes of these kinds."""
    return {key for key in Node.objects.filter(dirty=True).values_list("key", flat=True) if key[0] in kinds}


@transaction.atomic
def rebuild() -> int:
    """Makes everything that follows from pages and decisions anew, from nothing; returns the number of records."""
    sql.lock()
    records = set(Node.objects.exclude(record="").values_list("record", flat=True))
    for model in (Claim, Mention, LinkRow, Block, ActorVariant, PersonVariant, Node, SearchRow, SearchTotal, SearchName, Match):
        sql.clear(model)
    derive(records)
    versions = PageVersion.objects.filter(current=True).order_by("pk").iterator(REBUILT_AT_ONCE)
    while some := list(islice(versions, REBUILT_AT_ONCE)):
        mentions_again(some)
    _anchors_again()
    return settle()


def _settle(dirty: set[str], gone: set[str], alias: Mapping[str, str]) -> tuple[set[str], dict[str, str]]:
    """Links, clusters and records of marked nodes, of which some may be gone. Returns the keys of all records concerned, and
    node → record of those nodes that lie in another one than before.
    """
    if not dirty:
        return set(), {}
    gone = gone & dirty
    seeds = dirty | _neighbours(gone)
    touched = {row[0] for row in sql.select(f"SELECT record FROM {sql.table(Node)} WHERE key IN {{keys}}", seeds)}
    _drop(gone)
    seeds -= gone
    fresh = {row[0] for row in sql.select(f"SELECT key FROM {sql.table(Node)} WHERE fresh AND key IN {{keys}}", seeds)}
    graph.link_fresh(fresh, alias)
    seeds |= graph.link_ghosts(seeds, alias)
    touched |= {row[0] for row in sql.select(f"SELECT record FROM {sql.table(Node)} WHERE key IN {{keys}}", seeds)}
    nodes, links, constraints = graph.component(seeds)
    record = {key: cluster[0] for cluster in graph.clusters(nodes, links, constraints, alias) for key in cluster}
    old = dict(sql.select(f"SELECT key, record FROM {sql.table(Node)} WHERE key IN {{keys}}", nodes))
    changed = {key for key in nodes if old[key] != record[key]}
    _set_records([(record[key], key) for key in sorted(changed | (seeds & nodes))])
    touched |= {old[key] for key in changed} | {record[key] for key in changed | (seeds & nodes)}
    touched |= _told_beside({key for key in changed if old[key]}, {key for key in changed if not old[key]})
    return touched - {""}, {key: record[key] for key in changed}


def _gone(dirty: set[str]) -> set[str]:
    """Nodes that no page mentions and no decision in force is anchored at."""
    told = f"EXISTS (SELECT 1 FROM {sql.table(Mention)} m WHERE m.node_id = n.key)"
    held = {row[0] for row in sql.select(f"SELECT n.key FROM {sql.table(Node)} n WHERE n.key IN {{keys}} AND {told}", dirty)}
    rest = dirty - held
    return rest - set(graph.live_anchors().filter(node__in=rest).values_list("node", flat=True)) if rest else rest


def _neighbours(nodes: set[str]) -> set[str]:
    link = sql.table(LinkRow)
    up = sql.select(f"SELECT b_id FROM {link} WHERE a_id IN {{keys}}", nodes)
    down = sql.select(f"SELECT a_id FROM {link} WHERE b_id IN {{keys}}", nodes)
    return {row[0] for row in (*up, *down)}


def _drop(nodes: set[str]) -> None:
    for model, column in (
        (LinkRow, "a_id"),
        (LinkRow, "b_id"),
        (Block, "node_id"),
        (ActorVariant, "node_id"),
        (PersonVariant, "node_id"),
        (Node, "key"),
    ):
        sql.delete(model, column, nodes)


def _set_records(rows: list[tuple[str, str]]) -> None:
    sql.many(f"UPDATE {sql.table(Node)} SET record = %s, fresh = FALSE, dirty = FALSE WHERE key = %s", rows)


def _told_beside(moved: set[str], new: set[str]) -> set[str]:
    """The records that may name one of these nodes: of what the same pages tell, the same kind and later ones; and those whose
    decisions name it.

    Beside nodes that are in a record for the first time those are left out that are marked: they are made anew anyway.
    """
    found: set[str] = set()
    for place, kind in enumerate(ALL):
        for nodes, more in ((moved, ""), (new, "AND NOT n.dirty")):
            found |= _told_with({key for key in nodes if key[0] == kind}, ALL[place:], more)
    node, anchor = sql.table(Node), sql.table(DecisionAnchor)
    named = sql.select(
        f"SELECT n.record FROM {anchor} x JOIN {anchor} y ON x.decision_id = y.decision_id "
        f"JOIN {node} n ON n.key = y.node WHERE x.node IN {{keys}}",
        moved | new,
    )
    return found | {row[0] for row in named}


def _told_with(nodes: set[str], kinds: str, more: str) -> set[str]:
    """The records of some kinds that the pages tell of on which these nodes are mentioned."""
    mention, node = sql.table(Mention), sql.table(Node)
    versions = [row[0] for row in sql.select(f"SELECT version_id FROM {mention} WHERE node_id IN {{keys}}", nodes)]
    wanted = ", ".join(f"'{kind}'" for kind in kinds)
    rows = sql.select(
        f"SELECT DISTINCT n.record FROM {mention} m JOIN {node} n ON n.key = m.node_id "
        f"WHERE m.version_id IN {{keys}} AND SUBSTR(m.node_id, 1, 1) IN ({wanted}) {more}",
        versions,
    )
    return {row[0] for row in rows}


def _stale(actors: set[str]) -> None:
    """Actors were merged or parted: whatever is told on the same pages is to be compared anew."""
    mention, node = sql.table(Mention), sql.table(Node)
    versions = {row[0] for row in sql.select(f"SELECT version_id FROM {mention} WHERE node_id IN {{keys}}", actors)}
    told = {
        row[0]
        for row in sql.select(f"SELECT DISTINCT node_id FROM {mention} WHERE version_id IN {{keys}}", versions)
        if row[0][0] != ACTOR
    }
    told |= graph.anchored_that_name(actors)
    around = _neighbours(told)
    mark_dirty(around | told)
    sql.execute(f"UPDATE {node} SET fresh = TRUE WHERE key IN {{keys}}", told)
    for column in ("a_id", "b_id"):
        sql.delete(LinkRow, column, told)


def _anchors_again() -> None:
    """Nodes that are held by decisions in force alone."""
    held = {key: (key, kind, content) for key, kind, content in graph.live_anchors().values_list("node", "kind", "content")}
    add_nodes((held[key] for key in sorted(held)), known_too=True)
