"""Taking decisions back: the register is as if they had not been made; that they were stays in the history."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from pobratim.register import sql
from pobratim.register.errors import NoSuchRecord, WrongDecision
from pobratim.register.models import PersonDecision
from pobratim.register.nodes import mark_dirty
from pobratim.register.permission import permission_to_undo, require
from pobratim.register.settle import settle

from .decision import Author


@transaction.atomic
def decision_undo(*, number: int, author: Author) -> PersonDecision:
    """Takes a decision back: the register is as if it had not been made; that it was stays in the history.

    Raises:
        NoSuchRecord: there is no decision of that number.
        WrongDecision: it was undone before.
    """
    return decisions_undo(numbers=[number], author=author)[0]


@transaction.atomic
def decisions_undo(*, numbers: Iterable[int], author: Author) -> list[PersonDecision]:
    """Takes several decisions back at one stroke, all or none; errors as for one."""
    sql.lock()
    undone = [_taken_back(number, author) for number in sorted(set(numbers), reverse=True)]
    settle()
    return undone


def _taken_back(number: int, author: Author) -> PersonDecision:
    decision = PersonDecision.objects.filter(pk=number).first()
    if decision is None:
        raise NoSuchRecord("no decision has this number", address=str(number))
    require(author.user, permission_to_undo(decision, author.user))
    if decision.undone_at is not None:
        raise WrongDecision("the decision is undone already", address=str(number))
    decision.undone_at, decision.undone_by = timezone.now(), author.name
    decision.save(update_fields=["undone_at", "undone_by"])
    mark_dirty(decision.anchors.values_list("node", flat=True))
    return decision
