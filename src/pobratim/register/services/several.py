"""Many records reviewed at one stroke: the decisions share their moment, by which they are undone together."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from pobratim.register import sql
from pobratim.register.models import PersonDecision
from pobratim.register.models.decision import Action
from pobratim.register.permission import Permission, require
from pobratim.register.selectors.record import record_of
from pobratim.register.settle import settle

from .decision import Author, named_in, snapshot_of, write


@transaction.atomic
def records_accept(*, keys: Iterable[str], author: Author, reason: str = "") -> list[PersonDecision]:
    """A person has looked at these records and found them right; all or none are accepted."""
    return _decided(Action.ACCEPT, keys, author, reason)


@transaction.atomic
def records_reject(*, keys: Iterable[str], author: Author, reason: str = "") -> list[PersonDecision]:
    """A person has found that there are no such things; all or none are rejected."""
    return _decided(Action.REJECT, keys, author, reason)


def _decided(action: Action, keys: Iterable[str], author: Author, reason: str) -> list[PersonDecision]:
    require(author.user, Permission.REVIEW)
    sql.lock()
    records = {record.key: record for record in map(record_of, keys)}
    now, made = timezone.now(), []
    for key, record in records.items():
        snapshot = snapshot_of(record) if action == Action.ACCEPT else None
        made.append(write(action, [(key, 0), *named_in(snapshot)], author, reason, value=snapshot, at=now))
    settle()
    return made
