"""Several fields of a record at one stroke, with the records entered on the way that the new values name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from pobratim.register import sql
from pobratim.register.derive.draft import MANY, canonical
from pobratim.register.errors import Changed, WrongValue
from pobratim.register.models import PersonDecision, Record
from pobratim.register.models.decision import Action
from pobratim.register.permission import Permission, require
from pobratim.register.selectors.history import last_decided
from pobratim.register.selectors.record import record_of
from pobratim.register.settle import settle

from .decision import Author, named_in, write
from .enter import NEEDED, record_enter
from .field import checked


class New(NamedTuple):
    """A record that is entered on the way: it stands in a value in the place of a reference."""

    kind: str
    name: str
    actor_kind: str = "other"

    def fields(self) -> dict[str, Any]:
        """Its fields, as `record_enter` wants them."""
        return {"name": self.name, "kind": self.actor_kind} if self.kind == "a" else {"name": {"name": self.name}}


def with_entered(value: Any, author: Author, reason: str = "") -> Any:
    """The value with every `New` in it entered and referred to."""
    if isinstance(value, New):
        return {"node": record_enter(kind=value.kind, fields=value.fields(), author=author, reason=reason)}
    if isinstance(value, list):
        return [with_entered(one, author, reason) for one in value]
    return {name: with_entered(one, author, reason) for name, one in value.items()} if isinstance(value, dict) else value


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
    return write(action, [(record.key, 0), *named_in(value)], author, reason, field=field, value=value, at=at)


def _told(record: Record, field: str) -> Any:
    """What a person set already; setting it again says nothing new."""
    decided = record.decided.get(field) or {}
    return decided.get("value") if decided.get("action") == Action.EDIT else None
