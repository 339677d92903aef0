"""A row beside the record that it means: what the record lacks, and where the two differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pobratim.register.derive.draft import MANY, canonical, key_in, resolved
from pobratim.register.field import refs_in
from pobratim.register.models import Record
from pobratim.resolve.records.content import plain
from pobratim.resolve.records.window import date_window

#: What is told later in a document's life outranks what is told of it earlier.
_LATER = {"proposed": 0, "planned": 1, "signed": 2, "in_force": 3, "prolonged": 4}


class Difference(NamedTuple):
    """A field of which list and record say different things; both as values of the field, lists where it holds several."""

    field: str
    in_list: Any
    in_register: Any


class Comparison(NamedTuple):
    """`missing`: field → what the record lacks; `differing`: what is shown to people and changed only if they say so."""

    missing: dict[str, Any]
    differing: tuple[Difference, ...]


def compare(record: Record, values: Mapping[str, list[Any]], records: Mapping[str, str], told: frozenset[str]) -> Comparison:
    """Field by field.

    Args:
        record: that the row means.
        values: of the row.
        records: node → record, of every node that the values name and that has one.
        told: fields that are compared only where the list itself gives them (`status`).
    """
    missing: dict[str, Any] = {}
    differing: list[Difference] = []
    for field, many in sorted(values.items()):
        if field == "status" and field not in told:
            continue
        theirs = [one["value"] for one in record.fields.get(field, [])]
        if field in record.decided and field not in MANY:
            theirs = theirs[:1]  # what a person set stands, whatever else is told
        ours = many if field in MANY else many[0]
        same = [resolved(one, _or_itself(one, records)) for one in many]
        if not theirs:
            missing[field] = ours
        elif (better := _BETTER.get(field, _plain)(theirs, same)) is None:
            differing.append(Difference(field, ours, theirs if field in MANY else theirs[0]))
        elif better:
            missing[field] = ours if field != "term" else better
    return Comparison(missing, tuple(differing))


def _or_itself(value: Any, records: Mapping[str, str]) -> dict[str, str]:
    return {node: records.get(node, node) for node in refs_in(value)}


#: A comparison says: None they differ; empty they agree; else the record is to be told (`term`: told so much).
_Better = Any


def _plain(theirs: list[Any], ours: list[Any]) -> _Better:
    return () if {canonical(one) for one in ours} <= {canonical(one) for one in theirs} else None


def _title(theirs: list[Any], ours: list[Any]) -> _Better:
    return () if plain(ours[0]) in {plain(one) for one in theirs} else None


def _kind(theirs: list[Any], ours: list[Any]) -> _Better:
    return () if ours[0] in theirs else None


def _date(theirs: list[Any], ours: list[Any]) -> _Better:
    """A less exact date agrees with what lies in it; a more exact one is better."""
    one, other = date_window(theirs[0]["value"]), date_window(ours[0]["value"])
    if one is None:
        return True
    if other is None or other.first <= one.first <= one.last <= other.last:
        return ()
    return True if one.first <= other.first <= other.last <= one.last else None


def _status(theirs: list[Any], ours: list[Any]) -> _Better:
    one, other = (_LATER.get(value["status"]) for value in (theirs[0], ours[0]))
    if theirs[0]["status"] == ours[0]["status"]:
        return ()
    return None if one is None or other is None else other > one or ()


def _actors(theirs: list[Any], ours: list[Any]) -> _Better:
    """By the territories that organs of power act for."""
    one, other = ({key_in(value.get("for") or value["actor"]) for value in many} for many in (theirs, ours))
    return () if other <= one else None


def _people(theirs: list[Any], ours: list[Any]) -> _Better:
    one, other = ({key_in(value["person"]) for value in many} for many in (theirs, ours))
    return () if other <= one else None


def _term(theirs: list[Any], ours: list[Any]) -> _Better:
    """Parts that the record lacks are added to it where no part differs."""
    one, other = theirs[0], ours[0]
    differ = [part for part in other if other[part] and one.get(part) and _part(one[part]) != _part(other[part])]
    lacking = [part for part in other if other[part] and not one.get(part)]
    if [part for part in differ if part != "renewal"]:
        return None
    return {**one, **{part: other[part] for part in lacking}} if lacking else ()


def _part(value: Any) -> Any:
    return value["value"] if isinstance(value, dict) else value


_BETTER: dict[str, Callable[[list[Any], list[Any]], _Better]] = {
    "title": _title,
    "kind": _kind,
    "signed": _date,
    "status": _status,
    "party": _actors,
    "signatory": _people,
    "term": _term,
}
