"""Several fields of a record at one stroke, with the records entered on the way that the new values name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from pobratim.register import sql
from pobratim.register.derive.draft import MANY, canonical
from pobratim.register.errors import Changed, WrongValue
from pobratim.register.models import PersonDecision, Record
from pobratim.register.models.decision import Action
from pobratim.register.permission import Permission, require
from pobratim.register.selectors.held import held
from pobratim.register.selectors.history import last_decided
from pobratim.register.selectors.record import record_of
from pobratim.register.settle import settle

from .decision import Author, named_in, write
from .enter import NEEDED, with_entered
from .field import checked


@transaction.atomic
def record_edit(
    *, key: str, changes: Mapping[str, Any], author: Author, reason: str = "", seen: str | None = None
) -> list[PersonDecision]:
    """Several fields are as the person says: all of them or none.

    Args:
        key: of the record.
        changes: field → value as `field_edit` takes it, `New` in the place of references that are to be entered; None
            where nothing that is told there is right.
        author: who says so.
        reason: in the person's words, empty for none.
        seen: what `last_decided` gave when the person looked; None for whatever it is.

    Raises:
        WrongValue: a value does not fit, or a field that is needed would be empty.
        Changed: somebody decided on the record since.
    """
    require(author.user, Permission.EDIT)
    sql.lock()
    record = record_of(key)
    if seen is not None and seen != last_decided(record.key):
        raise Changed("somebody changed this record meanwhile", address=record.key)
    kind, now, made = record.key[0], timezone.now(), []
    for field, value in changes.items():
        if not value and field in NEEDED.get(kind, ("text",)):
            raise WrongValue(f"{field}: this is needed", address=record.key)
    for field, given in changes.items():
        if given is None and field not in MANY:
            wrong = [one["value"] for one in record.fields.get(field, [])]
            made += [_write(Action.REJECT, record, field, value, author, reason, now) for value in wrong]
            continue
        value = checked(kind, field, with_entered(given or [] if field in MANY else given, author, reason))
        if canonical(value) != canonical(_told(record, field)):
            made.append(_write(Action.EDIT, record, field, value, author, reason, now))
    settle()
    return made


def _write(action: Action, record: Record, field: str, value: Any, author: Author, reason: str, at: Any) -> PersonDecision:
    anchors = [(record.key, 0), *named_in(value)]
    return write(action, anchors, author, reason, field=field, value=value, before=held(record, field), at=at)


def _told(record: Record, field: str) -> Any:
    """What a person set already; setting it again says nothing new."""
    decided = record.decided.get(field) or {}
    return decided.get("value") if decided.get("action") == Action.EDIT else None
