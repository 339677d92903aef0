"""The part of the graph of nodes that a change touches: links anew for fresh nodes, whole components, their clusters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from django.db.models import F, Q, QuerySet

from pobratim.resolve.records.alias import renamed
from pobratim.resolve.records.block import blocks
from pobratim.resolve.records.cluster import Constraint, Link, partition
from pobratim.resolve.records.content import ACTOR, DOCUMENT, EVENT, Content, decode
from pobratim.resolve.records.judge import differ, judge, resembles
from pobratim.resolve.records.verdict import Answer

from . import sql
from .models import AnchorPlace, Block, DecisionAnchor, Mention, Node, PageVersion, PersonDecision
from .models import Link as LinkRow
from .models.decision import Action

READ_AGAIN, READ_AGAIN_STRENGTH = "read_again", 0.2
_LINK_COLUMNS = ("a_id", "b_id", "strength", "rule")
_ONCE = "ON CONFLICT (a_id, b_id) DO NOTHING"
_BETTER = "ON CONFLICT (a_id, b_id) DO UPDATE SET strength = excluded.strength, rule = excluded.rule"


def alias_of_actors() -> dict[str, str]:
    """Node of an actor → the record it was merged into, for those that people merged (and have not settled the undoing of)."""
    anchored = DecisionAnchor.objects.filter(decision__action=Action.MERGE, kind=ACTOR).values("node")
    return dict(Node.objects.filter(key__in=anchored).exclude(record="").exclude(record=F("key")).values_list("key", "record"))


def live_anchors() -> QuerySet[DecisionAnchor]:
    """The anchors of decisions that are in force."""
    return DecisionAnchor.objects.filter(decision__undone_at=None)


def anchored_that_name(actors: Iterable[str]) -> set[str]:
    """Nodes of decisions whose contents name one of the actors: no page need tell of them any more."""
    found: set[str] = set()
    for actor in sorted(actors):
        found |= set(DecisionAnchor.objects.filter(content__contains=actor).values_list("node", flat=True))
    return set(Node.objects.filter(key__in=found).values_list("key", flat=True))


def contents_of(keys: Iterable[str], alias: Mapping[str, str]) -> dict[str, Content]:
    """Key → content under `alias`, for those of the nodes that exist."""
    rows = sql.select(f"SELECT key, kind, content FROM {sql.table(Node)} WHERE key IN {{keys}}", keys)
    return {key: renamed(decode(kind, content), alias) for key, kind, content in rows}


def link_fresh(fresh: set[str], alias: Mapping[str, str]) -> None:
    """Compares fresh nodes with all that share a block with them and stores who is one.

    Their blocks are made here, for all that came in since at once: these lie all over their table.
    """
    contents = _block(fresh, alias)
    block = sql.table(Block)
    found = sql.select(
        f"SELECT DISTINCT x.node_id, y.node_id FROM {block} x JOIN {block} y ON x.block = y.block AND x.node_id <> y.node_id "
        "WHERE x.node_id IN {keys}",
        fresh,
    )
    pairs = {(min(pair), max(pair)) for pair in found}
    contents |= contents_of({key for pair in pairs for key in pair} - contents.keys(), alias)
    rows = []
    for a, b in sorted(pairs):
        verdict = judge(contents[a], contents[b])
        if verdict.answer is Answer.SAME:
            rows.append((a, b, verdict.strength, verdict.rule))
    sql.insert(LinkRow, _LINK_COLUMNS, rows, _BETTER)


def _block(nodes: set[str], alias: Mapping[str, str]) -> dict[str, Content]:
    """Puts nodes into the blocks that they belong to under `alias`, out of those they were in; returns their contents."""
    contents = contents_of(nodes, alias)
    sql.delete(Block, "node_id", nodes)
    rows = [(key, one) for key, content in sorted(contents.items()) for one in blocks(content)]
    sql.insert(Block, ("node_id", "block"), rows)
    return contents


def link_ghosts(nodes: set[str], alias: Mapping[str, str]) -> set[str]:
    """Ties anchored nodes that no page mentions any more to what stands in their place now.

    Returns the nodes that they were tied to, and those that they are tied to now.
    """
    if not DecisionAnchor.objects.exists():
        return set()
    tied = _tied_again(nodes)
    anchors = sql.table(DecisionAnchor)
    looked_for = {key for key in nodes | tied if key[0] != ACTOR}
    anchored = {row[0] for row in sql.select(f"SELECT node FROM {anchors} WHERE node IN {{keys}}", looked_for)}
    LinkRow.objects.filter(Q(a__in=tied) | Q(b__in=tied), rule=READ_AGAIN).delete()
    mentioned = set(Mention.objects.filter(node__in=anchored).values_list("node_id", flat=True))
    found = sql.select(
        f"SELECT DISTINCT d.node, m.node_id FROM {anchors} d "
        f"JOIN {sql.table(AnchorPlace)} p ON p.anchor_id = d.id "
        f"JOIN {sql.table(PageVersion)} v ON v.address_hash = p.address_hash AND v.current "
        f"JOIN {sql.table(PersonDecision)} w ON w.id = d.decision_id AND w.undone_at IS NULL "
        f"JOIN {sql.table(Mention)} m ON m.version_id = v.id AND m.local = p.local WHERE d.node IN {{keys}}",
        anchored - mentioned,
    )
    pairs = sorted((ghost, node) for ghost, node in found if ghost[0] == node[0] and ghost != node)
    contents = contents_of({key for pair in pairs for key in pair}, alias)
    pairs = [pair for pair in pairs if set(pair) <= contents.keys() and resembles(contents[pair[0]], contents[pair[1]])]
    rows = [(min(pair), max(pair), READ_AGAIN_STRENGTH, READ_AGAIN) for pair in pairs]
    sql.insert(LinkRow, _LINK_COLUMNS, rows, _ONCE)
    return tied | {node for _, node in pairs}


def _tied_again(nodes: set[str]) -> set[str]:
    """All that hangs together with some nodes by readings of one place."""
    link = sql.table(LinkRow)
    found: set[str] = set()
    seen, new = set(nodes), set(nodes)
    while new:
        ends = {
            key
            for end in ("a_id", "b_id")
            for row in sql.select(f"SELECT a_id, b_id FROM {link} WHERE rule = '{READ_AGAIN}' AND {end} IN {{keys}}", new)
            for key in row
        }
        found |= ends
        new = ends - seen
        seen |= new
    return found


def component(seeds: set[str]) -> tuple[set[str], set[Link], set[Constraint]]:
    """All nodes that hang together with the seeds by links or by people's words, with these links and words."""
    nodes: set[str] = set()
    links: set[Link] = set()
    constraints: set[Constraint] = set()
    new = set(seeds)
    while new:
        nodes |= new
        edge = set(_links_at(new))
        words = set(_constraints_at(new))
        links |= edge
        constraints |= words
        ends = [link[:2] for link in edge] + [(one.a, one.b) for one in words]
        new = {key for pair in ends for key in pair} - nodes
    known = {key for (key,) in sql.select(f"SELECT key FROM {sql.table(Node)} WHERE key IN {{keys}}", nodes)}
    return known, links, constraints


