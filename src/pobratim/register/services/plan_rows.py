"""The rows of a plan of measures into the register at one stroke."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from pobratim.register import sql
from pobratim.register.errors import Changed
from pobratim.register.models import ListImport, ListRow, Node
from pobratim.register.models.decision import Action
from pobratim.register.permission import Permission, require
from pobratim.register.plans.dry import Fate, Plan, RowPlan, plan_again
from pobratim.register.settle import settle
from pobratim.resolve.records.content import MEASURE

from .decision import Author, clean, named_in, write
from .enter import enter_one
from .field import checked, cleaned
from .list_rows import ListFile


class PlanApplied(NamedTuple):
    """What an import did; `number` is that of the import, None where there was nothing to do."""

    number: int | None
    added: int
    changed: int


@transaction.atomic
def plan_apply(
    *,
    plan: Plan,
    file: ListFile,
    author: Author,
    file_wins: bool = False,
    at: datetime.datetime | None = None,
    advance: Callable[[], None] = lambda: None,
) -> PlanApplied:
    """Brings the measures of a plan into the register as the dry run showed them: all of it or nothing.

    Rows that were not understood come in too, as they are written, marked for a person.

    Args:
        plan: of the dry run.
        file: whence it comes; file and row stand in the reason of every decision.
        author: who imports it.
        file_wins: where the file and a measure that is there differ, the measure is changed.
        at: the moment of the import; that of the plan itself where it was entered on the way, so that both are undone together.
        advance: called after every row.

    Raises:
        Changed: the register has changed since the dry run, so that something else would happen.
    """
    require(author.user, Permission.ENTER)
    sql.lock()
    settle()
    if plan_again(plan) != plan:
        raise Changed("the register has changed since the dry run: look at it again", address=file.name)
    changes = plan.of(Fate.DIFFERS) if file_wins else []
    wanted = [*plan.of(Fate.ADD), *changes]
    if not wanted:
        return PlanApplied(None, 0, 0)
    now, nodes = at or timezone.now(), {}
    for one in wanted:
        reason = f"{file.name} · {plan.table.name} · № {one.row.number}"
        if one.fate is Fate.ADD:
            fields = {"plan": {"node": plan.document}, **one.row.values}
            nodes[one.row.number] = enter_one(MEASURE, fields, author, reason, now, one.ordinal)
        else:
            nodes[one.row.number] = _changed(one, author, reason, now)
        advance()
    made = ListImport.objects.create(
        file=clean(file.name),
        sha256=file.sha256,
        sheet=clean(plan.table.name),
        plan=plan.document,
        columns=plan.columns,
        author_name=clean(author.name),
        made_at=now,
    )
    rows = [
        ListRow(list_import=made, number=one.row.number, cells=cleaned(one.row.cells), node=nodes[one.row.number])
        for one in wanted
    ]
    ListRow.objects.bulk_create(rows, batch_size=500)
    settle()
    return PlanApplied(int(made.pk), len(wanted) - len(changes), len(changes))


def _changed(one: RowPlan, author: Author, reason: str, now: Any) -> str:
    """Sets what differs on the measure that is there; returns one of its nodes."""
    for each in one.differing:
        value = checked(MEASURE, each.field, each.in_list)
        write(Action.EDIT, [(one.measure, 0), *named_in(value)], author, reason, field=each.field, value=value, at=now)
    return str(Node.objects.filter(record=one.measure).values_list("key", flat=True).order_by("key")[0])
