"""Claims that people accepted or rejected, and those that nobody has looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from pobratim.register import sql
from pobratim.register.models import Claim, DecisionAnchor, Mention, PersonDecision, State
from pobratim.register.models.decision import Action

from .draft import Draft, canonical, resolved

_Seen = tuple[str, int | None]
#: State, decision, number of a claim.
Mark = tuple[str, int | None, int]
UNSEEN: _Seen = (State.PROPOSED.value, None)


def marks_of(drafts: Mapping[str, Draft], nodes: Mapping[str, str], records: Mapping[str, str]) -> list[Mark]:
    """State and decision of those claims of records on which people ever decided that are to have others than they have.

    Args:
        drafts: of the records.
        nodes: node → record, for all nodes of these records.
        records: the same for all nodes that these records name.
    """
    if not PersonDecision.objects.exists():
        return []
    own = {node for node, record in nodes.items() if record in drafts}
    anchored = sql.select(f"SELECT node FROM {sql.table(DecisionAnchor)} WHERE side = 0 AND node IN {{keys}}", own)
    decided = {nodes[row[0]] for row in (*anchored, *_seen(own))}
    rows = sql.select(
        f"SELECT c.id, c.field, c.value, c.state, c.decision_id, m.node_id FROM {sql.table(Mention)} m "
        f"JOIN {sql.table(Claim)} c ON c.mention_id = m.id WHERE m.node_id IN {{keys}}",
        {node for node in own if nodes[node] in decided},
    )
    changed = []
    for number, field, value, state, decision, node in rows:
        seen = _seen_now(drafts[nodes[node]], field, canonical(resolved(msgspec.json.decode(value), records)))
        if seen != (state, decision):
            changed.append((*seen, number))
    return changed


def mark_claims(marks: Sequence[Mark]) -> None:
    """Sets state and decision of these claims."""
    sql.many(f"UPDATE {sql.table(Claim)} SET state = %s, decision_id = %s WHERE id = %s", marks)


def _seen(nodes: set[str]) -> Iterator[tuple[str, ...]]:
    """Nodes with claims that some decision marked: perhaps they came from another record."""
    return sql.select(
        f"SELECT DISTINCT m.node_id FROM {sql.table(Mention)} m JOIN {sql.table(Claim)} c ON c.mention_id = m.id "
        "WHERE c.decision_id IS NOT NULL AND m.node_id IN {keys}",
        nodes,
    )


def _seen_now(draft: Draft, field: str, value: str) -> _Seen:
    """The newest decision that bears on a claim: on its field and value, else on the whole record."""
    seen = UNSEEN
    for decision in draft.decisions:
        if decision.action == Action.ATTACH:
            continue
        whole = not decision.field
        if whole or (decision.field == field and decision.action != Action.EDIT and canonical(decision.value) == value):
            seen = (State.ACCEPTED if decision.action == Action.ACCEPT else State.REJECTED, decision.pk)
    return seen
