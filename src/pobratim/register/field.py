"""The fields of records and what their values are: the form in which claims, decisions and forms speak of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from django.utils.translation import gettext

from pobratim.core import facts as f
from pobratim.resolve.records.content import ACTOR, DOCUMENT, EVENT, MEASURE, PERSON, STATEMENT
from pobratim.resolve.records.window import date_window
from pobratim.words.json_fault import json_fault

from .errors import WrongValue
from .values.follow_up import Due, Executor, Outcome, Promise, Raw, Report
from .values.plain import Code, Line, Text
from .values.ref import ActorRef, Date, DocumentRef, EventRef, PersonRef
from .values.told import (
    Attendee,
    Course,
    DocumentStatus,
    EventStatus,
    Name,
    Party,
    Post,
    Relation,
    Signatory,
    Term,
    Words,
)

#: Characters of a date's value → how precise it is.
_PRECISIONS = {4: "year", 7: "month", 10: "day"}
#: Parts of values that are days.
_DAYS = ("since", "until", "first", "last", "on", "made")

#: Kind of record → field → the type of one value.
FIELDS: dict[str, dict[str, Any]] = {
    ACTOR: {"name": Line, "kind": Code, "within": ActorRef},
    PERSON: {"name": Name, "post": Post},
    DOCUMENT: {
        "kind": f.DocumentKind,
        "title": Line,
        "status": DocumentStatus,
        "party": Party,
        "signatory": Signatory,
        "witness": PersonRef,
        "signed": Date,
        "place": ActorRef,
        "term": Term,
        "sphere": Code,
        "relation": Relation,
        "course": Course,
    },
    EVENT: {
        "kind": f.EventKind,
        "status": EventStatus,
        "date": Date,
        "place": ActorRef,
        "host": ActorRef,
        "party": Party,
        "person": Attendee,
        "document": DocumentRef,
        "within": EventRef,
    },
    STATEMENT: {"text": Words, "speaker": PersonRef, "document": DocumentRef, "promise": Promise, "outcome": Outcome},
    MEASURE: {
        "plan": DocumentRef,
        "section": Text,
        "number": Text,
        "text": Text,
        "sphere": Code,
        "executor": Executor,
        "due": Due,
        "expected": Text,
        "raw": Raw,
        "report": Report,
    },
}


def read_value(kind: str, field: str, value: object) -> Any:
    """One value of a field in its canonical form.

    Raises:
        WrongValue: there is no such field, or the value does not fit; the reason says where.

    >>> read_value("d", "place", {"node": "a2b9bf8c4ce2ff5ea6bb6"})
    {'node': 'a2b9bf8c4ce2ff5ea6bb6'}
    """
    type_ = FIELDS[kind].get(field)
    if type_ is None:
        raise WrongValue(f"no field of this kind of record: {field[:40]}")
    try:
        found = msgspec.to_builtins(msgspec.convert(value, type_))
    except msgspec.ValidationError as error:
        raise WrongValue(f"{field}: {json_fault(error, gettext)}") from None
    for day in _no_days(found):
        raise WrongValue(f"{field}: no such day: {day}")
    return found


def _no_days(value: object) -> Iterator[str]:
    """The dates within a value that the calendar does not have, or that are not of the precision told."""
    if isinstance(value, dict):
        told = value.get("value")
        if "precision" in value and isinstance(told, str):
            leap = f"2000{told[1:]}" if told.startswith("--") else told
            if date_window(leap) is None or value["precision"] != _PRECISIONS[len(leap)]:
                yield f"{told} ({value['precision']})"
        days = (value.get(name) for name in _DAYS)
        yield from (day for day in days if isinstance(day, str) and date_window(day) is None)
        for one in value.values():
            yield from _no_days(one)


def refs_in(value: object) -> set[str]:
    """The keys that a value refers to."""
    if isinstance(value, dict):
        own = value.get("node")
        return {own} if isinstance(own, str) else set().union(*map(refs_in, value.values()))
    return set().union(*map(refs_in, value)) if isinstance(value, list) else set()
