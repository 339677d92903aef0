"""What is due, section by section: what is asked for, why, and where the proof lies."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from pobratim.register.models import Document, DocumentRelation, Event
from pobratim.register.selectors import due
from pobratim.register.selectors.lately import with_parties
from pobratim.words.speech import mark


class Section(NamedTuple):
    """A list of what is due: its name in addresses, its heading, why these stand in it, and the records on a day."""

    name: str
    heading: str
    reason: str
    found: Callable[[datetime.date, int], QuerySet[Any]]


class Reminder(NamedTuple):
    """A record that is due: the day in question, where that day is told, and the other record where there are two."""

    record: Document | Event
    day: datetime.date | None
    proof: str
    other: Document | None = None


SECTIONS = (
    Section(
        "ending",
        mark("Ending soon"),
        mark("The term runs out, and no page tells of a prolongation or of a document in its place."),
        due.ending,
    ),
    Section(
        "lapsed",
        mark("Lapsed lately"),
        mark("The term has run out, and no page tells of a prolongation."),
        due.lapsed,
    ),
    Section(
        "unsigned",
        mark("Promised and never signed"),
        mark("Announced long ago or for a day that has passed; no page tells of a signing."),
        lambda on, days: due.unsigned(on),
    ),
    Section("coming", mark("Coming events"), mark("Planned for the days to come."), due.coming),
    Section(
        "outliving",
        mark("Plans that outlive their agreement"),
        mark("The plan goes on after the end of the document that it rests on."),
        lambda on, days: due.outliving(on),
    ),
)
#: Field of a record in which the reason is told.
_FIELDS = {"ending": "term", "lapsed": "term", "unsigned": "status", "coming": "date", "outliving": "relation"}


def reminders(section: Section, rows: list[Any]) -> list[Reminder]:
    """Rows of a section as reminders."""
    return [_reminder(section.name, row) for row in rows]


def records_of(section: Section, on: datetime.date, days: int) -> QuerySet[Any]:
    """The rows of a section, documents with their parties."""
    found = section.found(on, days)
    return with_parties(found).defer(None) if issubclass(found.model, Document) else found


def _reminder(section: str, row: Any) -> Reminder:
    field = _FIELDS[section]
    if isinstance(row, DocumentRelation):
        return Reminder(row.document, row.to.ends_last, _proof(row.document, field, _number(row.document, field, row)), row.to)
    day = row.date_first if isinstance(row, Event) else row.signed_first if section == "unsigned" else row.ends_last
    return Reminder(row, day, _proof(row, field, _number(row, field, row)))


def _number(record: Document | Event, field: str, row: Any) -> int | None:
    """The place of the value that gives the reason among those of its field; None where the field has none."""
    told = [one["value"] for one in record.fields.get(field, [])]
    if field == "status":
        return next((number for number, value in enumerate(told) if value["status"] == record.status), None)
    if field == "relation":
        return next((number for number, one in enumerate(told) if one["to"] and one["to"]["node"] == row.to_id), None)
    return 0 if told else None


def _proof(record: Document | Event, field: str, number: int | None) -> str:
    return "" if number is None else reverse("web:evidence", args=[record.key, field, number])


def heading(section: Section) -> str:
    """The heading in the language of the interface."""
    return gettext(section.heading)
