"""What people decided about a record, in words; what was undone stays and says by whom."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pobratim.register.derive.draft import MANY
from pobratim.register.field import FIELDS, refs_in
from pobratim.register.models import PersonDecision
from pobratim.words import codes

from .words import in_words, joined, word


class Decided(NamedTuple):
    """A decision: what was done with which field (empty: the whole record), the value, why, by whom, when, and who undid it."""

    number: int
    action: str
    field: str
    value: SafeString
    reason: str
    author: str
    at: datetime.datetime
    undone_by: str
    undone_at: datetime.datetime | None


def shown(kind: str, decision: PersonDecision, names: Mapping[str, str]) -> Decided:
    """A decision about a record of a kind; `names` as for `in_words`, for the keys of `refs_of`."""
    return Decided(
        decision.pk,
        word(codes.ACTIONS, decision.action),
        word(codes.FIELDS[kind], decision.field) if decision.field else "",
        _value(kind, decision.field, decision.value, names),
        decision.reason,
        decision.author_name,
        decision.made_at,
        decision.undone_by,
        decision.undone_at,
    )


def refs_of(decisions: Iterable[PersonDecision]) -> set[str]:
    """The keys that the decisions' values name."""
    return set().union(*(refs_in(one.value) for one in decisions if one.field))


def _value(kind: str, field: str, value: Any, names: Mapping[str, str]) -> SafeString:
    if not field or field not in FIELDS[kind]:
        return SafeString()
    many = value if field in MANY and isinstance(value, list) else [value]
    return joined([in_words(kind, field, one, names) for one in many]) if many else format_html("—")
