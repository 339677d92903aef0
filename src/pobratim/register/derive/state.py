"""Claims that people accepted or rejected, and those that nobody has looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from pobratim.register import sql
from pobratim.register.models import Claim, DecisionAnchor, Mention, Node, PersonDecision, State
from pobratim.register.models.decision import Action

from .draft import Draft, canonical, resolved

_Mark = tuple[str, int | None]
UNSEEN: _Mark = (State.PROPOSED, None)


def mark_claims(drafts: Mapping[str, Draft], records: Mapping[str, str]) -> None:
    """Sets state and decision of the claims of records on which people ever decided."""
    if not PersonDecision.objects.exists():
        return
    anchored = sql.select(
        f"SELECT DISTINCT n.record FROM {sql.table(DecisionAnchor)} x JOIN {sql.table(Node)} n ON n.key = x.node "
        "WHERE x.side = 0 AND n.record IN {keys}",
        drafts,
    )
    rows = sql.select(
        f"SELECT c.id, c.field, c.value, c.state, c.decision_id, n.record FROM {sql.table(Claim)} c "
        f"JOIN {sql.table(Mention)} m ON m.id = c.mention_id JOIN {sql.table(Node)} n ON n.key = m.node_id "
        "WHERE n.record IN {keys}",
        {row[0] for row in (*anchored, *_seen(drafts))},
    )
    changed = []
    for number, field, value, state, decision, record in rows:
        mark = _mark(drafts[record], field, canonical(resolved(msgspec.json.decode(value), records)))
        if mark != (state, decision):
            changed.append((*mark, number))
    sql.many(f"UPDATE {sql.table(Claim)} SET state = %s, decision_id = %s WHERE id = %s", changed)


def _seen(drafts: Mapping[str, Draft]) -> Iterator[tuple[str, ...]]:
    """Records with claims that some decision marked: perhaps they came from another record."""
    return sql.select(
        f"SELECT DISTINCT n.record FROM {sql.table(Claim)} c JOIN {sql.table(Mention)} m ON m.id = c.mention_id "
        f"JOIN {sql.table(Node)} n ON n.key = m.node_id WHERE c.decision_id IS NOT NULL AND n.record IN {{keys}}",
        drafts,
    )


def _mark(draft: Draft, field: str, value: str) -> _Mark:
    """The newest decision that bears on a claim: on its field and value, else on the whole record."""
    mark = UNSEEN
    for decision in draft.decisions:
        if decision.action == Action.ATTACH:
            continue
        whole = not decision.field
        if whole or (decision.field == field and decision.action != Action.EDIT and canonical(decision.value) == value):
            mark = (State.ACCEPTED if decision.action == Action.ACCEPT else State.REJECTED, decision.pk)
    return mark