def _links_at(nodes: set[str]) -> Iterable[Link]:
    columns = f"SELECT a_id, b_id, strength, rule FROM {sql.table(LinkRow)} WHERE "
    for end in ("a_id", "b_id"):
        yield from (Link(*row) for row in sql.select(f"{columns}{end} IN {{keys}}", nodes))


def _constraints_at(nodes: set[str]) -> Iterable[Constraint]:
    """Every pair of a merge is together; every pair across a split is apart."""
    anchors = sql.table(DecisionAnchor)
    numbers = {row[0] for row in sql.select(f"SELECT decision_id FROM {anchors} WHERE node IN {{keys}}", nodes)}
    if not numbers:
        return
    wanted = live_anchors().filter(decision__in=numbers, decision__action__in=(Action.MERGE, Action.SPLIT))
    by_decision: dict[tuple[int, str], list[tuple[str, int]]] = {}
    for number, action, node, side in wanted.values_list("decision_id", "decision__action", "node", "side"):
        by_decision.setdefault((number, action), []).append((node, side))
    for (number, action), members in by_decision.items():
        for (a, side), (b, other) in combinations(sorted(members), 2):
            if a != b and (action == Action.MERGE or side != other):
                yield Constraint(number, a, b, action == Action.MERGE)


def clusters(nodes: set[str], links: set[Link], constraints: set[Constraint], alias: Mapping[str, str]) -> list[list[str]]:
    """The clusters of whole components. Nodes of one page, and nodes that are judged different, stay apart.

    Only what one place in a page was and is, read again, may differ.
    """
    tied = {key for link in links for key in link[:2]}
    contents = contents_of(tied, alias)
    pages: dict[str, set[int]] = {}
    told = {key for key in tied if key[0] in (DOCUMENT, EVENT)}
    for node, version in sql.select(f"SELECT node_id, version_id FROM {sql.table(Mention)} WHERE node_id IN {{keys}}", told):
        pages.setdefault(node, set()).add(version)
    known = {link[:2]: False for link in links if link.rule == READ_AGAIN}
    one_thing = {link[:2] for link in links}  # judged already

    def apart(a: str, b: str) -> bool:
        if (a, b) not in known:
            known[a, b] = not pages.get(a, set()).isdisjoint(pages.get(b, ())) or (
                (a, b) not in one_thing and a in contents and b in contents and differ(contents[a], contents[b])
            )
        return known[a, b]

    return partition(nodes, links, constraints, apart)
