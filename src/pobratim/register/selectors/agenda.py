"""Everything that is due, section by section: what page, calendar, mail and briefing show.

An entry says which record, which day, and in which field the reason is told; a section says why its entries stand in it.
Every section is bounded: `MOST` entries, the most pressing first.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, NamedTuple

from pobratim.register.models import Document, DocumentRelation
from pobratim.words.speech import mark

from . import due
from .deadline import deciding, expiring
from .omission import out_of_post, promises_open, silent
from .plan import due_measures, overdue_measures

MOST = 500


class Entry(NamedTuple):
    """What is due: the record, the day in question (None: no day is told), the field that gives the reason, and the
    place of the value in it (None: no page says so); `other` is the second record where it takes two.
    """

    section: str
    record: str
    day: datetime.date | None
    field: str = ""
    number: int | None = None
    other: str | None = None


class Section(NamedTuple):
    """A list of what is due: its name in addresses, its heading, why its entries stand in it, and what finds them."""

    name: str
    heading: str
    reason: str
    find: Callable[[datetime.date, int], Iterable[Entry]]


def entries(section: Section, on: datetime.date, days: int, most: int = MOST) -> list[Entry]:
    """The entries of a section, seen from a day, looking so many days ahead (or back); so many at most."""
    return list(islice(section.find(on, days), most))


def agenda(on: datetime.date, days: int, names: Iterable[str] = ()) -> dict[str, list[Entry]]:
    """Name of the section → its entries, for the sections named, or all."""
    wanted = set(names) or {one.name for one in SECTIONS}
    return {one.name: entries(one, on, days) for one in SECTIONS if one.name in wanted}


def _deciding(on: datetime.date, days: int) -> Iterable[Entry]:
    return (Entry("deciding", one.document.key, one.day, "term", _place(one.document, "term")) for one in deciding(on, days))


def _expiring(on: datetime.date, days: int) -> Iterable[Entry]:
    return (Entry("expiring", one.document.key, one.day, "term", _place(one.document, "term")) for one in expiring(on, days))


def _lapsed(on: datetime.date, days: int) -> Iterable[Entry]:
    return (Entry("lapsed", one.key, one.ends_last, "term", _place(one, "term")) for one in due.lapsed(on, days)[:MOST])


def _unsigned(on: datetime.date, days: int) -> Iterable[Entry]:
    return (
        Entry("unsigned", one.key, one.signed_last or one.last_told, "status", _status(one)) for one in due.unsigned(on)[:MOST]
    )


def _coming(on: datetime.date, days: int) -> Iterable[Entry]:
    return (Entry("coming", one.key, one.date_first, "date", _place(one, "date")) for one in due.coming(on, days)[:MOST])


def _outliving(on: datetime.date, days: int) -> Iterable[Entry]:
    for row in due.outliving(on)[:MOST]:
        yield Entry("outliving", row.document_id, row.to.ends_last, "relation", _relation(row), row.to_id)


def _measures(on: datetime.date, days: int) -> Iterable[Entry]:
    return (Entry("measures", one.measure.key, one.standing.due, other=one.measure.plan_id) for one in due_measures(on, days))


def _overdue(on: datetime.date, days: int) -> Iterable[Entry]:
    return (Entry("overdue", one.measure.key, one.standing.due, other=one.measure.plan_id) for one in overdue_measures(on))


def _silent(on: datetime.date, days: int) -> Iterable[Entry]:
    return (Entry("silent", one.a, one.last, other=one.b) for one in silent(on))


def _posts(on: datetime.date, days: int) -> Iterable[Entry]:
    for one in out_of_post(on):
        yield Entry(
            "posts", one.signature.document_id, one.signature.document.signed_first, "signatory", None, one.signature.person_id
        )


def _promises(on: datetime.date, days: int) -> Iterable[Entry]:
    return (
        Entry("promises", one.statement.key, one.day, "promise", _place(one.statement, "promise"))
        for one in promises_open(on, days)
    )


SECTIONS = (
    Section(
        "deciding", mark("To be decided"), mark("By this day notice must be given, or the term goes on by itself."), _deciding
    ),
    Section(
        "expiring",
        mark("Ending soon"),
        mark("The term runs out, and no page tells of a prolongation or of a document in its place."),
        _expiring,
    ),
    Section("lapsed", mark("Lapsed lately"), mark("The term has run out, and no page tells of a prolongation."), _lapsed),
    Section("measures", mark("Measures due"), mark("Items of plans that fall due and are not settled."), _measures),
    Section("overdue", mark("Measures overdue"), mark("The day has passed, and no report says that it is done."), _overdue),
    Section(
        "unsigned",
        mark("Promised and never signed"),
        mark("Announced long ago or for a day that has passed; no page tells of a signing."),
        _unsigned,
    ),
    Section(
        "promises", mark("Promises that are open"), mark("Somebody took it on, and nobody says what became of it."), _promises
    ),
    Section(
        "outliving",
        mark("Plans that outlive their agreement"),
        mark("The plan goes on after the end of the document that it rests on."),
        _outliving,
    ),
    Section(
        "silent",
        mark("Ties without contact"),
        mark("A document is in force, and for a year nothing is told of the two."),
        _silent,
    ),
    Section(
        "posts",
        mark("Signatories not in post"),
        mark("On the day of signing, pages tell of another person in the post of the signatory."),
        _posts,
    ),
    Section("coming", mark("Coming events"), mark("Planned for the days to come."), _coming),
)


def _place(record: Any, field: str) -> int | None:
    """The first value of a field, if pages give one."""
    told = record.fields.get(field, [])
    return 0 if told and told[0]["pages"] else None


def _status(document: Document) -> int | None:
    """The value of the status that the document has taken, if pages give it."""
    told = document.fields.get("status", [])
    return next((place for place, one in enumerate(told) if one["value"]["status"] == document.status and one["pages"]), None)


def _relation(row: DocumentRelation) -> int | None:
    told = row.document.fields.get("relation", [])
    named = (place for place, one in enumerate(told) if one["value"]["to"] and one["value"]["to"]["node"] == row.to_id)
    return next(named, None)


def named_by(found: Iterable[Entry]) -> list[str]:
    """The keys of all records that entries name."""
    return list(dict.fromkeys(key for one in found for key in (one.record, one.other) if key))
