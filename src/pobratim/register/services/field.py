"""Decisions about one field of a record: what a person sets outranks what pages claim, and the claims stay."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from pobratim.register.derive.draft import MANY, canonical
from pobratim.register.errors import WrongDecision, WrongValue
from pobratim.register.field import read_value, refs_in
from pobratim.register.models import Node, PersonDecision, Record
from pobratim.register.models.decision import Action
from pobratim.register.permission import Permission, require
from pobratim.register.selectors.held import held
from pobratim.register.selectors.record import record_of

from .decision import Author, clean, decide, named_in


@transaction.atomic
def field_accept(*, key: str, field: str, value: Any, author: Author, reason: str = "") -> PersonDecision:
    """Of what pages claim, this is right.

    Raises:
        WrongDecision: no page claims it.
    """
    require(author.user, Permission.REVIEW)
    record = record_of(key)
    return _on_field(Action.ACCEPT, record, field, _claimed(record, field, value), author, reason)


@transaction.atomic
def field_reject(*, key: str, field: str, value: Any, author: Author, reason: str = "") -> PersonDecision:
    """What pages claim here is wrong.

    Raises:
        WrongDecision: no page claims it.
    """
    require(author.user, Permission.REVIEW)
    record = record_of(key)
    return _on_field(Action.REJECT, record, field, _claimed(record, field, value), author, reason)


@transaction.atomic
def field_edit(*, key: str, field: str, value: Any, author: Author, reason: str = "") -> PersonDecision:
    """The field is as the person says; for a field of several values the whole list.

    Raises:
        WrongValue: the value does not fit the field, or refers to a record that is not there.
    """
    require(author.user, Permission.EDIT)
    record = record_of(key)
    return _on_field(Action.EDIT, record, field, checked(record.key[0], field, value), author, reason)


def checked(kind: str, field: str, value: Any) -> Any:
    """The value, or list of values, of a field in its canonical form.

    Raises:
        WrongValue: it does not fit, or refers to a record that is not there.
    """
    value = cleaned(value)
    if field in MANY:
        if not isinstance(value, list):
            raise WrongValue(f"{field}: a list is needed")
        found: Any = [read_value(kind, field, one) for one in value]
    else:
        found = read_value(kind, field, value)
    wanted = refs_in(found)
    missing = wanted - set(Node.objects.filter(key__in=wanted).values_list("key", flat=True))
    if missing:
        raise WrongValue(f"{field}: no such record: {min(missing)}")
    return found


def cleaned(value: Any) -> Any:
    """The value with all its texts clean."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(one) for one in value]
    return {name: cleaned(one) for name, one in value.items()} if isinstance(value, dict) else value


def _claimed(record: Record, field: str, value: Any) -> Any:
    """The value, if it is one of those that the record has for the field."""
    wanted = canonical(value)
    for one in record.fields.get(field, []):
        if canonical(one["value"]) == wanted:
            return one["value"]
    raise WrongDecision("no page claims this value", address=f"{record.key}/{field}")


def _on_field(action: Action, record: Record, field: str, value: Any, author: Author, reason: str) -> PersonDecision:
    """A decision anchored at the record; the nodes that the value names are kept for it too."""
    return decide(
        action, [(record.key, 0), *named_in(value)], author, reason, field=field, value=value, before=held(record, field)
    )
