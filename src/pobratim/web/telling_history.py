"""Decisions in words: who, when, what, and what was before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from pobratim.register.derive.draft import MANY
from pobratim.register.field import refs_in
from pobratim.register.models import PersonDecision, User
from pobratim.register.models.decision import Action
from pobratim.register.permission import may, permission_to_undo
from pobratim.register.selectors.history import records_decided
from pobratim.register.selectors.label import labels
from pobratim.words import codes

from .words import in_words, word

MOST_VALUES = 30


class Entry(NamedTuple):
    """A decision as the history shows it; `undoable` by the one who looks."""

    decision: PersonDecision
    records: list[str]
    field: str
    before: SafeString | None
    after: SafeString | None
    undoable: bool


class History(NamedTuple):
    """Entries, and what the records in them are called."""

    entries: list[Entry]
    names: dict[str, str]


def told(decisions: Iterable[PersonDecision], user: Any) -> History:
    """The decisions in words, for the one who looks."""
    many = list(decisions)
    records = records_decided(one.pk for one in many)
    named = {key for one in many if one.field for key in refs_in([one.value, one.before])}
    names = labels(named | {key for keys in records.values() for key in keys})
    return History([_entry(one, records.get(one.pk, []), names, user) for one in many], names)


def _entry(one: PersonDecision, records: list[str], names: dict[str, str], user: Any) -> Entry:
    kind = records[0][0] if records else ""
    known = codes.FIELDS.get(kind, {})
    return Entry(
        one,
        records,
        word(known, one.field) if one.field else "",
        _value(kind, one, one.before, names) if one.field and one.action == Action.EDIT else None,
        _value(kind, one, one.value, names) if one.field else None,
        one.undone_at is None and isinstance(user, User) and may(user, permission_to_undo(one, user)),
    )


def _value(kind: str, one: PersonDecision, value: Any, names: dict[str, str]) -> SafeString | None:
    """A value of the decision's field, a list of them joined; None for one that cannot be told any more."""
    values = value if one.field in MANY and isinstance(value, list) else [] if value is None else [value]
    if not kind:
        return None
    if not values:
        return format_html("<span class=muted>{}</span>", gettext("nothing"))
    return format_html_join("; ", "{}", ((in_words(kind, one.field, each, names),) for each in values[:MOST_VALUES]))
