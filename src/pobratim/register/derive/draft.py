"""A record in the making: for every field all values that pages or people give, and what was chosen."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec
from django.utils import timezone

from pobratim.register.models.decision import Action, PersonDecision
from pobratim.register.models.record import State

Json = Any
_encode = msgspec.json.Encoder(order="deterministic").encode


class Value(NamedTuple):
    """A value, how many pages give it (`pages`), how many of them as a fact (`told`), and the days they came out."""

    value: Json
    pages: int
    told: int
    first: datetime.date | None
    last: datetime.date | None

    def rank(self) -> tuple[int, int, str]:
        """The better supported first, told before planned; among equals any order that is always the same."""
        return (-self.told, -self.pages, canonical(self.value))


@dataclass
class Draft:
    """`values`: field → values by rank. `decisions`: those in force on this record, the oldest first; `said`: field → what they
    set, in their order, with the days on which people did.
    """

    key: str
    values: dict[str, list[Value]] = field(default_factory=dict)
    decisions: list[PersonDecision] = field(default_factory=list)
    pages: int = 0
    named: bool = False
    first: datetime.date | None = None
    last: datetime.date | None = None
    decided: dict[str, Json] = field(default_factory=dict)
    said: dict[str, list[tuple[Json, datetime.date]]] = field(default_factory=dict)
    contradictions: dict[str, list[Json]] = field(default_factory=dict)
    state: str = State.PROPOSED

    def all(self, name: str) -> list[Json]:
        """All values of a field that nobody rejected."""
        return [one.value for one in self.values.get(name, [])]

    def best(self, name: str) -> Json:
        """The value of a field: the person's if there is one, else that of the highest rank; None for none."""
        found = self.all(name)
        return found[0] if found else None

    def told(self, name: str) -> list[tuple[Json, datetime.date]]:
        """What people said of a field one after another and nobody rejected, with the days on which they did; what is kept from
        a time of which no decision tells comes first.
        """
        held = {canonical(one): one for one in reversed(self.all(name)) if one is not None}
        said = [(value, day) for value, day in self.said.get(name, []) if canonical(value) in held]
        known = {canonical(value) for value, _ in said}
        return [(one, self.first or datetime.date.min) for text, one in held.items() if text not in known] + said

    def common(self) -> dict[str, Any]:
        """The columns that all records have."""
        fields = {
            name: [{"value": one.value, "pages": one.pages, "told": one.told} for one in values]
            for name, values in sorted(self.values.items())
        }
        return {
            "key": self.key,
            "state": self.state,
            "pages": self.pages,
            "first_told": self.first,
            "last_told": self.last,
            "contradictions": self.contradictions,
            "contradicted": bool(self.contradictions),
            "decided": self.decided,
            "fields": fields,
        }


def canonical(value: Json) -> str:
    """A value as text: equal values, equal text."""
    return _encode(value).decode()


def resolved(value: Json, records: Mapping[str, str]) -> Json:
    """The value with every `{"node": key}` pointing to the record; None in the place of one that is no more."""
    if isinstance(value, dict):
        if value.keys() == {"node"}:
            record = records.get(value["node"])
            return {"node": record} if record else None
        return {name: resolved(one, records) for name, one in value.items()}
    if isinstance(value, list):
        return [resolved(one, records) for one in value]
    return value


def key_in(value: Json) -> str | None:
    """The key of the record that a reference points to."""
    return value["node"] if isinstance(value, dict) else None


def decide(draft: Draft, records: Mapping[str, str]) -> None:
    """Applies people's decisions, the oldest first: what they set comes first, what they reject goes."""
    for decision in draft.decisions:
        who = {"by": decision.author_name, "at": decision.made_at.isoformat(), "decision": decision.pk}
        if decision.action == Action.ATTACH:
            keep_alone(draft, decision, records)
            continue
        if decision.field == "match":
            continue  # of two records: `register.match` heeds it
        if not decision.field:
            draft.state = State.ACCEPTED if decision.action == Action.ACCEPT else State.REJECTED
            if decision.action == Action.ACCEPT:
                keep_alone(draft, decision, records)
            draft.decided[""] = {"action": decision.action, **who}
            continue
        value = resolved(decision.value, records)
        values = draft.values.setdefault(decision.field, [])
        if decision.action == Action.REJECT:
            values[:] = [one for one in values if canonical(one.value) != canonical(value)]
        elif decision.field in MANY and decision.action == Action.EDIT:
            values[:] = [_given(values, one) for one in value or []]
        else:
            _put_first(values, value)
            draft.said.setdefault(decision.field, []).append((value, timezone.localdate(decision.made_at)))
        draft.decided[decision.field] = {"action": decision.action, "value": value, **who}


#: Fields that hold several values at once; the rest hold one.
MANY = frozenset("party signatory witness sphere relation course person document post executor report".split())


def _put_first(values: list[Value], value: Json) -> None:
    given = _given(values, value)
    values[:] = [given, *(one for one in values if canonical(one.value) != canonical(value))]


def _given(values: list[Value], value: Json) -> Value:
    """The value with the support that it has from pages, if any."""
    return next((one for one in values if canonical(one.value) == canonical(value)), Value(value, 0, 0, None, None))


def keep_alone(draft: Draft, decision: PersonDecision, records: Mapping[str, str]) -> None:
    """Where no page tells of it any more: what it was when the person decided."""
    if draft.pages == 0:
        keep(draft, decision.value or {}, records)


def keep(draft: Draft, snapshot: dict[str, list[Json]], records: Mapping[str, str]) -> None:
    """No page tells of it any more: what it was when a person accepted it stays."""
    for name, values in snapshot.items():
        if not draft.values.get(name):
            draft.values[name] = [Value(resolved(one, records), 0, 0, None, None) for one in values]
